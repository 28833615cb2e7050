"""What is wrong, or looks wrong, with a table that an editor entered."""

from .blocking import problems
from .doubtful import warnings
from .finding import Finding

__all__ = ["Finding", "problems", "warnings"]
