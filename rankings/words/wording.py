"""Ranks, moves and dates in words, in the active language."""

from dataclasses import dataclass

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from ..changes import Kind


def ordinal(rank, is_joint=False, band_end=None):
    """A rank in a sentence: «8th»; shared: «joint 8th»; a band: «51st–60th», «51~60위»."""
    if band_end:
        # Languages with one ending for all ranks write it once.
        first = rank if ordinal_form(1) == ordinal_form(2) else ordinal(rank)
        values = {"first": first, "last": ordinal(band_end)}
        return pgettext("band of ranks in a sentence", "%(first)s–%(last)s") % values
    if is_joint:
        return pgettext("rank in a sentence", "joint %(rank)s") % {"rank": ordinal(rank)}
    return ordinal_form(rank) % {"rank": rank}


def ordinal_form(rank):
    """The pattern of an ordinal number; languages that have one for all translate each alike."""
    if rank == 1:
        return pgettext("ordinal number: 1 itself", "%(rank)dst")
    ending = None if rank % 100 in (11, 12, 13) else rank % 10
    if ending == 1:
        return pgettext("ordinal number: ends in 1, but not in 11", "%(rank)dst")
    if ending == 2:
        return pgettext("ordinal number: ends in 2, but not in 12", "%(rank)dnd")
    if ending == 3:
        return pgettext("ordinal number: ends in 3, but not in 13", "%(rank)drd")
    return pgettext("ordinal number: all others", "%(rank)dth")


def rank_label(rank, is_joint=False, band_end=None):
    """A rank that stands alone, as in a table: «8»; shared: «=8»; a band: «51–60», «51~60위»."""
    if band_end:
        values = {"first": rank, "last": band_end}
        return pgettext("band of ranks standing alone", "%(first)d–%(last)d") % values
    if is_joint:
        return pgettext("rank standing alone", "=%(rank)d") % {"rank": rank}
    return pgettext("rank standing alone", "%(rank)d") % {"rank": rank}


def ordinal_of(figure):
    """The rank of a result, a claim or a rank in a region, in a sentence."""
    return ordinal(figure.rank, figure.is_joint, figure.band_end)


def label_of(figure):
    """The rank of a result, a claim or a rank in a region, standing alone."""
    return rank_label(figure.rank, figure.is_joint, figure.band_end)


@dataclass(frozen=True)
class Move:
    """A change in words; `symbol` only repeats them, `name` tells styles what it is about."""

    symbol: str
    words: str
    name: str

    def __str__(self):
        return f"{self.symbol} {self.words}".strip()


def move(change):
    """The words of a Change, or None when there was no rank that could have changed."""
    if change.kind is Kind.NONE:
        return None
    if change.places is None:
        return move_without_number(change.kind)
    if change.kind is Kind.UP:
        places = change.places
        words = ngettext("%(places)d up", "%(places)d up", places) % {"places": places}
        return Move("▲", words, "up")
    if change.kind is Kind.DOWN:
        places = -change.places
        words = ngettext("%(places)d down", "%(places)d down", places) % {"places": places}
        return Move("▼", words, "down")
    return move_without_number(change.kind)


def move_without_number(kind):
    return {
        Kind.UP: Move("▲", pgettext("rank", "higher band"), "up"),
        Kind.DOWN: Move("▼", pgettext("rank", "lower band"), "down"),
        Kind.SAME: Move("–", pgettext("rank", "unchanged"), "same"),
        Kind.OVERLAP: Move("", _("not known, as bands overlap"), "unknown"),
        Kind.NEW: Move("", pgettext("rank", "new"), "new"),
        Kind.RE_ENTRY: Move("", pgettext("rank", "re-entry"), "new"),
        Kind.ENTERED: Move("", _("not in the previous edition"), "new"),
        Kind.UNKNOWN: Move("", _("no figure for the previous edition"), "unknown"),
    }[kind]


def entered(count, total):
    """How many cities of an edition have a known rank; `total` may be None or less than `count`."""
    values = {"count": count, "total": total}
    if total is None or total < count:
        return (
            ngettext("%(count)d city with a known rank", "%(count)d cities with known ranks", count)
            % values
        )
    return (
        ngettext(
            "%(count)d of %(total)d city with a known rank",
            "%(count)d of %(total)d cities with known ranks",
            total,
        )
        % values
    )


def shown_of(count, total):
    """How many cities a table shows: «12 of 77 cities», or «77 cities» when it shows all."""
    if count == total:
        return ngettext("%(total)d city", "%(total)d cities", total) % {"total": total}
    return ngettext("%(count)d of %(total)d city", "%(count)d of %(total)d cities", total) % {
        "count": count,
        "total": total,
    }


def decimals_of(ratings):
    """How many decimals `ratings` need, so that they stand below each other."""
    exponents = [rating.normalize().as_tuple().exponent for rating in ratings]
    return max([0, *(-exponent for exponent in exponents)])


def rating_label(rating, decimals):
    return number_format(rating, decimals)


def dated(day, precision):
    """A date as far as it is known: «4 December 2025», «December 2025», «2025»."""
    if precision == "year":
        return date_format(day, pgettext("format of a year alone", "Y"))
    return date_format(day, "DATE_FORMAT" if precision == "day" else "YEAR_MONTH_FORMAT")


def dated_in_sentence(day, precision):
    """The month of a date, or the year when no more is known, as a sentence names it."""
    if precision == "year":
        return date_format(day, pgettext("format of a year alone", "Y"))
    return date_format(day, pgettext("format of a month in a sentence", "F Y"))
