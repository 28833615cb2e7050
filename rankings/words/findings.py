"""How many of the areas, dimensions or survey questions of a city fell, stayed and rose."""

from django.utils.translation import ngettext_lazy

from ..changes import Kind
from ..models import Measure

# Worst first: releases tend to leave out what fell. UNKNOWN is what only one edition has.
SOME = {
    (Measure.Kind.AREA, Kind.DOWN): ngettext_lazy(
        "%(count)d of %(total)d area fell: %(list)s.",
        "%(count)d of %(total)d areas fell: %(list)s.",
        "total",
    ),
    (Measure.Kind.AREA, Kind.SAME): ngettext_lazy(
        "%(count)d of %(total)d area did not change: %(list)s.",
        "%(count)d of %(total)d areas did not change: %(list)s.",
        "total",
    ),
    (Measure.Kind.AREA, Kind.UP): ngettext_lazy(
        "%(count)d of %(total)d area rose: %(list)s.",
        "%(count)d of %(total)d areas rose: %(list)s.",
        "total",
    ),
    (Measure.Kind.AREA, Kind.UNKNOWN): ngettext_lazy(
        "%(count)d of %(total)d area cannot be compared: %(list)s.",
        "%(count)d of %(total)d areas cannot be compared: %(list)s.",
        "total",
    ),
    (Measure.Kind.DIMENSION, Kind.DOWN): ngettext_lazy(
        "%(count)d of %(total)d dimension fell: %(list)s.",
        "%(count)d of %(total)d dimensions fell: %(list)s.",
        "total",
    ),
    (Measure.Kind.DIMENSION, Kind.SAME): ngettext_lazy(
        "%(count)d of %(total)d dimension did not change: %(list)s.",
        "%(count)d of %(total)d dimensions did not change: %(list)s.",
        "total",
    ),
    (Measure.Kind.DIMENSION, Kind.UP): ngettext_lazy(
        "%(count)d of %(total)d dimension rose: %(list)s.",
        "%(count)d of %(total)d dimensions rose: %(list)s.",
        "total",
    ),
    (Measure.Kind.DIMENSION, Kind.UNKNOWN): ngettext_lazy(
        "%(count)d of %(total)d dimension cannot be compared: %(list)s.",
        "%(count)d of %(total)d dimensions cannot be compared: %(list)s.",
        "total",
    ),
    (Measure.Kind.SURVEY, Kind.DOWN): ngettext_lazy(
        "%(count)d of %(total)d survey question fell: %(list)s.",
        "%(count)d of %(total)d survey questions fell: %(list)s.",
        "total",
    ),
    (Measure.Kind.SURVEY, Kind.SAME): ngettext_lazy(
        "%(count)d of %(total)d survey question did not change: %(list)s.",
        "%(count)d of %(total)d survey questions did not change: %(list)s.",
        "total",
    ),
    (Measure.Kind.SURVEY, Kind.UP): ngettext_lazy(
        "%(count)d of %(total)d survey question rose: %(list)s.",
        "%(count)d of %(total)d survey questions rose: %(list)s.",
        "total",
    ),
    (Measure.Kind.SURVEY, Kind.UNKNOWN): ngettext_lazy(
        "%(count)d of %(total)d survey question cannot be compared: %(list)s.",
        "%(count)d of %(total)d survey questions cannot be compared: %(list)s.",
        "total",
    ),
}
ALL = {
    (Measure.Kind.AREA, Kind.DOWN): ngettext_lazy(
        "%(total)d area fell: %(list)s.",
        "All %(total)d areas fell: %(list)s.",
        "total",
    ),
    (Measure.Kind.AREA, Kind.SAME): ngettext_lazy(
        "%(total)d area did not change: %(list)s.",
        "None of the %(total)d areas changed: %(list)s.",
        "total",
    ),
    (Measure.Kind.AREA, Kind.UP): ngettext_lazy(
        "%(total)d area rose: %(list)s.",
        "All %(total)d areas rose: %(list)s.",
        "total",
    ),
    (Measure.Kind.DIMENSION, Kind.DOWN): ngettext_lazy(
        "%(total)d dimension fell: %(list)s.",
        "All %(total)d dimensions fell: %(list)s.",
        "total",
    ),
    (Measure.Kind.DIMENSION, Kind.SAME): ngettext_lazy(
        "%(total)d dimension did not change: %(list)s.",
        "None of the %(total)d dimensions changed: %(list)s.",
        "total",
    ),
    (Measure.Kind.DIMENSION, Kind.UP): ngettext_lazy(
        "%(total)d dimension rose: %(list)s.",
        "All %(total)d dimensions rose: %(list)s.",
        "total",
    ),
    (Measure.Kind.SURVEY, Kind.DOWN): ngettext_lazy(
        "%(total)d survey question fell: %(list)s.",
        "All %(total)d survey questions fell: %(list)s.",
        "total",
    ),
    (Measure.Kind.SURVEY, Kind.SAME): ngettext_lazy(
        "%(total)d survey question did not change: %(list)s.",
        "None of the %(total)d survey questions changed: %(list)s.",
        "total",
    ),
    (Measure.Kind.SURVEY, Kind.UP): ngettext_lazy(
        "%(total)d survey question rose: %(list)s.",
        "All %(total)d survey questions rose: %(list)s.",
        "total",
    ),
}


def moves_of(kind):
    """The moves that there are words for, in the order in which they are told."""
    return [move for some_kind, move in SOME if some_kind == kind]


def finding(kind, move, *, names, total):
    """That those with these `names` among the `total` made the move."""
    texts = ALL if len(names) == total else SOME
    values = {"count": len(names), "total": total, "list": ", ".join(names)}
    return texts[kind, move] % values
