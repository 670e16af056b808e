"""Children: a random id, identifiers over time, merges, siblings, and who may open them."""
