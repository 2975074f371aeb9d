"""The demo: one family's story, played over HTTP against a server on this machine."""
