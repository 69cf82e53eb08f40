"""Questions in a sentence, Vietnamese or English: understood as a command, or refused.

Nothing is guessed. Every word of a question must have a part in how it is understood; what
has none is named in the refusal. The same question on the same day always means the same.
"""

from kehoach.ask.answer import Answer, answer
from kehoach.ask.meaning import Meaning
from kehoach.ask.refusal import Refusal

__all__ = ["Answer", "Meaning", "Refusal", "answer"]
