"""`python -m kehoach` and the `kehoach` command."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(0)


if __name__ == "__main__":
    main()
