"""Live tables and charts for the bodies of articles, such as [[ranking:sci/12]].

Each kind has a check, which tells an editor what is wrong with the argument or returns None,
and a render, which returns HTML in the active language, or None when there is nothing to show.
Headings are left to the article. Ids begin with `prefix`: whoever shows the same argument
twice on one page gives the second a prefix of its own.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from .citations import marked_notes, row_notes
from .components import load_areas
from .models import City, Edition, Ranking, Result
from .standings import leading, load_standings
from .tables import RankTable
from .timeline import load_timeline
from .trends import load_trend

NUMBER = r"(?P<number>[0-9]{1,5})"
SLUG = r"[-a-zA-Z0-9_]+"
TABLE = re.compile(rf"(?P<ranking>{SLUG})/{NUMBER}")
TREND = re.compile(rf"(?P<ranking>{SLUG})/(?P<city>{SLUG})")
AREAS = re.compile(rf"(?P<ranking>{SLUG})/(?P<city>{SLUG})/{NUMBER}")


@dataclass(frozen=True)
class Embed:
    check: Callable[[str], str | None]
    render: Callable[..., str | None]


def check_table(argument):
    match = TABLE.fullmatch(argument)
    if not match:
        return _("A rank table is written as ranking and edition, such as “sci/12”.")
    ranking, number = match["ranking"], int(match["number"])
    return unknown_ranking(ranking) or unknown_edition(ranking, number)


def check_trend(argument):
    match = TREND.fullmatch(argument)
    if not match:
        return _("A trend is written as ranking and city, such as “sci/%(city)s”.") % {
            "city": settings.HOME_CITY
        }
    ranking, city = match["ranking"], match["city"]
    return unknown_ranking(ranking) or unknown_city(city) or unranked_city(ranking, city)


def check_areas(argument):
    match = AREAS.fullmatch(argument)
    if not match:
        return _("Areas are written as ranking, city and edition, such as “sci/%(city)s/12”.") % {
            "city": settings.HOME_CITY
        }
    ranking, city, number = match["ranking"], match["city"], int(match["number"])
    return (
        unknown_ranking(ranking)
        or unknown_city(city)
        or unknown_edition(ranking, number)
        or without_areas(ranking, city, number)
    )


def unknown_ranking(ranking):
    if Ranking.objects.filter(slug=ranking).exists():
        return None
    return _("There is no ranking “%(ranking)s”. Write its short name in addresses.") % {
        "ranking": ranking
    }


def unknown_city(city):
    if City.objects.filter(slug=city).exists():
        return None
    return _("There is no city “%(city)s”. Write its short name in addresses.") % {"city": city}


def unknown_edition(ranking, number):
    editions = Edition.objects.filter(ranking__slug=ranking, number=number)
    values = {"ranking": ranking, "number": number}
    if editions.public().exists():
        return None
    if editions.exists():
        return (
            _("Edition %(number)d of “%(ranking)s” is not public yet. Make it public first.")
            % values
        )
    return _("The ranking “%(ranking)s” has no edition %(number)d. Check the number.") % values


def unranked_city(ranking, city):
    results = Result.objects.public().overall().world()
    if results.filter(measure__ranking__slug=ranking, city__slug=city).exists():
        return None
    return _("The ranking “%(ranking)s” has no figures of the city “%(city)s”.") % {
        "ranking": ranking,
        "city": city,
    }


def without_areas(ranking, city, number):
    results = Result.objects.public().components().world()
    if results.filter(
        edition__ranking__slug=ranking, edition__number=number, city__slug=city
    ).exists():
        return None
    return _(
        "Edition %(number)d of “%(ranking)s” has no areas or dimensions of the city “%(city)s”."
    ) % {"ranking": ranking, "city": city, "number": number}


def render_table(argument, prefix=None):
    match = TABLE.fullmatch(argument)
    return match and table_html(match["ranking"], int(match["number"]), prefix)


def render_trend(argument, prefix=None):
    match = TREND.fullmatch(argument)
    return match and trend_html(match["ranking"], match["city"], prefix)


def render_areas(argument, prefix=None):
    match = AREAS.fullmatch(argument)
    return match and areas_html(match["ranking"], match["city"], int(match["number"]), prefix)


def table_html(ranking, number, prefix=None):
    """The table of one edition: the whole of a short one, else its top and our own city."""
    timeline = load_timeline(ranking)
    edition = timeline.numbered(number)
    if edition is None:
        return None
    rows = leading(load_standings(timeline, edition))
    table = RankTable(
        rows,
        edition=edition,
        prefix_id=prefix or f"ranking-{ranking}-{number}",
        orderable=False,
    )
    context = {"edition": edition, "table": table, "notes": row_notes(rows)}
    return render_to_string("rankings/_table_embed.html", context)


def trend_html(ranking, city, prefix=None):
    timeline = load_timeline(ranking)
    trend = load_trend(timeline, city) if timeline else None
    if trend is None:
        return None
    context = {
        "trend": trend,
        "prefix": prefix or f"trend-{ranking}-{city}",
        "notes": marked_notes(trend.results),
    }
    return render_to_string("rankings/_trend_embed.html", context)


def areas_html(ranking, city, number, prefix=None):
    timeline = load_timeline(ranking)
    edition = timeline.numbered(number)
    areas = edition and load_areas(timeline, edition, city)
    if areas is None:
        return None
    context = {
        "areas": areas,
        "prefix": prefix or f"areas-{ranking}-{city}-{number}",
        "notes": marked_notes(areas.results),
    }
    return render_to_string("rankings/_areas_embed.html", context)


KINDS = {
    "ranking": Embed(check_table, render_table),
    "trend": Embed(check_trend, render_trend),
    "areas": Embed(check_areas, render_areas),
}
