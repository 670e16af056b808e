"""The service put together: settings, URLs, who hears of what, and the processes that run it."""
