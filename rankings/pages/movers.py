"""What moved in an edition: how many cities rose and fell, which the most, and which have left."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import ngettext
from modeltranslation.utils import get_translation_fields

from ..changes import Kind, Presence
from ..models import City, Result
from ..standings import in_order, newcomers, statuses_of
from ..timeline import presence
from ..words.particles import fit_particles

MOST_NAMED = 3  # cities that share the largest move; the names of more would say nothing

NAMES = get_translation_fields("name")
PAST = ["city", "edition", "status", "rank", "is_joint", "band_end", "city__slug"]
PAST += [f"city__{name}" for name in NAMES]


@dataclass(frozen=True)
class Past:
    """`statuses` as `standings` takes them; `gone` are results of the edition before."""

    statuses: dict
    gone: list[Result]


def load_past(timeline, edition, results):
    """What earlier editions know of newcomers, and who left since the one before; one query.

    `results` are those of `edition`. Whoever a partial table leaves out has not left.
    """
    previous = timeline.previous(edition)
    listed = {result.city_id for result in in_order(results)}
    of_newcomers = Q(edition__in=timeline, city__in=newcomers(timeline, edition, results))
    of_others = Q(edition=previous) & ~Q(city__in=listed)
    known = Result.objects.overall().world().filter(of_newcomers | of_others)
    rows = [dict(zip(PAST, row, strict=True)) for row in known.values_list(*PAST)]
    gone = [row for row in rows if previous and row["edition"] == previous.pk]
    return Past(statuses_of(rows), leavers(edition, gone, listed, results))


def leavers(edition, gone, listed, results):
    """The results of the edition before whose cities are known not to be in this one, in order."""
    statuses = {result.city_id: {edition.pk: result.status} for result in results}
    return in_order(
        result_of(row)
        for row in gone
        if row["city"] not in listed
        and presence(edition, statuses.get(row["city"], {})) is Presence.ABSENT
    )


def result_of(row):
    names = {name: row[f"city__{name}"] for name in NAMES}
    figures = {name: row[name] for name in ("status", "rank", "is_joint", "band_end")}
    return Result(city=City(pk=row["city"], slug=row["city__slug"], **names), **figures)


def summary(rows):
    """Sentences on what moved, from the rows of a table; none when nothing can be compared."""
    known = [row for row in rows if row.change.is_known]
    if not known:
        return []
    ends = [largest(known, Kind.UP, max), largest(known, Kind.DOWN, min)]
    return [counted(known), *filter(None, ends)]


def counted(rows):
    kinds = [row.change.kind for row in rows]
    values = {kind.value: kinds.count(kind) for kind in (Kind.UP, Kind.DOWN, Kind.SAME)}
    if not values["same"]:
        return ngettext(
            "Of %(total)d city with figures in both editions, %(up)d rose and %(down)d fell.",
            "Of %(total)d cities with figures in both editions, %(up)d rose and %(down)d fell.",
            len(rows),
        ) % {"total": len(rows), **values}
    return ngettext(
        "Of %(total)d city with figures in both editions, %(up)d rose, %(down)d fell and"
        " %(same)d did not change.",
        "Of %(total)d cities with figures in both editions, %(up)d rose, %(down)d fell and"
        " %(same)d did not change.",
        len(rows),
    ) % {"total": len(rows), **values}


def largest(rows, kind, extreme):
    """A sentence on the cities that moved the most, unless too many share it."""
    moved = [row for row in rows if row.change.kind is kind and row.change.places is not None]
    if not moved:
        return ""
    places = extreme(row.change.places for row in moved)
    names = [row.city.name for row in moved if row.change.places == places]
    if len(names) > MOST_NAMED:
        return ""
    return fit_particles(
        largest_move(kind, abs(places)) % {"cities": ", ".join(names), "places": abs(places)}
    )


def largest_move(kind, places):
    if kind is Kind.UP:
        return ngettext(
            "The largest rise was by %(places)d place: %(cities)s.",
            "The largest rise was by %(places)d places: %(cities)s.",
            places,
        )
    return ngettext(
        "The largest fall was by %(places)d place: %(cities)s.",
        "The largest fall was by %(places)d places: %(cities)s.",
        places,
    )
