"""Whether everybody can read it: structure, alternatives, language, colour, plain words."""
