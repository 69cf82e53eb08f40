"""Files in an object store: a real S3 server on loopback."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Kehoach
from shared import ROOT

pytest.importorskip("moto", reason="moto is not installed")
pytest.importorskip("upath", reason="universal-pathlib is not installed")

SAMPLE = min((ROOT / "corpus" / "samples").glob("*/*.txt"))


@pytest.fixture
def store() -> Iterator[dict[str, str]]:
    """The environment that leads to a bucket with a plan, a side file and an empty one."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    env = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    client = boto3.client(
        "s3", endpoint_url=env["AWS_ENDPOINT_URL"], aws_access_key_id="nobody",
        aws_secret_access_key="nothing", region_name="us-east-1",
    )  # fmt: skip
    client.create_bucket(Bucket="van-thu")
    client.put_object(Bucket="van-thu", Key="2025/quý 3/kế hoạch.txt", Body=SAMPLE.read_bytes())
    client.put_object(Bucket="van-thu", Key="2025/index.csv", Body=b"a,b\n")
    client.put_object(Bucket="van-thu", Key="2025/rỗng.txt", Body=b"")
    yield env
    server.stop()


def test_a_folder_of_a_bucket_is_taken_in(
    kehoach_process: Kehoach, store: dict[str, str], tmp_path: Path
) -> None:
    db = tmp_path / "s3.db"
    told = kehoach_process("ingest", "s3://van-thu/2025", "--db", db, "--json", **store)
    assert told.returncode == 3, told.stderr
    fates = {file["path"]: file for file in json.loads(told.stdout)["files"]}
    assert fates["s3://van-thu/2025/rỗng.txt"]["reason"]["code"] == "empty"
    assert fates["s3://van-thu/2025/quý 3/kế hoạch.txt"]["status"] in ("new", "needs-person")
    assert len(fates) == 2
    with sqlite3.connect(db) as there:
        journal = there.execute("SELECT path FROM intake WHERE status = 'unreadable'").fetchall()
    assert journal == [("s3://van-thu/2025/rỗng.txt",)]


def test_what_is_not_there_is_said(
    kehoach_process: Kehoach, store: dict[str, str], tmp_path: Path
) -> None:
    told = kehoach_process(
        "ingest", "s3://van-thu/2024/x.txt", "--db", tmp_path / "s3.db", "--json", **store
    )
    assert told.returncode == 3, told.stderr
    assert json.loads(told.stdout)["files"][0]["reason"]["code"] == "vanished"


@pytest.mark.parametrize("address", ["nonsense://a/b", "s3:/van-thu"])
def test_what_is_no_address(kehoach_process: Kehoach, address: str, tmp_path: Path) -> None:
    told = kehoach_process("ingest", address, "--db", tmp_path / "x.db", "--lang", "en")
    assert told.returncode in (2, 3)
    assert "Traceback" not in told.stderr
