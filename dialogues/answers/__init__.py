"""From what a person typed to the answer of one question, in each language's own habits."""
