"""What the recipe needs, made in this folder and found again: all on the standard library, since it comes before the rest."""

from stages.environment.entry import begin, hand_on

__all__ = ["begin", "hand_on"]
