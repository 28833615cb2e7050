"""One cell of a pasted table: the figure it says, what was made of it, or why it cannot be told.

More tolerant than a cell of the grid, because the text was printed for readers: slips and
footnote marks are left out, each with a remark. What could mean two things is never guessed.
"""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from ..cells import NOT_PUBLISHED, Trouble, UnreadableError, plain_text, read_rank, read_rating
from ..sheet import Kind
from .refusals import refusal

WORDS = tomllib.loads(Path(__file__).with_name("figures.toml").read_text("utf-8"))
NO_FIGURE = frozenset(WORDS["not_published"])
CLEAR = frozenset(WORDS["clear"])
UNCHANGED = frozenset(WORDS["unchanged"])

# No figure is longer, with all that publishers print around it.
LONGEST = 80
MOST_MARKS = 3

FIGURE = r"(?P<figure>.*?\S)"
# «8 1)» carries a footnote; in «81)» nobody can tell which digits do.
FOOTNOTE = re.compile(
    rf"{FIGURE} ?(?P<mark>[*†‡§¶※]+|[⁰¹²³⁴-⁹ᵃ-ᶻ⁽⁾]+\)?|\[[0-9a-z]{{1,3}}\]|\(?주[0-9]{{0,2}}\)"
    r"|(?<=[ 위a-z])[0-9]{1,2}\))",
    re.IGNORECASE,
)
LEADING_MARK = re.compile(r"(?P<mark>[*†‡§¶※]+) ?(?P<figure>[^*†‡§¶※].*)")
MOVE_BEHIND = re.compile(
    rf"{FIGURE} ?(?P<mark>\((?:[▲△▼▽↑↓+-] ?[0-9]+|[▲△▼▽↑↓-])\))", re.IGNORECASE
)
AROUND_RANK = re.compile(
    r"(?:#|no\. ?|no |rank(?:ed)? |순위 ?|제 ?)?(?P<figure>[0-9][^ ]*?) ?(?:등|位|번째|\.)?",
    re.IGNORECASE,
)
AROUND_RATING = re.compile(r"(?P<figure>[0-9][0-9.,]*?) ?(?:점|pts?\.?|points?|%)?", re.IGNORECASE)
ENGLISH_ENDING = re.compile(r"(?<=[0-9]) ?(?:st|nd|rd|th)", re.IGNORECASE)
THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")

MOVE = re.compile(
    r"\(?(?P<sign>[▲△▼▽↑↓⬆⬇🔺🔻+-]|up |down )?\ufe0f? ?(?P<places>[0-9]{1,5}) ?"
    r"(?:계단|단계|places?)? ?(?P<word>상승|하락|up|down|[▲△▼▽↑↓⬆⬇])?\)?"
)
UP = frozenset(["▲", "↑", "⬆", "🔺", "상승", "up"])
DOWN = frozenset(["▼", "↓", "⬇", "🔻", "하락", "down"])


@dataclass(frozen=True)
class Reading:
    """`spelling` as `cells` writes it, "" to remove what is stored, None to leave it as it is.

    `doubts` are those of the remarks that somebody has to look at.
    """

    spelling: str | None = None
    remarks: list = field(default_factory=list)
    trouble: str = ""
    doubts: list = field(default_factory=list)


@dataclass(frozen=True)
class Move:
    """A stated move; `is_up` is None where its sign could mean either direction."""

    places: int
    is_up: bool | None = None


def read_figure(text, kind):
    """The `Reading` of a cell in a column of `kind` (a `sheet.Kind`)."""
    plain = plain_text(text)
    if not plain:
        return Reading()
    if len(plain) > LONGEST:
        trouble = Trouble.NOT_A_RATING if kind is Kind.RATING else Trouble.NOT_A_RANK
        return Reading(trouble=refusal(plain, plain[:LONGEST], kind, trouble))
    figure, remarks = without_marks(plain)
    word = figure.casefold()
    if word in CLEAR:
        return Reading(
            "", [*remarks, _("“%(text)s” removes the stored figure.") % {"text": figure}]
        )
    if word in NO_FIGURE:
        return not_published(figure, kind, remarks)
    return figure_in(plain, figure, kind, remarks)


def not_published(figure, kind, remarks):
    """There is no way to store that a rating was not published: it is simply not there."""
    if kind is Kind.RATING:
        return Reading()
    if figure.strip("-"):
        remarks.append(_("“%(text)s” was read as: not published.") % {"text": figure})
    return Reading(str(NOT_PUBLISHED), remarks)


def figure_in(plain, figure, kind, remarks):
    try:
        bare, value = (read_mended_rating if kind is Kind.RATING else read_mended_rank)(figure)
    except UnreadableError as error:
        return Reading(trouble=refusal(plain, figure, kind, error.trouble))
    words = {"text": figure, "spelling": value}
    if has_wrong_ending(figure, bare):
        sentence = _("“%(text)s” was read as %(spelling)s, but its ending does not fit the number.")
        doubt = sentence % words
        return Reading(str(value), [*remarks, doubt], doubts=[doubt])
    if bare != figure:
        remarks.append(_("“%(text)s” was read as %(spelling)s.") % words)
    return Reading(str(value), remarks)


def has_wrong_ending(figure, bare):
    """Whether `figure` was read only without its ending: «62th» may be 62nd, or 60th mistyped."""
    return bool(ENGLISH_ENDING.search(figure) and not ENGLISH_ENDING.search(bare))


def without_marks(plain):
    """`plain` without footnote marks and bracketed moves, and a remark on each left out."""
    remarks = []
    for _round in range(MOST_MARKS):
        if found := MOVE_BEHIND.fullmatch(plain):
            sentence = _("“%(mark)s” behind the figure was left out.")
        elif found := FOOTNOTE.fullmatch(plain) or LEADING_MARK.fullmatch(plain):
            sentence = _("“%(mark)s” was left out as a footnote mark.")
        else:
            break
        plain = found["figure"]
        remarks.append(sentence % {"mark": found["mark"]})
    return plain, remarks


def mended(figure, around):
    found = around.fullmatch(figure)
    return found["figure"] if found else figure


def read_mended_rating(figure):
    bare = mended(figure, AROUND_RATING)
    return bare, read_rating(bare)


def read_mended_rank(figure):
    """What was made of `figure`, and the rank in it. Raises `UnreadableError`."""
    bare = THOUSANDS.sub("", mended(figure, AROUND_RANK))
    try:
        return bare, read_rank(bare)
    except UnreadableError as error:
        if error.trouble is not Trouble.WRONG_ORDINAL:
            raise
    bare = ENGLISH_ENDING.sub("", bare)
    return bare, read_rank(bare)


def read_move(text):
    """The `Move` in a cell of a column of moves, None where it says none."""
    plain = plain_text(text).casefold()
    if plain in UNCHANGED:
        return Move(0)
    found = MOVE.fullmatch(plain)
    if not found:
        return None
    signs = {(found["sign"] or "").strip(), found["word"] or ""}
    is_up = bool(signs & UP)
    return Move(int(found["places"]), is_up if is_up or signs & DOWN else None)
