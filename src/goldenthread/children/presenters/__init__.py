"""What pages about children print."""
