"""Briefs: checking one and making one from a spreadsheet, which keep nothing."""
