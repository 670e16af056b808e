"""Golden Thread: practice audit and learning for English children's services."""
