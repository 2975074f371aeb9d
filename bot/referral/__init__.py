"""State bodies refer families: by a form behind an unguessable link, and by signed calls."""
