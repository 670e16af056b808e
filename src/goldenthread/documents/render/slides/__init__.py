"""Slides: first a plan of what stands where, measured; then the file."""
