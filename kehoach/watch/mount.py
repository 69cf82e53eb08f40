"""Mount: which kind of filesystem a folder lies on, so that network shares can be polled.

The system tells of changes only where they are made through itself: what another machine
writes to a share is never told.
"""

import os
import re
from pathlib import Path

_MOUNTS = Path("/proc/mounts")
_ESCAPED = re.compile(r"\\([0-7]{3})")  # a blank in a path is written \040
_SHARED = re.compile(
    r"nfs\d?|cifs|smb\w*|smb3|ncpfs|afs|9p|virtiofs|ceph|glusterfs|lustre|gpfs|ocfs2|gfs2"
    r"|davfs|vboxsf|vmhgfs|prl_fs|drvfs|fuse(?:blk)?(?:\..+)?"
)


def filesystem_of(folder: Path, mounts: Path = _MOUNTS) -> str | None:
    """`ext4`, `cifs`, …; `None` where the system does not say."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        place = os.path.realpath(folder)
    except OSError:
        return None
    best, kind = "", None
    for line in lines:
        fields = line.split()
        if len(fields) < 3:
            continue
        point = _ESCAPED.sub(lambda code: chr(int(code[1], 8)), fields[1])
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):  # of two on one point the later one is on top
            best, kind = point, fields[2]
    return kind


def is_shared(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether others may change the folder unseen by this system. Where nobody can tell it
    counts as shared: polling is slower and never wrong."""
    kind = filesystem_of(folder, mounts)
    return kind is None or bool(_SHARED.fullmatch(kind))
