"""Printed shares beside what the returns say."""
