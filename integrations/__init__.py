"""One module per outside party: the channels families write by, the language engines, the ways a case reaches
people."""
