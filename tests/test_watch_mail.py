"""Mail over STARTTLS and TLS with a log-in, to a real server on loopback whose certificate is
of the office's own making; what goes wrong is said in words and tried again."""

import datetime as dt
import itertools
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from ipaddress import ip_address
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from test_watch_day import START, Clock, Mailbox, fill, free_port, run

from kehoach.errors import BadSettings
from kehoach.health import Part
from kehoach.i18n import speak
from kehoach.settings import Settings, load_settings
from kehoach.watch.doctor import watching
from kehoach.watch.mail import NotSent, send
from kehoach.watch_settings import Digesting, Mail, Security, Watching
from store import open_store

# The server knows of encryption by STARTTLS only, and warns of a log-in without it.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")

USER, PASSWORD = "ke-hoach", "mat-khau-thu"  # no secret: of a server that lives as long as a test
MAIL = Mail("localhost", 0, "kehoach@example.vn", ("a@example.vn",), user=USER, password=PASSWORD)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Key and certificate for this machine, as one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=2))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(
            x509.SubjectAlternativeName(
                [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
            ),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "office.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


@contextmanager
def server(mailbox: Mailbox, security: Security, certificate: Path) -> Iterator[int]:
    """One that takes nothing before a log-in, and no log-in before encryption."""

    def known(*asked: object) -> AuthResult:
        right = asked[-1] == LoginPassword(USER.encode(), PASSWORD.encode())
        return AuthResult(success=right, handled=False)

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    port = free_port()
    controller = Controller(
        mailbox,
        hostname="127.0.0.1",
        port=port,
        ssl_context=context if security == "tls" else None,
        tls_context=context if security == "starttls" else None,
        require_starttls=security == "starttls",
        auth_required=True,
        auth_require_tls=security == "starttls",
        authenticator=known,
    )
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


def trouble(mail: Mail) -> str:
    with pytest.raises(NotSent) as raised:
        send(mail, "Bản tin", "chữ", "<p>chữ</p>")
    return str(raised.value)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    speak("en")
    yield
    speak("vi")


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_mail_goes_out_encrypted_and_signed_in(security: Security, certificate: Path) -> None:
    mailbox = Mailbox(Clock({}, 0))
    with server(mailbox, security, certificate) as port:
        mail = replace(MAIL, port=port, security=security, certificates=certificate)
        send(mail, "Bản tin", "chữ", "<p>chữ</p>")
        [(_at, came)] = mailbox.mails
        assert came["Subject"] == "Bản tin"
        assert "password is wrong (535" in trouble(replace(mail, password="khac"))
        assert "530" in trouble(replace(mail, user=""))
        assert "certificate is not trusted" in trouble(replace(mail, certificates=None))
    assert len(mailbox.mails) == 1


def test_what_is_no_such_server_is_said_in_words(certificate: Path) -> None:
    mailbox = Mailbox(Clock({}, 0))
    with server(mailbox, "tls", certificate) as port:
        mail = replace(MAIL, port=free_port(), certificates=certificate)
        assert trouble(mail) == "nobody answers at this port"
        unknown = replace(mail, host="no-such-host.invalid")
        assert trouble(unknown) == "nobody knows its name"
    with server(mailbox, "starttls", certificate) as port:
        assert "does not speak TLS" in trouble(replace(mail, port=port, security="tls"))
        assert "does not offer" in trouble(replace(mail, port=port, security="none"))
    assert not mailbox.mails


def office_of(folder: Path, mail: Mail) -> Settings:
    (folder / "in").mkdir()
    return replace(
        load_settings(db=folder / "k.db", env={}),
        inbox=folder / "in",
        workers=0,
        watch=Watching(notice="poll", look_seconds=5, sweep_seconds=600),
        digest=Digesting(at=dt.time(7)),
        mail=mail,
    )


def test_a_wrong_password_and_a_server_away_are_tried_again_ever_more_rarely(
    tmp_path: Path, certificate: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Away at seven, then the password is wrong, then all is well."""
    clock = Clock({}, 2 * 3600)
    mailbox = Mailbox(clock)
    with server(mailbox, "starttls", certificate) as port:
        away = replace(MAIL, port=free_port(), certificates=certificate)
        office = office_of(tmp_path, away)
        fill(office)
        tries: list[dt.datetime] = []
        for minutes, mail in (
            (62, away),
            (70, replace(away, port=port, password="khac")),
            (120, replace(away, port=port)),
        ):
            clock.last = minutes * 60
            with caplog.at_level("WARNING"):
                run(replace(office, mail=mail), clock)
            with open_store(office.db) as store:
                tries += [
                    dt.datetime.fromisoformat(n.next_try) for n in store.notices() if n.next_try
                ]
            if minutes == 62:
                assert "nobody answers at this port" in caplog.text
            if minutes == 70:
                assert "password is wrong (535" in caplog.text
    assert len(mailbox.mails) == 2, "the digest and the reminder, each once"
    failed = [one for one in caplog.records if getattr(one, "event", "") == "digest-failed"]
    pauses = [
        dt.datetime.fromisoformat(vars(later)["next_try"])
        - dt.datetime.fromisoformat(vars(one)["next_try"])
        for one, later in itertools.pairwise(failed)
    ]
    assert pauses == sorted(pauses), "ever more rarely"
    assert 3 <= len(failed) <= 10
    with open_store(office.db) as store:
        assert {one.status for one in store.notices()} == {"sent"}
    assert max(at for at, _mail in mailbox.mails) <= START + dt.timedelta(minutes=30)


def test_the_doctor_says_what_is_wrong_with_the_server(tmp_path: Path, certificate: Path) -> None:
    def told(mail: Mail) -> Part:
        return next(
            part for part in watching(replace(base, mail=mail)) if part.name == "Mail server"
        )

    base = office_of(tmp_path, MAIL)
    with server(Mailbox(Clock({}, 0)), "starttls", certificate) as port:
        mail = replace(MAIL, port=port, certificates=certificate)
        assert told(mail).well
        wrong = told(replace(mail, password="khac"))
        assert not wrong.well
        assert "password is wrong" in wrong.detail
        assert "khac" not in wrong.detail + wrong.advice
    assert "nobody answers" in told(mail).detail


def test_no_password_goes_out_in_clear(tmp_path: Path) -> None:
    toml = tmp_path / "kehoach.toml"
    lines = '[mail]\nhost = "mail.example.vn"\nto = ["a@example.vn"]\nuser = "a"\n'
    env = {"KEHOACH_SETTINGS": str(toml), "KEHOACH_SMTP_PASSWORD": PASSWORD}
    toml.write_text(lines + 'security = "none"\n', encoding="utf-8")
    with pytest.raises(BadSettings, match="security"):
        load_settings(env=env)
    toml.write_text(lines + 'certificates = "ca.pem"\n', encoding="utf-8")
    settings = load_settings(env=env)
    assert settings.mail
    assert (settings.mail.security, settings.mail.certificates) == ("starttls", Path("ca.pem"))
    assert PASSWORD not in repr(settings)
