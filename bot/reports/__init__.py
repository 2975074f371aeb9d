"""Reports as they leave the program: in words, as CSV, and as the donor's page."""
