"""Texts that look like figures and are none: what they are, and what to write instead.

Each sentence stands beside its cell and names neither the city nor the line.
"""

import re

from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from ..cells import Trouble
from ..sheet import Kind

MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
ARROWS = "▲△▼▽↑↓⇧⇩⬆⬇🔺🔻"


def pattern(text):
    return re.compile(text, re.IGNORECASE)


SPREADSHEET_ERROR = (
    pattern(r"#+|#(?:n/a|ref!|value!|div/0!|name\?|null!|num!|spill!|calc!|getting_data)"),
    _(
        "“%(text)s” is an error or a cut-off cell of the spreadsheet. "
        "Correct it there, or write the figure here; write - if none was published."
    ),
)
DATE = (
    pattern(
        rf"[0-9]{{4}} ?[-./년] ?[0-9]{{1,2}} ?[-./월] ?[0-9]{{1,2}}[.일]?(?: .*)?"
        r"|[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ][0-9]{2,4}"
        rf"|[0-9]{{1,2}}[- ](?:{MONTH})[a-z]*(?:[- ,]+[0-9]{{2,4}})?"
        rf"|(?:{MONTH})[a-z]*[- ][0-9]{{1,4}}|[0-9]{{1,2}}월(?: ?[0-9]{{1,2}}일)?"
    ),
    _(
        "“%(text)s” is a date. Spreadsheets turn bands such as 1-8 into dates: "
        "write the rank or the band again, as the source prints it."
    ),
)
SHORTENED = (
    pattern(r"[0-9]+(?:[.,][0-9]+)?e[+-]?[0-9]+"),
    _(
        "“%(text)s” is a number that the spreadsheet has shortened. "
        "Widen its column and copy it again, or write the number in full."
    ),
)
MOVE = (
    pattern(
        rf".*[{ARROWS}].*|\(?[+-] ?[0-9].*|.*[0-9] ?(?:계단|단계|상승|하락|places?|up|down)\b.*"
        r"|(?:up|down|상승|하락)\b.*"
    ),
    _(
        "“%(text)s”: does the mark stand for a move, or is it only a bullet? Write the figure "
        "alone; if the column holds moves, choose that as its meaning."
    ),
)
BOUND = (
    pattern(
        r"(?:top|within|under|over|above|below|outside|beyond|상위|하위|최고|최소|최대|약)"
        r"(?: the)?(?: top)? ?[0-9].*"
        r"|[0-9]+ ?(?:위|st|nd|rd|th)? ?"
        r"(?:\+|~|-|이내|이하|이상|이후|초과|미만|권|권 내|권 밖|밖|안|or .*|and .*)"
        r"|[<>≤≥〈〉＜＞~][ =]*[0-9].*"
    ),
    _(
        "“%(text)s” is a bound, not a figure. Write the figure itself, for ranks also a band such "
        "as 11-15, or - if the source gives none."
    ),
)
DECIMALS = (
    pattern(r"[0-9]+[.,][0-9]+"),
    _(
        "“%(text)s” has decimals, and a rank has none. Write the rank as a whole number; "
        "if these are ratings, choose that as the meaning of the column."
    ),
)
UNCLEAR_NOTE = (
    pattern(r"[0-9]+\)"),
    _("“%(text)s”: it is not clear which digits are the figure and which a footnote."),
)
FORMULA = (
    pattern(r"=.*[a-z+*/(].*"),
    _("“%(text)s” is a formula. Copy its result, or write the figure."),
)
SEVERAL = (
    pattern(r"[^0-9]*[0-9]+[^0-9]+[0-9].*"),
    _("“%(text)s” holds more than one number. Write one figure in each cell."),
)
DECIMAL_COMMA = (
    pattern(r"[0-9]+,[0-9]+"),
    _("“%(text)s”: if the comma separates decimals, write a full stop instead."),
)
MANY_DECIMALS = (
    pattern(r"[0-9,]+\.[0-9]{3,}"),
    _("“%(text)s” has more than two decimals. Write the rating as the source prints it."),
)

COMMON = (SPREADSHEET_ERROR, DATE, SHORTENED, MOVE, BOUND)
REFUSALS = {
    Kind.RANK: (*COMMON, DECIMALS, UNCLEAR_NOTE, FORMULA, SEVERAL),
    Kind.RATING: (*COMMON, DECIMAL_COMMA, MANY_DECIMALS, UNCLEAR_NOTE, FORMULA, SEVERAL),
}
REFUSALS[Kind.REGION] = REFUSALS[Kind.RANK]

SENTENCES = {
    Trouble.NOT_A_RANK: _(
        "“%(text)s” is not a rank. Write 8, =8 for a joint rank, 51-60 for a band, "
        "or - if none was published."
    ),
    Trouble.BELOW_ONE: _("“%(text)s” is not a rank: ranks begin at 1."),
    Trouble.TOO_LARGE: _("“%(text)s” is too large."),
    Trouble.WRONG_ORDINAL: _("The ending of “%(text)s” does not fit its number."),
    Trouble.WRONG_BAND: _(
        "“%(text)s” is not a band of ranks. Write the smaller number first, as in 51-60."
    ),
    Trouble.NOT_A_RATING: _(
        "“%(text)s” is not a rating. Write a number with at most two decimals, such as 636 or 72.5."
    ),
}
UNSPECIFIC = (Trouble.NOT_A_RANK, Trouble.NOT_A_RATING)


def refusal(text, figure, kind, trouble):
    """Why `text` is no figure of `kind`: by what `figure`, the part of it without footnotes,
    looks like, else by its `cells.Trouble`.
    """
    sentence = SENTENCES[trouble]
    if trouble in UNSPECIFIC:
        looks = (words for form, words in REFUSALS[kind] if form.fullmatch(figure))
        sentence = next(looks, sentence)
    return sentence % {"text": Truncator(text).chars(40)}
