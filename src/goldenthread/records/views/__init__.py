"""Pages about records."""
