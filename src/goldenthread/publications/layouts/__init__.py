"""Layouts: each arranges the same parts for another way of reading."""
