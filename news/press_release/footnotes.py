"""Footnote marks in the text and the lines that explain them."""

from .tree import Reference


class Footnotes:
    """A line «* …» explains every «*» in the text above it, back to the previous line «* …».

    ``marks`` are those with which any line of the document begins.
    """

    def __init__(self, marks: set[str]) -> None:
        self.marks = marks
        self._waiting: dict[str, list[Reference]] = {}
        self._count = 0

    def refer(self, mark: str) -> Reference:
        """A mark in the text, which remains an asterisk until a footnote explains it."""
        reference = Reference(mark)
        self._waiting.setdefault(mark, []).append(reference)
        return reference

    def explain(self, mark: str) -> int | None:
        """The number of the footnote; None without a mark above."""
        references = self._waiting.pop(mark, [])
        if not references:
            return None
        self._count += 1
        for occurrence, reference in enumerate(references, 1):
            reference.footnote, reference.occurrence = self._count, occurrence
        return self._count
