"""Sheets of the workbook of numbers: what it is, its tables with their charts, and all figures."""
