"""What Word, PowerPoint and Excel files have in common: text, metrics and columns."""
