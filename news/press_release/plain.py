"""A document as the text that a reader sees, for descriptions, feeds and search."""

from collections.abc import Iterable, Iterator

from .tree import (
    Aside,
    Block,
    Content,
    Footnote,
    Heading,
    ImageReference,
    Inline,
    Link,
    Mark,
    Note,
    Paragraph,
    Phrase,
    Points,
    Quotation,
    Reference,
    Run,
    Steps,
    Strong,
    Table,
    Text,
)


def plain_text(blocks: Iterable[Block], with_tables: bool = True) -> str:
    return "\n".join(line for line in _lines(blocks, with_tables) if line)


def plain_inline(children: list[Inline]) -> str:
    return " ".join("".join(map(_inline, children)).split())


def _inline(node: Inline) -> str:
    match node:
        case Text(text):
            return text
        case Strong(children) | Link(_, children) | Aside(children):
            return "".join(map(_inline, children))
        case Reference(mark, footnote):
            return mark if footnote is None else ""
        case Mark():
            return ""


def _lines(blocks: Iterable[Block], with_tables: bool) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Note() | Footnote():
                yield _content(block.content)
            case Heading() | Quotation():
                yield plain_inline(block.children)
            case Points():
                yield from _points(block, with_tables)
            case Table() if with_tables:
                yield from _table(block)
            case ImageReference():
                yield block.caption


def _points(points: Points, with_tables: bool) -> Iterator[str]:
    for item in points.items:
        yield f"{item.label} {_content(item.content)}".strip()
        yield from _lines(item.blocks, with_tables)


def _table(table: Table) -> Iterator[str]:
    yield plain_inline([*table.caption, Text(" "), *table.unit])
    for row in (table.header, *table.rows):
        yield ", ".join(filter(None, (plain_inline(cell.children) for cell in row)))


def _content(content: Content) -> str:
    return " ".join(map(_part, content))


def _part(part: Phrase | Run | Steps | Aside) -> str:
    match part:
        case Phrase(children) | Aside(children):
            return plain_inline(children)
        case Run(items):
            return ", ".join(map(plain_inline, items))
        case Steps(items):
            return " → ".join(map(plain_inline, items))
