"""From text to tokens, in one pass."""

import re
from dataclasses import dataclass
from typing import Any

from rankings.entry.cells import LARGEST_RANK, Rank

from .lexemes import YEAR, lexeme_at
from .lexicon import (
    COUNTS,
    ENGLISH_KINDS,
    MONTH_NUMBERS,
    ORDINAL_WORDS,
    PARTICLES,
    Kind,
    korean_kind,
)
from .suggestions import Month

TAKING_ENDINGS = (Kind.RANK, Kind.WHEN, Kind.UNNAMED, Kind.NUMBER, Kind.CLOSE)
DIGITS = re.compile("[0-9]+")
HANGUL = re.compile("[가-힣]{1,12}")
LETTERS = re.compile("[A-Za-z]+")
YEARS = re.compile(YEAR)
COUNT_WORD = re.compile("|".join(sorted(COUNTS, key=len, reverse=True)))


@dataclass(slots=True)
class Token:
    """`value` is a Rank, a FoundName's meaning, a (number, date) of a time, a count of places."""

    kind: Kind
    start: int
    end: int
    text: str
    value: Any = None
    ending: str = ""
    is_used: bool = False
    is_lower: bool = False
    names_ranking: bool = False


def scan(text, vocabulary):
    """The tokens of `text`; white space within a line leaves none."""
    tokens, position = [], 0
    while position < len(text):
        found = lexeme_at(text, position)
        token = READERS.get(found.lastgroup, read_plainly)(found)
        position = found.end()
        if token and token.text[0].isalpha():
            token = named(text, vocabulary, token)
        if token:
            tokens.append(token)
            position = token.end
        if tokens and takes_ending(tokens[-1], found):
            tokens[-1].ending = ending_at(text, position, tokens[-1].kind)
            position += len(tokens[-1].ending)
    return tokens


def takes_ending(token, found):
    """Whether a particle may follow here: behind a figure, a bracket, a name in quotation marks."""
    if found.lastgroup == "QUOTE":
        return token.end == found.start() and not token.ending
    return token.kind in TAKING_ENDINGS and token.end == found.end()


def ending_at(text, position, kind):
    """The rest of the Korean word at a position, if it only is an ending of what stands before."""
    found = HANGUL.match(text, position)
    word = found[0] if found else ""
    if kind is Kind.RANK and korean_kind(word) in (Kind.WORD, Kind.CLAUSE, Kind.PLAN):
        return word
    return word if word in PARTICLES else ""


def named(text, vocabulary, token):
    """The name at a token's place, if one reaches at least as far as the token does."""
    name = vocabulary.find(text, token.start)
    if not name or name.end < token.end:
        return token
    is_lower = not name.is_capitalised
    if is_lower and not name.meaning.measures:
        return token
    found = Token(Kind.NAME, token.start, name.end, text[token.start : name.end], name.meaning)
    found.ending, found.is_lower = name.ending, is_lower
    return found


def token_of(found, kind, value=None):
    return Token(kind, *found.span(), found[0], value)


def read_plainly(found):
    return token_of(found, Kind[found.lastgroup])


def read_nothing(found):
    return None


def read_as(kind):
    return lambda found: token_of(found, kind)


def numbers(text):
    return [int(digits) for digits in DIGITS.findall(text)]


def read_date(found):
    """Year before month in Korean and in figures; in English the year comes last."""
    figures = numbers(found[0])
    name = MONTH_NUMBERS.get(month_name(found[0]))
    year, month = (figures[-1], name) if name else figures[:2]
    return token_of(found, Kind.WHEN, (None, Month(year if year > 99 else 2000 + year, month)))


def month_name(text):
    words = [word.lower()[:3] for word in LETTERS.findall(text)]
    return next((word for word in words if word in MONTH_NUMBERS), "")


def gives_day(text):
    """Whether the text of a date goes down to the day."""
    return len(numbers(text)) == (2 if month_name(text) else 3)


def read_half(found):
    text = found[0].lower()
    is_first = text.startswith(("first", "former", "h1")) or "상" in text
    year = int(YEARS.search(text)[0])
    return token_of(found, Kind.WHEN, (None, Month(year, half=1 if is_first else 2)))


def read_year(found):
    return token_of(found, Kind.WHEN, (None, Month(numbers(found[0])[0])))


def read_month(found):
    figures = numbers(found[0])
    month = figures[0] if figures else MONTH_NUMBERS[month_name(found[0].split()[-1])]
    return token_of(found, Kind.UNNAMED, month)


def read_edition(found):
    return token_of(found, Kind.WHEN, (numbers(found[0])[0], None))


def read_ordinal_edition(found):
    return token_of(found, Kind.WHEN, (ordinal_number(found[0].rsplit(None, 1)[0]), None))


def read_rank(found):
    """«8위»; what is no rank that can be stored is a number."""
    text = found[0]
    number = int("".join(DIGITS.findall(text)))
    if not 1 <= number <= LARGEST_RANK:
        return token_of(found, Kind.NUMBER)
    is_joint = not text[0].isdigit() or "(" in text
    return token_of(found, Kind.RANK, Rank(number, is_joint))


def read_ordinal(found):
    number = ordinal_number(found[0])
    if not 1 <= number <= LARGEST_RANK:
        return token_of(found, Kind.NUMBER)
    is_joint = found[0].lower().startswith(("joint", "tied", "equal", "=", "공동"))
    return token_of(found, Kind.ORDINAL, Rank(number, is_joint))


def ordinal_number(text):
    figures = numbers(text)
    return figures[0] if figures else ORDINAL_WORDS[text.lower().split()[-1]]


def read_places(found):
    figures = numbers(found[0])
    count = figures[0] if figures else COUNTS[COUNT_WORD.match(found[0].lower())[0]]
    return token_of(found, Kind.PLACES, count)


def read_hangul(found):
    return token_of(found, korean_kind(found[0]))


def read_latin(found):
    return token_of(found, ENGLISH_KINDS.get(found[0].lower(), Kind.WORD))


READERS = {
    "SPACE": read_nothing,
    "QUOTE": read_nothing,
    "DATE": read_date,
    "HALF": read_half,
    "MONTHDAY": read_as(Kind.NUMBER),
    "LASTING": read_as(Kind.NUMBER),
    "MONTHONLY": read_month,
    "YEARUNTIL": read_as(Kind.PLAN),
    "EDITION": read_edition,
    "ORDINALEDITION": read_ordinal_edition,
    "RANK": read_rank,
    "ORDINAL": read_ordinal,
    "PLACES": read_places,
    "YEARONLY": read_year,
    "UNNAMEDTIME": read_as(Kind.UNNAMED),
    "NOWTIME": read_as(Kind.NOW),
    "BEHINDPLACE": read_as(Kind.BEHIND),
    "COMPARED": read_as(Kind.THAN),
    "ASIAPACIFIC": read_as(Kind.REGION),
    "HANGUL": read_hangul,
    "LATIN": read_latin,
    "DASH": read_as(Kind.COLON),
    "TABLEROW": read_as(Kind.NUMBER),
    "REST": read_as(Kind.WORD),
}
