"""Facts in words, in the active language."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy, pgettext

from ..facts import FactKind
from ..models import Measure
from ..trends import month_of
from .particles import fit_particles
from .wording import ordinal, ordinal_of

# By the kind of a fact and whether it is certain; `number` may read «at least 3».
TEXTS = {
    (FactKind.RISE, True): gettext_lazy(
        "Up %(places)s in the latest edition (%(first)s → %(last)s, %(end)s)"
    ),
    (FactKind.FALL, True): gettext_lazy(
        "Down %(places)s in the latest edition (%(first)s → %(last)s, %(end)s)"
    ),
    (FactKind.GONE, True): gettext_lazy("Not in the latest edition (%(end)s)"),
    (FactKind.RISES, True): gettext_lazy("Rises in a row: %(number)s (%(since)s → %(at)s)"),
    (FactKind.FALLS, True): gettext_lazy("Falls in a row: %(number)s (%(since)s → %(at)s)"),
    (FactKind.AT_RANK, True): gettext_lazy(
        "Editions in a row at %(place)s: %(number)s (%(start)s to %(end)s)"
    ),
    (FactKind.IN_TOP, True): gettext_lazy(
        "Editions in a row in the top %(top)d: %(number)s (%(start)s to %(end)s)"
    ),
    (FactKind.BEST, True): gettext_lazy("Best rank ever: %(place)s (%(when)s)"),
    (FactKind.BEST, False): gettext_lazy("Best known rank: %(place)s (%(when)s)"),
    (FactKind.BEST_IN_REGION, True): gettext_lazy(
        "Best rank ever in the region: %(place)s (%(when)s)"
    ),
    (FactKind.BEST_IN_REGION, False): gettext_lazy(
        "Best known rank in the region: %(place)s (%(when)s)"
    ),
    (FactKind.GAIN, True): gettext_lazy("Up %(places)s since first entry, %(since)s"),
    (FactKind.GAIN, False): gettext_lazy("Up %(places)s since the earliest known rank, %(since)s"),
    (FactKind.LOSS, True): gettext_lazy("Down %(places)s since first entry, %(since)s"),
    (FactKind.LOSS, False): gettext_lazy(
        "Down %(places)s since the earliest known rank, %(since)s"
    ),
    (FactKind.FIRST_ENTRY, True): gettext_lazy("First entry: %(at)s"),
    (FactKind.FIRST_EDITION, True): gettext_lazy("In it since the first edition: %(at)s"),
    (FactKind.EARLIEST, True): gettext_lazy("Earliest known figure: %(at)s"),
    (FactKind.BIGGEST_RISE, True): gettext_lazy(
        "Biggest rise between two editions: %(places)s (%(first)s → %(last)s, %(end)s)"
    ),
    (FactKind.BIGGEST_RISE, False): gettext_lazy(
        "Biggest known rise between two editions: %(places)s (%(first)s → %(last)s, %(end)s)"
    ),
    (FactKind.BIGGEST_FALL, True): gettext_lazy(
        "Biggest fall between two editions: %(places)s (%(first)s → %(last)s, %(end)s)"
    ),
    (FactKind.BIGGEST_FALL, False): gettext_lazy(
        "Biggest known fall between two editions: %(places)s (%(first)s → %(last)s, %(end)s)"
    ),
}
# By the kind of measure and whether all of them are in the top.
SHARES = {
    (Measure.Kind.AREA, False): ngettext_lazy(
        "Areas in the top %(top)d: %(count)d of %(total)d with a known rank (%(end)s)",
        "Areas in the top %(top)d: %(count)d of %(total)d with a known rank (%(end)s)",
        "total",
    ),
    (Measure.Kind.AREA, True): ngettext_lazy(
        "Areas in the top %(top)d: the only one with a known rank (%(end)s)",
        "Areas in the top %(top)d: all %(total)d with a known rank (%(end)s)",
        "total",
    ),
    (Measure.Kind.DIMENSION, False): ngettext_lazy(
        "Dimensions in the top %(top)d: %(count)d of %(total)d with a known rank (%(end)s)",
        "Dimensions in the top %(top)d: %(count)d of %(total)d with a known rank (%(end)s)",
        "total",
    ),
    (Measure.Kind.DIMENSION, True): ngettext_lazy(
        "Dimensions in the top %(top)d: the only one with a known rank (%(end)s)",
        "Dimensions in the top %(top)d: all %(total)d with a known rank (%(end)s)",
        "total",
    ),
}


def fact_statement(fact):
    text = TEXTS.get((fact.kind, fact.is_certain)) or TEXTS[fact.kind, True]
    return fit_particles(text % (values_at(fact) | values_since(fact)))


def values_at(fact):
    end = month_of(fact.at.edition)
    values = {"at": standing(fact.at), "end": end, "when": end, "top": fact.top}
    values |= {"number": number(fact), "places": in_places(fact.count)}
    if fact.at.rank is not None:
        values |= {"last": ordinal_of(fact.at), "place": ordinal(fact.at.rank)}
    return values


def values_since(fact):
    if fact.since is None:
        return {}
    start = month_of(fact.since.edition)
    values = {"since": standing(fact.since), "start": start, "first": ordinal_of(fact.since)}
    if fact.count > 1:
        values["when"] = several_times(fact.count, start, month_of(fact.at.edition))
    return values


def standing(figure):
    """When the city stood where, as far as that is known."""
    date = month_of(figure.edition)
    if figure.rank is None:
        return date
    return _("%(rank)s in %(date)s") % {"rank": ordinal_of(figure), "date": date}


def number(fact):
    if fact.is_certain:
        return str(fact.count)
    return pgettext("a number", "at least %(count)d") % {"count": fact.count}


def in_places(count):
    return ngettext("%(count)d place", "%(count)d places", count) % {"count": count}


def several_times(count, start, end):
    times = ngettext(
        "%(count)d time, first in %(start)s and last in %(end)s",
        "%(count)d times, first in %(start)s and last in %(end)s",
        count,
    )
    return times % {"count": count, "start": start, "end": end}


def share_statement(kind, edition, *, count, total, top):
    """How many of the `total` areas or dimensions ranked in `edition` are in the top."""
    text = SHARES[kind, count == total]
    return text % {"count": count, "total": total, "top": top, "end": month_of(edition)}
