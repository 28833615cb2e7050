"""How many of the areas, dimensions or survey questions of a city rose, fell and stayed."""

from collections import Counter

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, ngettext_lazy, pgettext_lazy

from ..changes import Kind
from ..models import Measure
from .particles import fit_particles

TOTALS = {
    Measure.Kind.AREA: ngettext_lazy("%(count)d area", "%(count)d areas", "count"),
    Measure.Kind.DIMENSION: ngettext_lazy("%(count)d dimension", "%(count)d dimensions", "count"),
    Measure.Kind.SURVEY: ngettext_lazy(
        "%(count)d survey question", "%(count)d survey questions", "count"
    ),
}
# A part of the total, for which some languages repeat what is counted.
PARTS = {
    Measure.Kind.AREA: pgettext_lazy("so many of the areas", "%(count)d"),
    Measure.Kind.DIMENSION: pgettext_lazy("so many of the dimensions", "%(count)d"),
    Measure.Kind.SURVEY: pgettext_lazy("so many of the survey questions", "%(count)d"),
}
# By the moves that occur, in the order in which they are told.
ALL = {
    (Kind.UP,): _("All %(total)s rose."),
    (Kind.DOWN,): _("All %(total)s fell."),
    (Kind.SAME,): _("None of the %(total)s changed."),
}
SOME = {
    (Kind.UP,): _("Of %(total)s, %(up)s rose."),
    (Kind.DOWN,): _("Of %(total)s, %(down)s fell."),
    (Kind.SAME,): _("Of %(total)s, %(same)s did not change."),
    (Kind.UP, Kind.DOWN): _("Of %(total)s, %(up)s rose and %(down)s fell."),
    (Kind.UP, Kind.SAME): _("Of %(total)s, %(up)s rose and %(same)s did not change."),
    (Kind.DOWN, Kind.SAME): _("Of %(total)s, %(down)s fell and %(same)s did not change."),
    (Kind.UP, Kind.DOWN, Kind.SAME): _(
        "Of %(total)s, %(up)s rose, %(down)s fell and %(same)s did not change."
    ),
}
ONLY = {
    Kind.UP: _("%(label)s rose."),
    Kind.DOWN: _("%(label)s fell."),
    Kind.SAME: _("%(label)s did not change."),
}


def finding(kind, labels, moves):
    """What the `moves` of all measures of a kind come to; empty when none of them is known.

    `moves` are the Kinds of their changes, UNKNOWN where only one edition has a rank.
    """
    counts = Counter(moves)
    told = tuple(move for move in ONLY if counts[move])
    if not told:
        return ""
    if len(moves) == 1:
        return ONLY[told[0]] % {"label": labels[0]}
    values = {move.value: PARTS[kind] % {"count": counts[move]} for move in told}
    values["total"] = TOTALS[kind] % {"count": len(moves)}
    rest = len(moves) - sum(counts[move] for move in told)
    texts = SOME if rest or len(told) > 1 else ALL
    return fit_particles(" ".join([texts[told] % values, *not_compared(kind, rest)]))


def not_compared(kind, count):
    if count:
        rest = PARTS[kind] % {"count": count}
        yield ngettext(
            "The other one cannot be compared.", "The other %(rest)s cannot be compared.", count
        ) % {"rest": rest}
