"""The truth that the checker is measured against, and the measuring."""
