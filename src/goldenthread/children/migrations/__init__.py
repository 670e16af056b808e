"""Migrations of children."""
