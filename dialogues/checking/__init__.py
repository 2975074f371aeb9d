"""Proofs of a programme's content, without any family: what can happen, what can be said, what can be dialled. Pure."""
