"""What changed between two texts, line by line and, within a changed line, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, REMOVED, ADDED, SKIPPED = "same", "removed", "added", "skipped"

# Unchanged lines shown around a change.
CONTEXT = 2
# Comparing words costs the square of their number; beyond this a line counts as changed whole.
LONGEST_COMPARED = 5_000
WORDS = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True)
class Segment:
    text: str
    is_changed: bool


@dataclass(frozen=True)
class Line:
    """``kind`` is same, removed, added or skipped; ``segments`` of a skipped line are empty."""

    kind: str
    segments: list[Segment]

    @property
    def text(self):
        return "".join(segment.text for segment in self.segments)


def line_differences(old, new):
    """The lines of both texts in reading order, long unchanged stretches reduced to one line."""
    old_lines, new_lines = old.splitlines(), new.splitlines()
    lines = []
    for tag, *place in SequenceMatcher(None, old_lines, new_lines).get_opcodes():
        before, after = old_lines[place[0] : place[1]], new_lines[place[2] : place[3]]
        if tag == "equal":
            lines += shortened(before, at_start=place[0] == 0, at_end=place[1] == len(old_lines))
        else:
            lines += changed(before, after)
    return lines


def shortened(lines, *, at_start, at_end):
    head = 0 if at_start else CONTEXT
    tail = 0 if at_end else CONTEXT
    if len(lines) <= head + tail + 1:
        return [whole(SAME, line) for line in lines]
    return [
        *(whole(SAME, line) for line in lines[:head]),
        Line(SKIPPED, []),
        *(whole(SAME, line) for line in lines[len(lines) - tail :]),
    ]


def changed(before, after):
    if len(before) != len(after):
        return [
            *(whole(REMOVED, line) for line in before),
            *(whole(ADDED, line) for line in after),
        ]
    return [line for pair in zip(before, after, strict=True) for line in word_differences(*pair)]


def word_differences(before, after):
    if len(before) > LONGEST_COMPARED or len(after) > LONGEST_COMPARED:
        return [whole(REMOVED, before), whole(ADDED, after)]
    old_words, new_words = WORDS.findall(before), WORDS.findall(after)
    removed, added = [], []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old_words, new_words, False).get_opcodes():
        removed.append(Segment("".join(old_words[i1:i2]), tag != "equal"))
        added.append(Segment("".join(new_words[j1:j2]), tag != "equal"))
    return [Line(REMOVED, written(removed)), Line(ADDED, written(added))]


def whole(kind, line):
    return Line(kind, [Segment(line, False)])


def written(segments):
    return [segment for segment in segments if segment.text]
