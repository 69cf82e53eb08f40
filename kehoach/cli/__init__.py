"""The command line: one file per command or pair of commands, loaded when it is called."""
