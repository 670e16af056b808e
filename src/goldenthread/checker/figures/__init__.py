"""Counts, bases and percentages as people write them, checked against each other."""
