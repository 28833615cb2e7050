"""Where **bold** begins and ends.

CommonMark leaves «**‘부산’**을» as it is, because a letter follows the closing mark directly after
punctuation. In Korean a particle always does, so the marks are paired here by spaces alone.
"""

import re

STARS = re.compile(r"\\.|(?P<stars>\*+)", re.DOTALL)
WORD_END = re.compile(r"[\w)\]）］”’\"'%]")


def bold_spans(text: str, *, after_word: bool) -> dict[int, int]:
    """Position of the opening → of the closing ``**``, in one pass.

    ``after_word``: may bold begin within a word? Not where ``**`` is also a footnote mark.
    """
    spans: dict[int, int] = {}
    opening = None
    for found in STARS.finditer(text):
        if not found["stars"] or _multiplies(text, found):
            continue
        if opening is not None and _closes(text, found):
            spans[opening] = found.start()
            opening = None
        elif _opens(text, found, after_word):
            opening = found.start()
    return spans


def _multiplies(text: str, stars: re.Match) -> bool:
    return _before(text, stars).isdigit() and text[stars.end() : stars.end() + 1].isdigit()


def _closes(text: str, stars: re.Match) -> bool:
    return len(stars.group()) >= 2 and not _before(text, stars).isspace()


def _opens(text: str, stars: re.Match, after_word: bool) -> bool:
    after = text[stars.end() : stars.end() + 1]
    if len(stars.group()) != 2 or not after or after.isspace():
        return False
    return after_word or not WORD_END.match(_before(text, stars))


def _before(text: str, stars: re.Match) -> str:
    return text[stars.start() - 1 : stars.start()] if stars.start() else ""
