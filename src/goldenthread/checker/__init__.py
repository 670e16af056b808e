"""Tells anyone what is wrong with any brief: figures, claims, disclosure, effect and access."""
