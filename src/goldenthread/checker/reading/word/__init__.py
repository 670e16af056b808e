"""Word documents, read from their parts: text boxes, notes, changes and all."""
