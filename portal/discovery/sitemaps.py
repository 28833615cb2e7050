"""What the sitemaps list: every page that search engines should know, section by section.

A time is given only where the data tell it: it is when readers could last see something else.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Max
from django.db.models.functions import Greatest
from modeltranslation.utils import build_localized_fieldname as in_language

from news.models import Article
from news.most_read import PERIODS, query_of
from news.readiness import LANGUAGE_CODES
from rankings.models import Edition, Measure, Ranking, Result

from ..site_pages.models import OWN_ADDRESSES, SitePage
from .canonical import addresses_by_language

# sitemaps.org: the most addresses that one file may hold.
MOST_ADDRESSES = 50_000
# Pages in a part; quick to send, and with all its languages never more than allowed.
SPAN = min(2_500, MOST_ADDRESSES // len(LANGUAGE_CODES))


@dataclass(frozen=True)
class Page:
    """`addresses` are {code: whole address} of the languages that have the page."""

    addresses: dict[str, str]
    modified_at: datetime | None = None


def latest(moments):
    return max(filter(None, moments), default=None)


class Articles:
    """Divided by spans of keys, not by counting: a part is found at once, however many articles
    there are, and one that is full hardly changes any more.
    """

    name = "articles"

    def parts(self):
        """{number: when something in it last changed}."""
        number = F("pk") / SPAN + 1
        changed = Max(Greatest("updated_at", "published_at"))
        spans = Article.objects.published().order_by().annotate(number=number).values("number")
        rows = spans.annotate(changed=changed).order_by("number")
        return dict(rows.values_list("number", "changed"))

    def pages(self, number):
        keys = range((number - 1) * SPAN, number * SPAN)
        ready = {code: in_language("is_ready", code) for code in LANGUAGE_CODES}
        rows = (
            Article.objects.published()
            .filter(pk__gte=keys.start, pk__lt=keys.stop)
            .order_by("pk")
            .values("pk", "updated_at", "published_at", *ready.values())
        )
        return [
            Page(
                addresses_by_language(
                    "news:article-detail",
                    row["pk"],
                    only=[c for c in LANGUAGE_CODES if row[ready[c]]],
                ),
                max(row["updated_at"], row["published_at"]),
            )
            for row in rows
        ]


class Listed:
    """A section whose pages are few enough to be `gathered` for each of its parts."""

    def parts(self):
        pages = self.gathered()
        starts = range(0, len(pages), SPAN)
        return {
            number: latest(page.modified_at for page in pages[start : start + SPAN])
            for number, start in enumerate(starts, 1)
        }

    def pages(self, number):
        return self.gathered()[(number - 1) * SPAN : number * SPAN]


class Site(Listed):
    """The pages that lead to all others."""

    name = "site"

    def gathered(self):
        newest = Greatest("updated_at", "published_at")
        changed = Article.objects.published().aggregate(at=Max(newest))["at"]
        figures = figures_written().aggregate(at=Max("history_date"))["at"]
        queries = ["", *(f"kind={kind}" for kind in Article.Kind.values)]
        lists = [addresses_by_language("news:article-list", query=query) for query in queries]
        return [
            Page(addresses_by_language("home"), changed),
            *(Page(addresses, changed) for addresses in lists),
            Page(addresses_by_language("rankings:ranking-list"), figures),
            *self.most_read(),
            Page(addresses_by_language("news:counting-rule")),
            *self.own_pages(),
        ]

    def most_read(self):
        """A page for each choice of days."""
        for days in PERIODS:
            yield Page(addresses_by_language("news:most-read", query=query_of(days)))

    def own_pages(self):
        """Those that editors write; what stands at another address is listed there."""
        written = SitePage.objects.public().exclude(slug__in=OWN_ADDRESSES).without_bodies()
        return [
            Page(
                addresses_by_language("site-page", page.slug, only=page.ready_languages()),
                page.updated_at,
            )
            for page in written
        ]


class Rankings(Listed):
    name = "rankings"

    def gathered(self):
        changed = figures_by("edition__ranking__slug")
        shown = Ranking.objects.public()
        return [
            Page(addresses_by_language(f"rankings:{page}", slug), changed.get((slug,)))
            for slug in shown.values_list("slug", flat=True)
            for page in ("ranking-detail", "city-comparison", "correction-list")
        ]


class Editions(Listed):
    name = "editions"

    def gathered(self):
        changed = figures_by("edition_id")
        editions = Edition.objects.public().order_by("pk")
        return [
            Page(addresses_by_language("rankings:edition-detail", slug, number), changed.get((pk,)))
            for pk, slug, number in editions.values_list("pk", "ranking__slug", "number")
        ]


class Cities(Listed):
    """Each city in each ranking that knows it, and across them."""

    name = "cities"

    def gathered(self):
        changed = figures_by("city__slug", "edition__ranking__slug")
        across = figures_by("city__slug")
        known = Result.objects.public().overall().world().listed().order_by("city__slug")
        pairs = list(known.values_list("city__slug", "edition__ranking__slug").distinct())
        cities = dict.fromkeys(city for city, _ranking in pairs)
        return [
            Page(addresses_by_language("rankings:city-rankings", city), across.get((city,)))
            for city in cities
        ] + [
            Page(
                addresses_by_language("rankings:city-detail", ranking, city),
                changed.get((city, ranking)),
            )
            for city, ranking in pairs
        ]


class Measures(Listed):
    name = "measures"

    def gathered(self):
        changed = figures_by("measure_id")
        shown = Measure.objects.filter(ranking__in=Ranking.objects.public())
        rows = shown.order_by("pk").values_list("pk", "ranking__slug", "code")
        return [
            Page(addresses_by_language("rankings:measure-detail", slug, code), changed.get((pk,)))
            for pk, slug, code in rows
        ]


def figures_by(*columns):
    """{values of `columns`: when a public figure of theirs was last written}, in one query."""
    rows = figures_written().values_list(*columns).annotate(at=Max("history_date"))
    return {tuple(values): at for *values, at in rows}


def figures_written():
    return Result.history.filter(edition__in=Edition.objects.public()).order_by()


SECTIONS = {
    section.name: section
    for section in (Site(), Articles(), Rankings(), Editions(), Cities(), Measures())
}
