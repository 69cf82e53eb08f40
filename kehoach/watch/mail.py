"""Mail: a notice as text and HTML in one message, handed to the office's server."""

import email.utils
import smtplib
import socket
import ssl
from email.message import EmailMessage

from kehoach.i18n import N_, _
from kehoach.watch_settings import Mail

_SECONDS = 30.0
_WORDS: dict[type[Exception], str] = {
    ssl.SSLError: N_("it does not speak TLS at this port"),
    socket.gaierror: N_("nobody knows its name"),
    ConnectionRefusedError: N_("nobody answers at this port"),
    TimeoutError: N_("it does not answer"),
}


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
        raise NotSent(why_not(error)) from error
    if refused:  # some took it; it is not sent to them again
        raise NotSent(", ".join(refused))


def connected(mail: Mail) -> smtplib.SMTP:
    """A server that is ready to take mail, as the settings ask for it; raises `OSError`,
    `SMTPException` or `ValueError`, for which `why_not` has words."""
    if mail.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            mail.host, mail.port, timeout=_SECONDS, context=_trusting(mail)
        )
    else:
        server = smtplib.SMTP(mail.host, mail.port, timeout=_SECONDS)
    try:
        if mail.security == "starttls":
            server.starttls(context=_trusting(mail))
        if mail.user:
            server.login(mail.user, mail.password or "")
    except BaseException:
        server.close()
        raise
    return server


def _trusting(mail: Mail) -> ssl.SSLContext:
    """The certificates of this machine, and the office's own where it names them."""
    return ssl.create_default_context(cafile=mail.certificates and str(mail.certificates))


def why_not(error: Exception) -> str:
    """What is wrong, in words that say where to look."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return _("the user or the password is wrong ({said})").format(said=_said(error))
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return _("it does not offer what the settings ask for: {said}").format(said=error)
    if isinstance(error, smtplib.SMTPResponseException):
        return _said(error)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return _("it takes no mail for {people}").format(people=", ".join(error.recipients))
    if isinstance(error, ssl.SSLCertVerificationError):
        return _("its certificate is not trusted ({said})").format(said=error.verify_message)
    for kind, words in _WORDS.items():
        if isinstance(error, kind):
            return _(words)
    return str(error) or type(error).__name__


def _said(error: smtplib.SMTPResponseException) -> str:
    said = error.smtp_error
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return f"{error.smtp_code} {words}"
