"""Words that claim more than the figures beside them show."""
