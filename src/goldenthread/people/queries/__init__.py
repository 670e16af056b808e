"""Reading of people and teams: by a scope, always."""
