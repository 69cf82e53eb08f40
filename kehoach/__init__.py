"""The front door: settings, pipeline, command line; the only room that knows the others."""

__version__ = "0.1.0"
