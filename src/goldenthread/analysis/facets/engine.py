"""Which way of computing is used: numpy alone, or loops that numba compiled."""


def engine() -> str:
    """Name of the way in use."""
    return "numpy"
