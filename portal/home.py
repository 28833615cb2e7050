"""What the home page tells: the story of the day, what is read, and where our city stands."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, Subquery

from news.body import Picture
from news.models import Article, Department, Image
from news.most_read import PERIODS, most_read_in
from news.pictures.sizes import sources
from rankings.changes import change_of
from rankings.charts.sparkline import Sparkline, sparkline
from rankings.models import City, Edition, Result
from rankings.pages.overview import Standing, standing_of
from rankings.trends import Entry, Trend

NEWS = 7
NOTICES = 6
MOST_READ = 5
# How wide the picture of the story stands on the page.
STORY_AT = "(min-width: 1251px) 693px, (min-width: 1024px) 58vw, calc(100vw - 34px)"
IMAGE_FIELDS = ("pk", "file", "width", "height", "sizes")


@dataclass(frozen=True)
class Front:
    """`lead` is the pinned story, or else the newest; None before anything is published.

    `picture` is the first one of the story, or None.
    """

    lead: Article | None
    picture: Picture | None
    news: list[Article]
    notices: list[Article]


def front(code):
    """What readers of `code` find first, in one query."""
    readable = Article.objects.published().ready_in(code)
    newest_news, newest_notices = (
        readable.filter(kind=kind).in_list_order().values("pk")[:count]
        for kind, count in ((Article.Kind.NEWS, NEWS), (Article.Kind.NOTICE, NOTICES))
    )
    wanted = Q(pk__in=newest_news) | Q(pk__in=newest_notices)
    by_kind = defaultdict(list)
    articles = Article.objects.filter(wanted).annotate(**first_image())
    for article in articles.in_list_order().defer("body"):
        by_kind[article.kind].append(article)
    lead, *news = by_kind[Article.Kind.NEWS] or [None]
    return Front(lead, lead and picture_of(lead), news, by_kind[Article.Kind.NOTICE])


def first_image():
    """Annotations that spare a query: the fields of an article's first image, or None."""
    own = Image.objects.filter(article=OuterRef("pk")).order_by("pk")
    return {f"image_{name}": Subquery(own.values(name)[:1]) for name in IMAGE_FIELDS}


def picture_of(article):
    """Without a text of its own: it stands beside the title."""
    if article.image_pk is None:
        return None
    image = Image(**{name: getattr(article, f"image_{name}") for name in IMAGE_FIELDS})
    return Picture(
        image.get_absolute_url(), image.width, image.height, "", sources(image), STORY_AT
    )


def most_read(code):
    """The beginning of the page of what was read most."""
    return list(most_read_in(code, PERIODS[0])[:MOST_READ])


def departments(code):
    """Those with articles for readers of `code`, with `article_count`."""
    own = Article.objects.published().ready_in(code).filter(department=OuterRef("pk")).order_by()
    counts = own.values("department").annotate(count=Count("pk")).values("count")
    return Department.objects.filter(Exists(own)).annotate(article_count=Subquery(counts))


@dataclass(frozen=True)
class Course:
    """Where our city stands in a ranking and how it came there; no chart without two ranks."""

    standing: Standing
    trend: Trend
    chart: Sparkline | None

    @property
    def places_moved(self):
        """By how many places the city rose or fell since the previous edition, if that is known."""
        return abs(self.standing.change.places or 0)


@dataclass(frozen=True)
class OurCity:
    """Our city in each ranking that knows it; `city` is None when none does."""

    city: City | None
    courses: list[Course]


def our_city(slug):
    """Two queries, whatever the number of rankings and editions."""
    figures = Result.objects.public().overall().world().filter(city__slug=slug)
    results = {
        result.edition_id: result for result in figures.with_previous().select_related("city")
    }
    editions = defaultdict(list)
    for edition in Edition.objects.public().select_related("ranking").order_by("number"):
        editions[edition.ranking].append(edition)
    known = [ranking for ranking, own in editions.items() if any(e.pk in results for e in own)]
    known.sort(key=lambda ranking: (ranking.position, ranking.slug))
    city = next((result.city for result in results.values()), None)
    return OurCity(city, [course(ranking, city, editions[ranking], results) for ranking in known])


def course(ranking, city, editions, results):
    latest = editions[-1]
    standing = standing_of(ranking, latest, results.get(latest.pk))
    no_change = change_of(None, None)
    entries = [Entry(edition, results.get(edition.pk), no_change, None) for edition in editions]
    trend = Trend(ranking, city, None, entries)
    return Course(standing, trend, sparkline(trend.points) if trend.ranked else None)
