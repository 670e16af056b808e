"""What the pages about records print."""
