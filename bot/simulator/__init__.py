"""A conversation played through for whoever wants to see it: nothing is kept, nothing is sent."""
