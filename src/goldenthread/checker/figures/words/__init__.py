"""Running text: numbers, shares, and what the words of one sentence bind together."""
