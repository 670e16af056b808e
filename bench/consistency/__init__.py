"""Files with a known truth, other programs beside ours on them, and how often intervals hold."""
