"""Where the shared folder of real documents and their gold records is, if it is anywhere."""

import os
from pathlib import Path

ROOT = Path(__file__).parents[1]
ABSENT = "the shared folder of real documents is not here (KEHOACH_SHARED names it)"


def shared_folder() -> Path | None:
    """`KEHOACH_SHARED`, or the folder `shared` beside the project; `None` where neither is."""
    named = os.environ.get("KEHOACH_SHARED")
    folder = Path(named) if named else ROOT.parent / "shared"
    return folder if (folder / "gold").is_dir() else None
