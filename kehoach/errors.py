"""What stops a command: each trouble with its exit code and what to do about it."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes that scripts may rely on."""

    DONE = 0
    FINDINGS = 1  # open findings of severity error or warn
    USAGE = 2  # the command line, or the settings, are wrong
    UNREAD = 3  # some input could not be read; the rest was handled
    DATABASE = 4  # the database could not be opened or written; nothing was changed


class CommandError(Exception):
    """Stops a command; `message` says what and why, `advice` what to do, both translated."""

    exit = Exit.USAGE

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class BadSettings(CommandError):
    """The settings file or an environment variable holds what is not understood."""


class BadRequest(CommandError):
    """What was asked for does not fit together, or names nothing that there is."""
