"""One renderer per file type. Each takes a ``Document`` and returns bytes."""
