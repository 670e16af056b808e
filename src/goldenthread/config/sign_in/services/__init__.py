"""What signing in, and out, changes."""
