"""PowerPoint presentations: slides, notes, comments, tables and charts."""
