"""PDF files: text with its places put back into paragraphs, lists and tables."""
