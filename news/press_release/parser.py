"""Text in the notation of Korean press releases → document."""

import re
from collections.abc import Callable
from functools import partial

from . import standalone
from .content import read_content
from .document import Document, HeadingIds
from .footnotes import Footnotes
from .inline import InlineReader
from .marks import (
    Bullet,
    FootnoteMark,
    Label,
    NoteMark,
    begins_with_unknown_mark,
    footnote_marks,
    is_enclosed,
    read_mark,
)
from .outline import Outline
from .problems import problem
from .scan import Line, scan
from .tables import TableReader, table_lines
from .tree import Block, Footnote, Heading, Item, Note, Paragraph, Quotation, without_empty

Mark = Bullet | Label | NoteMark | FootnoteMark
ReadBlock = Callable[[str, int], Block]

RANGE_START = re.compile(r"([0-9]{1,4})(년|월|일|시|분|차|회|호|세|층|위|명)$")
RANGE_END = re.compile(r"[-–]\s*([0-9]{1,4})(년|월|일|시|분|차|회|호|세|층|위|명)")
TAIL = 8


def parse(text: str) -> Document:
    """Reads any text, in linear time. What could not be placed is in ``document.problems``."""
    return Parser(text).parse()


class OpenText:
    """A text that the next lines may continue, and what becomes of it when it ends."""

    def __init__(self, line: int, mark: Mark | None, text: str, place: Callable) -> None:
        self.line = line
        self.mark = mark
        self.parts = [text] if text else []
        self._place = place

    def close(self) -> None:
        self._place("\n".join(self.parts), self.line)

    def is_range_with(self, text: str) -> bool:
        """«10월» at the end of this line and «- 12월» on the next: a range that the line broke."""
        start = RANGE_START.search(self.parts[-1][-TAIL:]) if self.parts else None
        end = RANGE_END.match(text)
        if not start or not end or (isinstance(self.mark, Bullet) and self.mark.level == 3):
            return False
        # Months and hours may run over the end of the year or day.
        is_upward = int(start[1]) < int(end[1]) or start[2] in ("월", "시")
        return start[2] == end[2] and is_upward


class Parser:
    def __init__(self, text: str) -> None:
        self.lines, self.problems = scan(text)
        self.outline = Outline()
        self.footnotes = Footnotes(footnote_marks([line.text for line in self.lines]))
        self.reader = InlineReader(self.footnotes, self.problems)
        self.tables = TableReader(self.reader, self.problems)
        self.heading_ids = HeadingIds()
        self.open_text: OpenText | None = None
        self.follows_blank = True

    def parse(self) -> Document:
        position = 0
        while position < len(self.lines):
            position = self._read_at(position)
            self.follows_blank = not self.lines[position - 1].text
        self._close_text()
        self.problems.sort(key=lambda found: found.line)
        return Document(tuple(without_empty(self.outline.blocks)), tuple(self.problems))

    def _read_at(self, position: int) -> int:
        """Reads the line or table at the position and returns the position after it."""
        line = self.lines[position]
        if not line.text:
            self._close_text()
            return position + 1
        if table := table_lines(self.lines, position):
            self._close_text()
            for row in table.rows:
                self._report(row, *standalone.unplaced(row.text))
            self._place(self.tables.read(table))
            return position + table.length
        if not self._read_standalone(line):
            self._report(line, *standalone.unplaced(line.text))
            self._read_mark(line) or self._read_text(line)
        return position + 1

    # ---- blocks that stand alone

    def _read_standalone(self, line: Line) -> bool:
        if heading := standalone.heading_text(line.text):
            self._close_text()
            self.outline.close()
            children = self.reader.read(heading, line.number)
            self.outline.innermost.append(Heading(self.heading_ids.take(children), children))
            return True
        if block := standalone.figure(line) or standalone.embed(line):
            self._place(block)
        return block is not None

    def _place(self, block: Block) -> None:
        """Directly below a point it belongs to the point, after a blank line it stands alone."""
        self._close_text()
        if self.follows_blank:
            self.outline.close()
        self.outline.innermost.append(block)

    # ---- lines with a mark

    def _read_mark(self, line: Line) -> bool:
        mark = read_mark(line.text)
        match mark:
            case Bullet():
                if self.open_text and self.open_text.is_range_with(line.text):
                    return False
                self._close_text()
                self._open_item(line, mark, *self.outline.add_bullet(mark, line.indent))
            case Label():
                if not self.outline.follows(mark):
                    self._report(line, "label-order")
                    return False
                self._close_text()
                self._open_item(line, mark, *self.outline.add_label(mark, line.indent))
            case NoteMark():
                self._open_block(line, mark, self._note)
            case FootnoteMark():
                self._open_block(line, mark, partial(self._footnote, mark.mark))
        return mark is not None

    def _open_item(self, line: Line, mark: Bullet | Label, item: Item, is_folded: bool) -> None:
        if is_folded:
            self._report(line, "too-deep")
        self.open_text = OpenText(line.number, mark, mark.text, partial(self._fill, item))

    def _fill(self, item: Item, text: str, line: int) -> None:
        item.content = read_content(text, line, self.reader)
        if not item.content:
            self.problems.append(problem(line, "mark-empty"))

    def _open_block(self, line: Line, mark: NoteMark | FootnoteMark, read: ReadBlock) -> None:
        """A note or footnote always belongs to the point above it."""
        self._close_text()
        place = partial(self._append, self.outline.innermost, read)
        self.open_text = OpenText(line.number, mark, mark.text, place)

    def _append(self, blocks: list[Block], read: ReadBlock, text: str, line: int) -> None:
        if text.replace("※", "").strip():
            blocks.append(read(text, line))
        else:
            self.problems.append(problem(line, "mark-empty"))

    def _note(self, text: str, line: int) -> Note:
        return Note("※", read_content(text, line, self.reader))

    def _footnote(self, mark: str, text: str, line: int) -> Footnote | Note:
        number = self.footnotes.explain(mark)
        content = read_content(text, line, self.reader)
        if number is None:
            self.problems.append(problem(line, "footnote-unmarked"))
            return Note(mark, content)
        return Footnote(mark, number, content)

    # ---- lines without a mark

    def _read_text(self, line: Line) -> None:
        is_unknown = begins_with_unknown_mark(line.text)
        if is_unknown:
            self._report(line, "mark-unknown")
        if self.open_text and not is_unknown and not is_enclosed(line.text):
            self.open_text.parts.append(line.text)
            return
        self._close_text()
        if self.follows_blank or not is_unknown:
            self.outline.close()
        place = partial(self._append, self.outline.innermost, self._paragraph)
        self.open_text = OpenText(line.number, None, line.text, place)

    def _paragraph(self, text: str, line: int) -> Paragraph | Quotation:
        if standalone.is_quotation(text):
            return Quotation(self.reader.read(text, line))
        return Paragraph(read_content(text, line, self.reader))

    def _close_text(self) -> None:
        if self.open_text:
            self.open_text.close()
            self.open_text = None

    def _report(self, line: Line, *codes: str) -> None:
        self.problems.extend(problem(line.number, code) for code in codes)
