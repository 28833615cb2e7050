import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from .plain import plain_inline, plain_text
from .problems import Problem
from .tree import Block, Embed, Heading, ImageReference, Inline, Table, walk

NOT_IN_IDS = re.compile(r"\W+")
LONGEST_ID = 60


@dataclass(frozen=True)
class Document:
    """A press release that has been read."""

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def embeds(self) -> tuple[Embed, ...]:
        return tuple(block for block in walk(self.blocks) if isinstance(block, Embed))

    @cached_property
    def images(self) -> tuple[ImageReference, ...]:
        return tuple(block for block in walk(self.blocks) if isinstance(block, ImageReference))

    @cached_property
    def headings(self) -> tuple[tuple[str, str], ...]:
        """(id, text) for a table of contents. ``render`` puts its ``id_prefix`` before the id."""
        return tuple(
            (block.id, plain_inline(block.children))
            for block in self.blocks
            if isinstance(block, Heading)
        )

    @cached_property
    def landmarks(self) -> tuple[tuple[str, str | Embed], ...]:
        """Headings, tables with a caption, and embeds, by their ids in the order of the text."""
        return tuple(filter(None, map(_landmark, walk(self.blocks))))

    def plain_text(self) -> str:
        """The visible text without its marks: a line per paragraph, point, cell row or heading."""
        return plain_text(self.blocks)

    def sentences(self) -> str:
        """The same without its tables."""
        return plain_text(self.blocks, with_tables=False)

    def summary(self, length: int) -> str:
        """The beginning of the text on one line, in at most ``length`` characters."""
        text = " ".join(self.plain_text().split())
        if len(text) <= length:
            return text
        words = text[:length].rpartition(" ")[0] or text[: length - 1]
        return words.rstrip(" ,.:;·") + "…"


def _landmark(block: Block) -> tuple[str, str | Embed] | None:
    match block:
        case Heading(id, children):
            return id, plain_inline(children)
        case Table(caption=[_, *_]):
            return block.caption_id, plain_inline(block.caption)
        case Embed():
            return block.id, block
    return None


class HeadingIds:
    """Ids that follow from the text of the headings, each used once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: defaultdict[str, int] = defaultdict(int)

    def take(self, children: list[Inline]) -> str:
        words = NOT_IN_IDS.sub("-", plain_inline(children).lower()).strip("-")
        base = candidate = f"section-{words[:LONGEST_ID]}"
        while candidate in self._taken:
            self._counts[base] += 1
            candidate = f"{base}-{self._counts[base] + 1}"
        self._taken.add(candidate)
        return candidate
