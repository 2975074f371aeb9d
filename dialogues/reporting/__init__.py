"""Reports of a programme over a period: what is counted, how, and what is hidden so that nobody can be found in it."""
