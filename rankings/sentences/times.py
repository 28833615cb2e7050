"""Months and half-years without a year: which edition they may mean."""

from .lexicon import Kind
from .suggestions import Month


def settle_times(tokens, published):
    """Settles «11월» and «하반기» in a sentence, given (year, month) of the edition it is about.

    Behind a date they are of its year («2021년 6월 62위, 11월 41위»); else they mean the edition
    that the text is about if it appeared then, and otherwise one that nobody named.
    """
    year_of = None
    for index, token in enumerate(tokens):
        if token.kind is Kind.WHEN:
            year_of = token.value[1] or year_of
        elif token.kind is Kind.HALF_YEAR or (token.kind is Kind.UNNAMED and token.value):
            settle(token, follows_last(tokens, index), year_of, published)


def settle(token, is_past, date, published):
    half = None if token.kind is Kind.UNNAMED else half_year(token.text)
    month = token.value
    if date and not is_past and is_later(date, month, half):
        token.kind, token.value = Kind.WHEN, (None, Month(date.year, month, half))
        return
    token.value = month or half
    month_of_edition = published and published[1]
    is_now = month_of_edition is not None and (
        month_of_edition == month if month else half_of(month_of_edition) == half
    )
    token.kind = Kind.NOW if is_now else Kind.UNNAMED


def follows_last(tokens, index):
    """«지난 5월»."""
    return index > 0 and tokens[index - 1].text == "지난"


def half_year(word):
    return 1 if word.startswith("상") else 2


def half_of(month):
    return 1 if month <= 6 else 2


def is_later(date, month, half):
    if month:
        return bool(date.month) and month > date.month
    return half > (date.half or (half_of(date.month) if date.month else 0))
