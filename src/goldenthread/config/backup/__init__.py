"""Backups: one encrypted file with the database and what was uploaded, and the way back."""
