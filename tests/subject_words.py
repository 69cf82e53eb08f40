"""Whom an assignment addresses, for the tests of the words of subjects."""

from extract.subjects import subject_at


def subject(text: str) -> tuple[str, str | None, str] | None:
    """Lead, partners and work of a sentence; `None` where it addresses nobody."""
    found = subject_at(text, 0, len(text))
    if found is None:
        return None
    partners = text[slice(*found.partners)] if found.partners else None
    return text[slice(*found.lead)], partners, text[found.work :]
