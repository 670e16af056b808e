"""Whether feedback is likely to change practice: 24 criteria from the evidence."""
