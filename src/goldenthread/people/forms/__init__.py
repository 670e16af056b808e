"""What pages about people and teams ask: forms that check, and give back data."""
