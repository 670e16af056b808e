"""Files in and files out: the returns workbook, and what councils have instead of it."""
