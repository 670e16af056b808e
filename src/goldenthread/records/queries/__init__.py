"""Questions to what is recorded: by a scope, always."""
