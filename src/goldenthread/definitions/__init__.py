"""Scales, frameworks, themes, plan types, timescale rules and calendars: types and their YAML."""
