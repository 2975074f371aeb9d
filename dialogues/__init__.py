"""What is said and asked: a pure engine, and as data the flows, the wording, the training examples and the crisis
lexicon."""
