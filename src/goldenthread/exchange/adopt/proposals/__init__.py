"""Proposing a map for a source that has none: what each column may be, how surely, and why."""
