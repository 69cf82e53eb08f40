"""Anniversary (kỷ niệm): a commemoration whose count can be checked."""

from schemas.base import Grounded


class Anniversary(Grounded):
    """`count` is the N of `kỷ niệm N năm`; days are ISO days or bare years, as printed."""

    name: str
    count: int | None = None
    founded: str | None = None
    celebrated: str | None = None
