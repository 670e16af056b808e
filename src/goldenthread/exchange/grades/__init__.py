"""Grades in: a long table, or a returns workbook, becomes the arrays of ``analysis.grades``."""
