"""Files of every kind that briefs come in, read into one ``Source``."""
