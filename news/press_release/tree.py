"""What a press release consists of, once its notation has been read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

# ---- inside a line


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    children: "list[Inline]"


@dataclass(frozen=True, slots=True)
class Link:
    address: str
    children: "list[Inline]"


@dataclass(frozen=True, slots=True)
class Mark:
    """A list or note mark that stays in the line: seen, but not read out."""

    mark: str


@dataclass(slots=True)
class Reference:
    """A footnote mark in the text. Without a footnote below it is an ordinary asterisk."""

    mark: str
    footnote: int | None = None
    occurrence: int = 1


@dataclass(frozen=True, slots=True)
class Aside:
    """A note (※) within a line."""

    children: "list[Inline]"


Inline = Text | Strong | Link | Mark | Reference | Aside

# ---- the text of a paragraph or point


@dataclass(frozen=True, slots=True)
class Phrase:
    children: list[Inline]


@dataclass(frozen=True, slots=True)
class Run:
    """The items of «A: ▲ x, ▲ y»."""

    items: list[list[Inline]]


@dataclass(frozen=True, slots=True)
class Steps:
    """The items of «x → y → z»."""

    items: list[list[Inline]]


Content = list[Phrase | Run | Steps | Aside]

# ---- blocks


@dataclass(frozen=True, slots=True)
class Paragraph:
    content: Content


@dataclass(frozen=True, slots=True)
class Quotation:
    children: list[Inline]


@dataclass(frozen=True, slots=True)
class Heading:
    id: str
    children: list[Inline]


@dataclass(frozen=True, slots=True)
class Note:
    """A line that begins with ※, or with a footnote mark that no text above carries."""

    mark: str
    content: Content


@dataclass(frozen=True, slots=True)
class Footnote:
    """``number`` counts the footnotes of the document from 1."""

    mark: str
    number: int
    content: Content


@dataclass(slots=True)
class Item:
    """``label`` and ``number`` are those of an ordered point: «나.» and 2."""

    label: str = ""
    number: int | None = None
    content: Content = field(default_factory=list)
    blocks: "list[Block]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Points:
    """Points of one kind: bullets of a level from 1 to 3, or labels of a style such as «가.»."""

    level: int | None
    style: str | None
    items: list[Item]


@dataclass(frozen=True, slots=True)
class Cell:
    children: list[Inline]
    alignment: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class Table:
    number: int
    caption: list[Inline]
    unit: list[Inline]
    header: list[Cell]
    rows: list[list[Cell]]
    width: int

    @property
    def caption_id(self) -> str:
        return f"table-{self.number}-caption"

    @property
    def figures(self) -> set[int]:
        """Columns, after the first, of nothing but figures and signs for none."""
        cells = [(at, cell) for row in self.rows for at, cell in enumerate(row) if cell.children]
        words = {at for at, cell in cells if not cell.is_number}
        return {at for at, cell in cells if at > 0 and cell.is_number} - words


@dataclass(frozen=True, slots=True)
class ImageReference:
    """A figure. Without ``alt``, the description stored with the image stands in for it."""

    line: int
    number: int
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class Embed:
    line: int
    kind: str
    argument: str

    @property
    def id(self) -> str:
        return f"embed-{self.line}"


Block = Paragraph | Quotation | Heading | Note | Footnote | Points | Table | ImageReference | Embed


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks in the order of the text, those within points included."""
    for block in blocks:
        yield block
        if isinstance(block, Points):
            for item in block.items:
                yield from walk(item.blocks)


def without_empty(blocks: Iterable[Block]) -> list[Block]:
    """Without the points that are nothing but a mark. A label is more than that: it is kept."""
    kept = []
    for block in blocks:
        if isinstance(block, Points):
            for item in block.items:
                item.blocks = without_empty(item.blocks)
            block.items[:] = [
                item for item in block.items if item.content or item.blocks or item.label
            ]
        if not isinstance(block, Points) or block.items:
            kept.append(block)
    return kept
