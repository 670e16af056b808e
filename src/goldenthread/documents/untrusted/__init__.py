"""Files from strangers: opened within limits, with nothing executed and nothing fetched."""
