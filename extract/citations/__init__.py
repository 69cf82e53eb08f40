"""Citations (viện dẫn): what a plan stands on, carries out, changes or mentions."""

from extract.citations.find import find_citations

__all__ = ["find_citations"]
