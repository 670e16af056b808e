"""From figures and typed inputs to blocks: one module per layout."""
