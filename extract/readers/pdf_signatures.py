"""PDF signatures: who signed, when, and whether the document is still what was signed.

Checked offline against the office's folder of certificates, as of the moment of signing.
"""

import datetime as dt
import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from schemas import Signature

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate  # type: ignore[import-untyped]
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus

CHANGED: Final = "The document was changed after it was signed."
BROKEN: Final = "The signature itself does not verify."
UNREADABLE: Final = "The signature could not be read."
UNTRUSTED: Final = "The signer's certificate is not vouched for by those of the office."
NOT_CHECKED: Final = "Unchanged since it was signed; no certificates to check the signer with."

_ENDINGS: Final = frozenset({".pem", ".crt", ".cer", ".der"})
_MOST: Final = 60


@dataclass(frozen=True, slots=True)
class _Checked:
    """One signature as its cryptography shows it. `touched`: more than signing and filling
    in was done to the file afterwards."""

    by: str | None
    at: dt.datetime | None
    intact: bool
    sound: bool
    trusted: bool
    touched: bool


def check_signatures(data: bytes, certificates: Path | None) -> tuple[Signature, ...]:
    """The embedded signatures in the order of signing; empty if there are none.

    `valid` is true when unchanged and trusted, false when changed or broken, and `None` when
    unchanged but not vouched for; `reason` says why it is not true.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader

    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    roots = load_certificates(certificates)
    reader = PdfFileReader(io.BytesIO(data), strict=False)
    found: list[Signature] = []
    covered = False
    # From the last to the first: what a later sound signature covers need not be compared.
    for signature in reversed(reader.embedded_signatures[:_MOST]):
        one = _check(signature, roots, compare=not covered)
        found.append(_judged(one, bool(roots)) if one else Signature(reason=UNREADABLE))
        if one and one.intact and one.sound and not one.touched:
            covered = covered or one.trusted or not roots
    return tuple(reversed(found))


def load_certificates(folder: Path | None) -> "list[Certificate]":
    """The certificates in the folder; files that hold none are passed over."""
    from pyhanko.keys import load_certs_from_pemder

    found: list[Certificate] = []
    if folder is None or not folder.is_dir():
        return found
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in _ENDINGS:
            try:
                found.extend(load_certs_from_pemder([str(path)]))  # type: ignore[no-untyped-call]
            except (OSError, ValueError):
                continue
    return found


def _check(
    signature: "EmbeddedPdfSignature", roots: "Sequence[Certificate]", *, compare: bool
) -> _Checked | None:
    """`compare` looks into what was done to the file since; that is what takes time."""
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    try:
        certificate = signature.signer_cert
        at = signature.self_reported_timestamp
        context = ValidationContext(
            trust_roots=list(roots),
            allow_fetching=False,
            revocation_mode="soft-fail",
            moment=at or certificate["tbs_certificate"]["validity"]["not_after"].native,
        )
        status: PdfSignatureStatus = validate_pdf_signature(
            signature, context, skip_diff=not compare
        )
        names = certificate.subject.native
        return _Checked(
            by=str(names["common_name"]) if "common_name" in names else None,
            at=at,
            intact=bool(status.intact),
            sound=bool(status.valid),
            trusted=bool(roots) and bool(status.trusted),
            touched=compare and not status.docmdp_ok,
        )
    except Exception:  # whatever a crafted signature makes the library trip over
        return None


def _judged(one: _Checked, vouched: bool) -> Signature:
    """Offices stamp number and date after the first signature, in ways that the standard
    does not foresee; that is no change as long as a later sound signature covers it."""
    valid: bool | None = False
    reason: str | None = None
    if not one.intact or one.touched:
        reason = CHANGED
    elif not one.sound:
        reason = BROKEN
    elif one.trusted:
        valid = True
    else:
        valid, reason = None, UNTRUSTED if vouched else NOT_CHECKED
    return Signature(by=one.by, at=one.at, valid=valid, reason=reason)
