"""Record to SQLite and back; `open_store` is the door, imported only when it is used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.database import Store as Store
    from store.database import open_store as open_store

__all__ = ["Store", "open_store"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from store import database

        return getattr(database, name)
    raise AttributeError(name)
