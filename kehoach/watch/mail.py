"""Mail: a notice as text and HTML in one message, handed to the office's server."""

import email.utils
import smtplib
import ssl
from email.message import EmailMessage

from kehoach.watch_settings import Mail

_SECONDS = 30.0


class NotSent(Exception):
    """The server could not be reached, or did not take the mail; the words say why."""


def send(mail: Mail, subject: str, text: str, html: str) -> None:
    """To everybody named in the settings; raises `NotSent`."""
    message = EmailMessage()
    message["Subject"] = " ".join(subject.split())
    message["From"] = mail.sender
    message["To"] = ", ".join(mail.to)
    message["Date"] = email.utils.localtime()
    message["Message-ID"] = email.utils.make_msgid(domain=mail.sender.rpartition("@")[2] or None)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    try:
        with connected(mail) as server:
            refused = server.send_message(message)
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise NotSent(_why(error)) from error
    if refused:  # some took it; it is not sent to them again
        raise NotSent(", ".join(refused))


def connected(mail: Mail) -> smtplib.SMTP:
    """A server that is ready to take mail, as the settings ask for it."""
    if mail.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            mail.host, mail.port, timeout=_SECONDS, context=ssl.create_default_context()
        )
    else:
        server = smtplib.SMTP(mail.host, mail.port, timeout=_SECONDS)
    try:
        if mail.security == "starttls":
            server.starttls(context=ssl.create_default_context())
        if mail.user:
            server.login(mail.user, mail.password or "")
    except BaseException:
        server.close()
        raise
    return server


def _why(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        return f"{error.smtp_code} {words}"
    return str(error) or type(error).__name__
