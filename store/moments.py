"""Moments as text: in UTC and of one length, so that their order is that of the words."""

import datetime as dt


def stamp(at: dt.datetime) -> str:
    """`2026-11-21T03:15:00.000+00:00`; raises `ValueError` for a moment without its zone."""
    if at.tzinfo is None:
        raise ValueError(f"a moment needs its time zone: {at}")
    return at.astimezone(dt.UTC).isoformat(timespec="milliseconds")
