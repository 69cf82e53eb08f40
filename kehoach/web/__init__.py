"""The page that the office opens: server-rendered, over the same store as the command line."""
