"""Excel workbooks, whole or inside another file."""
