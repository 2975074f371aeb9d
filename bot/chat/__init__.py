"""The web chat that families see."""
