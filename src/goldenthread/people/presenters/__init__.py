"""What templates about people and teams print."""
