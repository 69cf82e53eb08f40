"""Registry: every rule of `checks/rules`, found by its file."""

import importlib
import pkgutil
from dataclasses import replace
from functools import cache

from checks import rules
from checks.rule import Rule, read_documentation


class UnknownRule(LookupError):
    """No rule has that code or name."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """All rules by code; each module of `checks/rules` holds one as `RULE`."""
    found = []
    for module_info in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{module_info.name}")
        declared = module.RULE
        if not isinstance(declared, Rule):
            raise TypeError(f"{module.__name__}: RULE is not a Rule")
        found.append(
            replace(
                declared,
                name=module_info.name.replace("_", "-"),
                documentation=read_documentation(module.__doc__ or ""),
            )
        )
    return tuple(sorted(found, key=lambda r: r.code))


def rule(code: str) -> Rule:
    """The rule of a code (`E01`) or a name (`anniversary-count`); `UnknownRule` else."""
    for known in all_rules():
        if code.upper() == known.code or code.lower() == known.name:
            return known
    raise UnknownRule(code)
