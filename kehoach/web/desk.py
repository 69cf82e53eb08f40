"""The desk: what every page works with, made once for the life of the server."""

import datetime as dt
import hashlib
import hmac
import os
import secrets
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from kehoach.readers import Readers, how_to_read
from kehoach.settings import Settings
from kehoach.web.accounts import Accounts
from kehoach.web.attempts import Attempts
from kehoach.web.held_drafts import HeldDrafts
from kehoach.web.memory import Memory
from kehoach.web.pictures import Pictures, folder_of
from schemas import Plan
from store import Store, open_store

_AT_ONCE = (os.cpu_count() or 1) + 1  # visitors who are answered
_LABELS_HOLD = 15.0  # seconds; a new sub-folder is no hurry
_LONGEST_WAIT = 0.5  # seconds for a turn


class Desk:
    """Settings, accounts (`None` where nobody has to sign in) and the processes that read."""

    def __init__(self, settings: Settings, accounts: Accounts | None) -> None:
        self.settings = settings
        self.accounts = accounts
        self.attempts = Attempts()
        self.drafts = HeldDrafts()
        self.memory = Memory(settings.db)
        self.pictures = Pictures(folder_of(settings.db), settings.limits.megabytes << 20)
        self._turns = threading.Semaphore(_AT_ONCE)
        self._secret = accounts.secret if accounts else secrets.token_bytes(32)
        self._readers = Readers(how_to_read(settings))
        # Reading has its own few threads: each holds a process, and pages must not wait for it.
        self._pool = ThreadPoolExecutor(settings.workers, thread_name_prefix="read")

    def close(self) -> None:
        """End the processes that read."""
        self._pool.shutdown(cancel_futures=True)
        self._readers.__exit__(None, None, None)
        self.pictures.close()
        self.memory.close()
        if self.accounts:
            self.accounts.close()

    @property
    def today(self) -> dt.date:
        """The present day where the office is."""
        return self.settings.today

    @contextmanager
    def store(self, *, writing: bool = False) -> Iterator[Store]:
        """A connection for one request; who has changed something sees it at once."""
        with self._turn(writing), open_store(self.settings.db, read_only=not writing) as store:
            yield store
        if writing:
            self.memory.forget()

    @contextmanager
    def _turn(self, writing: bool) -> Iterator[None]:
        """Few at a time are quicker than many at once: each row of an answer asks for Python's
        one lock. Nobody waits long, as what is drawn or exported may hold its turn for long."""
        taken = not writing and self._turns.acquire(timeout=_LONGEST_WAIT)
        try:
            yield
        finally:
            if taken:
                self._turns.release()

    def labels(self, store: Store) -> list[str]:
        """What the pages offer to choose from."""
        return self.memory.recall("labels", store.labels, seconds=_LABELS_HOLD)

    def read(self, original: bytes, name: str) -> tuple[Plan, ...]:
        """The documents in the bytes of a file; raises `ReadError`."""
        return self._pool.submit(self._readers.read_bytes, original, name).result()

    def sign(self, words: str) -> str:
        """A signature that only this server can make."""
        return hmac.new(self._secret, words.encode(), hashlib.sha256).hexdigest()

    def is_signed(self, words: str, signature: str) -> bool:
        """Whether the signature is ours; takes the same time for right and wrong ones."""
        return hmac.compare_digest(self.sign(words).encode(), signature.encode())
