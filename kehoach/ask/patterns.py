"""A pattern of a question: what it means, its form without marks, and examples of it."""

import re
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Pattern:
    """`form` is matched as whole words against a question in lower case without marks, đ as d.
    `means` is the value that it stands for; `examples` are words, with marks, that it matches
    from end to end."""

    means: str
    form: str
    examples: tuple[str, ...]
    regex: "re.Pattern[str]" = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "regex", re.compile(rf"(?<!\w)(?:{self.form})(?!\w)"))
