"""Write the bill of materials of what the program runs with: `sbom.py FILE`.

CycloneDX JSON from what is installed, with licences; the tools that only test it are left out.
Reproducible: the same pins give the same file.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PIN = re.compile(r"^([\w.-]+)==", re.MULTILINE)


def main(target: Path) -> None:
    """Gather, leave out, write."""
    told = subprocess.run(
        [
            *(Path(sys.executable).with_name("cyclonedx-py"), "environment", sys.executable),
            *("--pyproject", ROOT / "pyproject.toml", "--output-reproducible"),
        ],
        capture_output=True,
        check=True,
    )
    found = json.loads(told.stdout)
    shipped = set(PIN.findall((ROOT / "requirements" / "run.txt").read_text("utf-8")))
    kept = [each for each in found["components"] if each["name"].lower() in shipped]
    refs = {each["bom-ref"] for each in kept} | {found["metadata"]["component"]["bom-ref"]}
    found["components"] = kept
    found["dependencies"] = [
        {**each, "dependsOn": [ref for ref in each.get("dependsOn", ()) if ref in refs]}
        for each in found["dependencies"]
        if each["ref"] in refs
    ]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    without = [each["name"] for each in kept if not each.get("licenses")]
    print(f"{target}: {len(kept)} of {len(shipped)} packages; without a licence: {without}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
