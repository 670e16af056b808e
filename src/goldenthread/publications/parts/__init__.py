"""Parts of a brief, from which every layout is put together."""
