"""What the pages are called, in the active language; the same queries for any number of them."""

from dataclasses import dataclass

from django.urls import Resolver404, resolve
from django.utils.translation import get_language, gettext_lazy, pgettext

from news.localized import Wording
from news.models import Article
from rankings.models import City, Measure, Ranking

from ..site_pages.models import SitePage

PAGES = {
    "home": gettext_lazy("Home"),
    "news:article-list": gettext_lazy("News and notices"),
    "news:most-read": gettext_lazy("Most read"),
    "news:counting-rule": gettext_lazy("How we count views"),
    "rankings:ranking-list": gettext_lazy("City rankings"),
    "search": gettext_lazy("Search"),
}
# What a page adds to the names of the ranking, edition, city or measure in its address.
PARTS = {
    "rankings:city-comparison": gettext_lazy("Cities compared"),
    "rankings:correction-list": gettext_lazy("Corrections"),
}


@dataclass(frozen=True)
class PageNames:
    """Names by what stands for them in addresses; only of what the addresses ask for."""

    rankings: dict
    cities: dict
    measures: dict
    site_pages: dict

    @classmethod
    def asked_for(cls, matches):
        slugs, cities, codes = (
            {match.kwargs[name] for match in matches if name in match.kwargs}
            for name in ("slug", "city", "code")
        )
        measures = Measure.objects.filter(ranking__slug__in=slugs, code__in=codes)
        rankings = Ranking.objects.filter(slug__in=slugs)
        return cls(
            {ranking.slug: str(ranking) for ranking in rankings},
            {city.slug: str(city) for city in City.objects.filter(slug__in=cities)},
            {
                (each.ranking.slug, each.code): str(each)
                for each in measures.select_related("ranking")
            },
            {page.slug: str(page) for page in SitePage.objects.filter(slug__in=slugs)},
        )

    def parts(self, kwargs):
        slug = kwargs.get("slug")
        if slug:
            yield self.rankings.get(slug, slug)
        for name in ("number", "other"):
            if name in kwargs:
                yield pgettext("of a ranking", "edition %(number)d") % {"number": kwargs[name]}
        if city := kwargs.get("city"):
            yield self.cities.get(city, city)
        if code := kwargs.get("code"):
            yield self.measures.get((slug, code), code)


def public_title(page):
    """The Wording of what readers see as the title of `page`; without a title, its address."""
    code = get_language()
    texts = public_texts(page)
    if texts is None:
        return Wording(titles_of([page])[page.pk], code)
    text = texts.first()
    if text is None:
        return Wording(str(page), code)
    language = text.language_for(code)
    return Wording(text.own_text("title", language), language)


def public_texts(page):
    """Of a page that editors write, what readers may see; None for a page of the software's."""
    if page.article_id:
        return Article.objects.published().filter(pk=page.article_id)
    match = match_of(page)
    if match and match.view_name == "site-page":
        return SitePage.objects.public().filter(slug=match.kwargs["slug"])
    return None


def titles_of(pages):
    """{pk: title} of FeedbackPages, read with their articles; without a title, the address."""
    matches = {page.pk: match_of(page) for page in pages}
    names = PageNames.asked_for([match for match in matches.values() if match])
    return {page.pk: title_of(page, matches[page.pk], names) for page in pages}


def match_of(page):
    """None for a page that the site no longer has."""
    try:
        return resolve(page.address(get_language()))
    except Resolver404:
        return None


def title_of(page, match, names):
    if page.article:
        return str(page.article)
    if match is None:
        return str(page)
    if match.view_name in PAGES:
        return str(PAGES[match.view_name])
    if match.view_name == "site-page":
        return names.site_pages.get(match.kwargs["slug"], str(page))
    parts = list(names.parts(match.kwargs)) if match.namespace == "rankings" else []
    if match.view_name in PARTS:
        parts.append(str(PARTS[match.view_name]))
    return " · ".join(parts) or str(page)
