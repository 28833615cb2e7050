"""The text of a paragraph or point → phrases, runs of ▲ items, step lists and notes.

Only marks that stand in the sentence itself count: those in parentheses, quotation marks, links and
bold belong to what surrounds them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise

OPENING, CLOSING = "(（[「『“", ")）]」』”"
ABBREVIATION = r"\b(?:[A-Z]|Mr|Ms|Mrs|Dr|Jr|St|No|vs|Co|Ltd|Inc|Corp|etc)"
OUTER = re.compile(
    rf"(?P<opening>[{re.escape(OPENING)}])|(?P<closing>[{re.escape(CLOSING)}])"
    # «△3.2%» is a negative number.
    r"|(?P<mark>▲|△(?![0-9][0-9,.]*\s?[%％]))|(?P<note>※)|(?P<arrow>[→⇒])|(?P<comma>[,;、](?![0-9]))"
    rf"|(?P<abbreviation>{ABBREVIATION}\.)"
    # A point ends a sentence when text follows; after a digit («12. 17.») only before a capital.
    # A footnote mark may stand behind it.
    r"|(?P<stop>(?:(?<=[^\s0-9])[.!?。]|(?<=[0-9])[.](?=\s+[A-Z]))\**(?=\s+\S))"
)
INTRODUCTIONS = ":：-–—―─"
COLONS = ":："
CLOSING_DASH = re.compile(r"[—―─]|(?<![A-Za-z0-9])[-–]|[-–](?![A-Za-z0-9])")
SEPARATORS = ",;、 \t\n"
CONNECTIVES = ("and", "및", "그리고")
SENTENCE_ENDS = (".", "!", "?")
FINAL_POINT = re.compile(r"(?<!다)\.(?=\*{0,4}$)")

FEWEST_STEPS = 3
LONGEST_STEP = 120
STEP_LEAD = re.compile(r"(\([^()]{1,40}\)|[^:：]{1,60}[:：])\s+(?=\S)")
STEP_DETAIL = re.compile(r"[(（:：]")


class Kind(Enum):
    PHRASE = auto()
    RUN = auto()
    STEPS = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    kind: Kind
    texts: list[str]


@dataclass(slots=True)
class Outer:
    """Positions of what stands outside of all brackets, quotation marks and bold.

    Those of ``stop`` are behind the sentence.
    """

    mark: list[int] = field(default_factory=list)
    note: list[int] = field(default_factory=list)
    arrow: list[int] = field(default_factory=list)
    comma: list[int] = field(default_factory=list)
    stop: list[int] = field(default_factory=list)

    def before(self, end: int) -> "Outer":
        kinds = (self.mark, self.note, self.arrow, self.comma, self.stop)
        return Outer(*(positions[: bisect_left(positions, end)] for positions in kinds))


def divide(text: str, bold: dict[int, int]) -> list[Piece]:
    """The pieces in the order of the text. ``bold``: where bold begins → ends."""
    outer = _outer(text, bold)
    notes = [*outer.note, len(text)]
    main, outer = text[: notes[0]], outer.before(notes[0])
    pieces = _steps(main, outer) or list(_Runs(main, outer).pieces())
    asides = (text[start + 1 : end].strip() for start, end in pairwise(notes))
    return pieces + [Piece(Kind.NOTE, [aside]) for aside in asides if aside]


def _outer(text: str, bold: dict[int, int]) -> Outer:
    outer = Outer()
    depth = bold_end = 0
    starts = sorted(bold, reverse=True)
    for found in OUTER.finditer(text):
        while starts and starts[-1] < found.start():
            bold_end = bold[starts.pop()]
        kind = found.lastgroup
        if kind in ("opening", "closing"):
            depth = max(depth + (1 if kind == "opening" else -1), 0)
        elif depth == 0 and found.start() >= bold_end and kind != "abbreviation":
            getattr(outer, kind).append(found.end() if kind == "stop" else found.start())
    return outer


# ---- steps: 62nd → 41st → 27th


def _steps(text: str, outer: Outer) -> list[Piece]:
    if len(outer.arrow) + 1 < FEWEST_STEPS or outer.mark or outer.comma or outer.stop:
        return []
    steps = [
        text[start + 1 : end].strip() for start, end in pairwise([-1, *outer.arrow, len(text)])
    ]
    lead, steps[0] = _step_lead(steps)
    steps[-1] = FINAL_POINT.sub("", steps[-1])
    if not all(0 < len(step) <= LONGEST_STEP for step in steps) or _is_prose(text, steps):
        return []
    return [*([Piece(Kind.PHRASE, [lead])] if lead else []), Piece(Kind.STEPS, steps)]


def _step_lead(steps: list[str]) -> tuple[str, str]:
    """«절차: 접수 → 심사 → 선정»: what introduces the steps stands only before the first."""
    first, *others = steps
    found = STEP_LEAD.match(first)
    if not found or any(STEP_LEAD.match(step) for step in others):
        return "", first
    return found.group().strip(), first[found.end() :]


def _is_prose(text: str, steps: list[str]) -> bool:
    ending = text.rstrip()
    has_details = all(STEP_DETAIL.search(step) for step in steps)
    return ending.endswith(("다.", "요.")) or (ending.endswith(SENTENCE_ENDS) and not has_details)


# ---- runs: A: ▲ x, ▲ y, and ▲ z.


class _Runs:
    def __init__(self, text: str, outer: Outer) -> None:
        self.text = text
        self.marks = outer.mark
        self.stops = outer.stop
        self.is_vertical = len(self.marks) > 1 and all(map(self._begins_line, self.marks))

    def pieces(self) -> Iterator[Piece]:
        written = position = 0
        while position < len(self.marks):
            start = self.marks[position]
            introduction = self._introduction(start)
            if not introduction:
                position += 1
                continue
            position, items, end = self._collect(position)
            if len(items) < 2 or self._goes_on(introduction, items[-1]):
                continue
            yield from self._phrase(written, start)
            yield Piece(Kind.RUN, _cleaned(items))
            written = end
        yield from self._phrase(written, len(self.text))

    def _phrase(self, start: int, end: int) -> Iterator[Piece]:
        if phrase := self.text[start:end].strip():
            yield Piece(Kind.PHRASE, [phrase])

    def _begins_line(self, at: int) -> bool:
        return at == 0 or self.text[at - 1] == "\n"

    def _before(self, at: int) -> str:
        """The last character before a position, spaces and footnote marks aside."""
        while at and (self.text[at - 1].isspace() or self.text[at - 1] == "*"):
            at -= 1
        return self.text[at - 1] if at else ""

    def _introduction(self, at: int) -> str:
        """The colon or dash before the run. Marks that each begin a line need none."""
        if self.is_vertical:
            return "\n"
        before = self._before(at)
        return before if before and before in INTRODUCTIONS else ""

    def _collect(self, position: int) -> tuple[int, list[str], int]:
        """Next mark after the run, its items, and where it ends in the text."""
        items: list[str] = []
        for following in range(position + 1, len(self.marks) + 1):
            start = self.marks[following - 1]
            end = self.marks[following] if following < len(self.marks) else len(self.text)
            stop = self._sentence_end(start, end, is_last=following == len(self.marks))
            items.append(self.text[start + 1 : stop])
            if stop < end:
                return following, _filled(items), stop
        return len(self.marks), _filled(items), len(self.text)

    def _sentence_end(self, start: int, end: int, *, is_last: bool) -> int:
        """Where the item ends: at the next mark, or where its sentence ends and another begins."""
        first = bisect_left(self.stops, start)
        if self.is_vertical or first == len(self.stops) or self.stops[first] >= end:
            return end
        # Between two marks, a sentence that is complete belongs to the item.
        is_complete = self._before(end) in (*SENTENCE_ENDS, *SEPARATORS)
        return end if is_complete and not is_last else self.stops[first]

    @staticmethod
    def _goes_on(introduction: str, last: str) -> bool:
        """«three areas—▲ x, ▲ y—are»: the second dash returns to the sentence."""
        is_dash = introduction in INTRODUCTIONS and introduction not in COLONS
        return is_dash and bool(CLOSING_DASH.search(last))


def _filled(items: list[str]) -> list[str]:
    return [item for item in items if item.strip(SEPARATORS)]


def _cleaned(items: list[str]) -> list[str]:
    """Items without the commas and «and» that joined them, nor the point of the sentence."""
    cleaned = [*(_without_connective(item) for item in items[:-1]), items[-1].strip(SEPARATORS)]
    are_sentences = any(item.endswith(SENTENCE_ENDS) for item in cleaned[:-1])
    if not are_sentences:
        cleaned[-1] = FINAL_POINT.sub("", cleaned[-1])
    return cleaned


def _without_connective(item: str) -> str:
    item = item.strip(SEPARATORS)
    for word in CONNECTIVES:
        stem = item.removesuffix(word)
        if stem != item and stem and stem[-1] in SEPARATORS:
            return stem.rstrip(SEPARATORS)
    return item
