"""Breaks a title into lines as Korean is set: between words, with lines of like length.

`width` is a function from a text to its width, which is that of its letters one by one; it and
the room may be in any one unit.
"""

import re

ELLIPSIS = "…"
# «62위에서 8위까지…부산의 기록», “Two indices: a comparison”: a line ends best where a clause does.
CLAUSE_END = re.compile(r"(?<=…)\s*(?=\S)|(?<=[:;–?!]) ")
# Searching for the narrowest room ends at this part of the whole.
PRECISION = 100


def broken(text, width, room):
    """The fewest lines of `text` that fit into `room`, of as equal length as its words allow."""
    lines = filled(text, width, room)
    if len(lines) == 1:
        return lines
    return filled(text, width, narrowest(text, width, room, len(lines)))


def by_clause(text, width, room):
    return [line for clause in CLAUSE_END.split(text) for line in broken(clause, width, room)]


def narrowest(text, width, room, count):
    """The least room in which `text` still takes `count` lines and no word is taken apart."""
    words = [width(word) for word in text.split()]
    low, high = max([size for size in words if size <= room], default=room), room
    if any(size > room for size in words):
        return room
    while high - low > room / PRECISION:
        middle = (low + high) / 2
        low, high = (low, middle) if len(filled(text, width, middle)) <= count else (middle, high)
    return high


def filled(text, width, room):
    """Lines with as many words as fit; a word that is longer than a line is taken apart."""
    words = text.split()
    return joined(
        (piece for word in words for piece in pieces(word, width, room)), " ", width, room
    )


def pieces(word, width, room):
    return [word] if width(word) <= room else joined(word, "", width, room)


def joined(parts, joint, width, room):
    """The parts in their order, joined as long as they fit into `room`."""
    found, taken = [], 0
    for part in parts:
        wanted = width(joint + part)
        if found and taken + wanted <= room:
            found[-1] += joint + part
            taken += wanted
        else:
            found.append(part)
            taken = width(part)
    return found


def shortened(lines, most, width, room):
    """The first `most` of `lines`; an ellipsis stands for the rest."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], with_ellipsis(lines[most - 1], width, room)]


def with_ellipsis(line, width, room):
    """As many words of `line` as leave room for an ellipsis, or letters of its only word."""
    while width(line + ELLIPSIS) > room:
        line = line.rpartition(" ")[0] or line[:-1]
    return line.rstrip(" ,.·:;–-") + ELLIPSIS
