"""The returns workbook: its sheets declared once, written, and read tolerantly but strictly."""
