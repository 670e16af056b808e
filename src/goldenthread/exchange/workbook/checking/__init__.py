"""Checks across rows and sheets of a returns workbook: what cannot all be true at once."""
