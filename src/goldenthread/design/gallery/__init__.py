"""Pages that show every component and every field, for those who build and check pages."""
