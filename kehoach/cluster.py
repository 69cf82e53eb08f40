"""Reading on a cluster: Dask's scheduler gives files to workers on other machines.

Each worker reads in a killable process of its own, exactly as here. It fetches the bytes itself,
from a path or an address that all machines see, and sends them back with the records: what is
kept is what was read. Dask speaks pickle; a cluster belongs on a network that is trusted, or
behind Dask's own TLS (`tls://…`, set up in Dask's configuration).
"""

import atexit
import logging
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError, Future, wait
from contextlib import contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING

from extract.readers.refusals import refuse
from kehoach import __version__
from kehoach.errors import CommandError, Exit
from kehoach.handing_out import HandingOut
from kehoach.i18n import N_, _
from kehoach.intake import Found
from kehoach.lanes import Lane
from kehoach.readers import HowToRead, Readers, ReadFile

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE = 20  # seconds for a first worker to come; for the scheduler Dask's own setting holds
_CLOSING = 5  # seconds to part from the scheduler
_RETRIES = 3  # of a file whose worker was lost

_LOGGERS = ("distributed", "distributed.client", "distributed.batched", "tornado.application")

_AGAIN = N_("What was stored is stored; run the same command again once the cluster is back.")


class ClusterTrouble(CommandError):
    """The cluster cannot be reached, was lost, or runs something else."""

    exit = Exit.UNREAD


class OtherVersion(Exception):
    """A worker runs another version, whose records may differ."""


def read_there(how: HowToRead, files: Sequence[Found]) -> list[ReadFile]:
    """Runs on a worker of the cluster: the files read as they would be here."""
    if how.version != __version__:
        raise OtherVersion(__version__)
    return [_readers(how).read(file) for file in files]


@cache
def _readers(how: HowToRead) -> Readers:
    readers = Readers(how)
    atexit.register(readers.close)
    return readers


@contextmanager
def cluster_lane(address: str, how: HowToRead) -> Iterator[Lane]:
    """The cluster at `tcp://host:port` as an executor; raises `ClusterTrouble`."""
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterTrouble(
            _("A cluster needs Dask, which is not installed."),
            _("Install it: pip install kehoach[cluster]"),
        ) from error
    for name in _LOGGERS:  # what they would say, with a traceback, is said here in a sentence
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        client = Client(address, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterTrouble(
            _("No scheduler answers at {address}: {why}.").format(
                address=address, why=str(error) or type(error).__name__
            ),
            _("Start one with: dask scheduler; then on each machine: dask worker {address}").format(
                address=address
            ),
        ) from error
    try:
        executor = client.get_executor(retries=_RETRIES)
        out = HandingOut(executor, partial(read_there, how), _is_killed)
        yield Lane(out.submit, _threads(client, address), partial(_outcome, client, out), out.send)
    finally:
        # A client whose scheduler is gone may never end by itself.
        closing = threading.Thread(target=client.close, kwargs={"timeout": 2}, daemon=True)
        closing.start()
        closing.join(_CLOSING)


def _threads(client: "Client", address: str) -> int:
    """How many files the cluster reads at once; a cluster without workers would wait forever."""
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        raise ClusterTrouble(
            _("The cluster at {address} has no workers.").format(address=address),
            _("Start one on each machine: dask worker {address}").format(address=address),
        ) from error
    return sum(client.nthreads().values())


def _is_killed(error: BaseException) -> bool:
    """Whether the workers died that were given the files."""
    from distributed import KilledWorker

    return isinstance(error, KilledWorker)


def _outcome(client: "Client", out: HandingOut, file: Found, future: Future[ReadFile]) -> ReadFile:
    out.send_with(future)
    away = 0
    while not wait([future], timeout=1).done:  # a client that was left tries to come back, silently
        away = 0 if client.status == "running" else away + 1
        if away > _PATIENCE:
            raise ClusterTrouble(_("The cluster was lost."), _(_AGAIN))
    try:
        return future.result()
    except Exception as error:
        return _outcome_of_error(file, error)


def _outcome_of_error(file: Found, error: Exception) -> ReadFile:
    """The file's own trouble; raises `ClusterTrouble` for what would befall every file.

    A file at which several workers died is refused.
    """
    if _is_killed(error):
        return ReadFile(file.path, trouble=refuse("crashed"))
    if isinstance(error, OtherVersion):
        raise ClusterTrouble(
            _("A worker of the cluster runs kehoach {theirs}, this is {ours}.").format(
                theirs=error, ours=__version__
            ),
            _("Install the same version on every machine."),
        ) from error
    if isinstance(error, CancelledError | OSError | TimeoutError):
        raise ClusterTrouble(_("The cluster was lost."), _(_AGAIN)) from error
    raise ClusterTrouble(
        _("The cluster can't read: {why}.").format(why=f"{type(error).__name__}: {error}"),
        _("Install the same version on every machine."),
    ) from error
