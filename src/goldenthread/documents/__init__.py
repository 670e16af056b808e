"""Blocks, charts and renderers: one content, many file types."""
