"""Planted contradictions: how many of them the rules find, and what they say of sound plans.

Prints recall for each rule that compares plans, and every false alarm on the chains without a
fault. Exits with 1 on one false `error` or where a rule finds less than 97 of 100.
"""

import argparse
import sys
import time

from chains.measure import Score, measure
from chains.mutate import PLANTS

LEAST = 0.97


def report(score: Score, seconds: float, *, verbose: bool) -> None:
    """What people read."""
    print(f"{score.chains} chains without a fault, {score.plans} plans, {seconds:.0f} s")
    print("\nrule  mutants  found  recall")
    for rule in PLANTS:
        print(f"{rule:5} {score.tried[rule]:7} {score.hit[rule]:6}  {score.recall(rule):.3f}")
    print("\nfalse alarms on chains without a fault, by severity and rule")
    for (severity, rule), count in sorted(score.false.items()):
        print(f"{severity:6}{rule:5}{count:5}   {count / score.plans:.3f} a plan")
    if not score.false:
        print("none")
    if verbose:
        print("\nother findings on mutants (planted rule, rule said, times)")
        print(*(f"{a} {b} {n}" for (a, b), n in sorted(score.aside.items())), sep="\n")
        print(*score.missed, sep="\n")
        print(*score.said, sep="\n")
    print("\nThe generator of these chains and the rules have the same author: these figures say")
    print("that the rules do what was meant, not how they do on plans that strangers write.")


def main() -> int:
    """Run and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chains", type=int, default=320)
    parser.add_argument("--mutants", type=int, default=45, help="for each rule")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("-v", "--verbose", action="store_true", help="name what was missed")
    args = parser.parse_args()
    before = time.perf_counter()
    score = measure(range(args.first, args.first + args.chains), args.mutants)
    report(score, time.perf_counter() - before, verbose=args.verbose)
    weak = [rule for rule in PLANTS if score.recall(rule) < LEAST]
    if score.errors or weak:
        print(f"\nFAILED: {score.errors} false errors; recall under {LEAST}: {weak or 'none'}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
