"""Where everybody arrives: what they can do, the next thing first."""
