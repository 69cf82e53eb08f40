"""The page behind nginx with TLS: the example that we ship, started as it stands, on loopback
with a certificate made here. Skipped where nginx is not installed."""

import datetime as dt
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from shared import ROOT
from web_office import PASSWORD

from kehoach.web.accounts import Accounts, accounts_path

NGINX = shutil.which("nginx") or ("/usr/sbin/nginx" if Path("/usr/sbin/nginx").exists() else None)
pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
HOST = "kehoach.example.org"


def free_ports(count):
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


def certificate(folder):
    """A key and a certificate of the example's name, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "fullchain.pem").write_bytes(made.public_bytes(pem))
    (folder / "key.pem").write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )


def configuration(folder, plain, secure, behind):
    """The shipped file within the least that nginx needs; only places and ports are changed."""
    shipped = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl;", f"listen 127.0.0.1:{secure} ssl;"),
        ("/etc/ssl/kehoach/", f"{folder}/"),
        ("http://127.0.0.1:8321", f"http://127.0.0.1:{behind}"),
    ):
        assert old in shipped, old
        shipped = shipped.replace(old, new)
    places = "\n".join(
        f"{name}_temp_path {folder}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    path = folder / "nginx.conf"
    path.write_text(
        f"{user}\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\ndaemon off;\n"
        f"events {{}}\nhttp {{\naccess_log off;\n{places}\n{shipped}\n}}\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """`(ports, folder)` of nginx in front of a server with one account."""
    folder = tmp_path_factory.mktemp("proxy")
    db = folder / "plans.db"
    accounts = Accounts(accounts_path(db))
    accounts.keep("binh", "clerk", PASSWORD, who="", at=dt.datetime.now(dt.UTC))
    accounts.close()
    certificate(folder)
    plain, secure, behind = free_ports(3)
    path = configuration(folder, plain, secure, behind)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KEHOACH_")}
    page = subprocess.Popen(
        [sys.executable, "-m", "kehoach", "serve", "--db", db, "--port", str(behind)],
        cwd=ROOT, env=kept, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    proxy = subprocess.Popen([NGINX, "-c", path, "-p", folder], stderr=subprocess.DEVNULL)
    try:
        for _attempt in range(200):
            try:
                with client_of(folder, secure) as one:
                    if one.get("/api/v1/health").status_code == 200:
                        break
            except httpx.HTTPError:
                pass
            assert proxy.poll() is None, (folder / "error.log").read_text()
            time.sleep(0.1)
        yield plain, secure, folder
    finally:
        for process in (proxy, page):
            process.terminate()
            process.wait()


def client_of(folder, port):
    trusting = ssl.create_default_context(cafile=str(folder / "fullchain.pem"))

    def named(request):
        """The certificate's name is asked for, though the address is this machine's."""
        request.extensions["sni_hostname"] = HOST

    return httpx.Client(
        base_url=f"https://127.0.0.1:{port}",
        verify=trusting,
        headers={"host": HOST},
        event_hooks={"request": [named]},
    )


@pytest.fixture
def client(served):
    with client_of(served[2], served[1]) as one:
        yield one


def test_plain_http_is_sent_to_tls(served):
    answer = httpx.get(f"http://127.0.0.1:{served[0]}/findings", headers={"host": HOST})
    assert answer.status_code == 301
    assert answer.headers["location"] == f"https://{HOST}/findings"


def test_the_day_goes_through_the_proxy(client):
    answer = client.get("/findings")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in")
    assert "Secure" in answer.headers["set-cookie"]  # the page knows that it stands behind TLS
    form = client.get("/sign-in")
    assert "max-age" in form.headers["strict-transport-security"]
    assert "default-src 'none'" in form.headers["content-security-policy"]
    sent = {"csrf": token_in(form), "name": "binh", "password": PASSWORD}
    answer = client.post("/sign-in", data=sent)
    assert answer.status_code == 303
    assert "Secure" in answer.headers["set-cookie"]
    drop = client.get("/drop")
    assert "binh" in drop.text
    text = "ỦY BAN NHÂN DÂN XÃ\nSố: 12/KH-UBND\nKẾ HOẠCH\nTổng vệ sinh trước ngày 20/5/2025."
    told = client.post("/drop", data={"csrf": token_in(drop)}, files={"files": ("a.txt", text)})
    assert told.status_code == 200
    assert "/documents/" in told.text


def token_in(page):
    return re.search(r'name="csrf" value="([0-9a-f]+)"', page.text)[1]


def test_addresses_in_files_are_those_of_the_proxy(client):
    """Nothing speaks of 127.0.0.1: the page knows by which name it was asked."""
    answer = client.get("/api/v1/openapi.json")
    assert answer.status_code == 200
    assert "127.0.0.1" not in answer.text


def test_what_is_larger_than_the_page_takes_is_refused_by_the_proxy(served):
    with socket.create_connection(("127.0.0.1", served[1])) as raw:
        trusting = ssl.create_default_context(cafile=str(served[2] / "fullchain.pem"))
        with trusting.wrap_socket(raw, server_hostname=HOST) as secure:
            head = ("POST /drop HTTP/1.1", f"Host: {HOST}", f"Content-Length: {300 << 20}")
            secure.sendall(("\r\n".join(head) + "\r\n\r\n").encode())
            assert b" 413 " in secure.recv(200)
