"""The read model of a database, published to a PostgreSQL server of the office."""

from kehoach.publish.publish import Published, publish

__all__ = ["Published", "publish"]
