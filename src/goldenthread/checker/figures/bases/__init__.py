"""Of how many: the base that a share takes from its sentence, section or document."""
