"""The articles that a search finds, in order, and the part of each that shows why."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.core.paginator import Paginator

from news.models import LANGUAGE_CODES, Article, is_ready_in
from news.paging import Paged, page_of
from news.press_release import parse
from news.search.database import without_reading_all
from news.search.found import mentions, place
from news.search.query import read_query
from news.search.snippets import Part, excerpt, marked

PER_PAGE = 10
# Letters of an excerpt: about two lines on a desktop, four on a phone.
EXCERPT = 160


@dataclass(frozen=True)
class Row:
    """A found article; `language` is that of its title, `excerpt_language` that of its excerpt."""

    article: Article
    language: str
    title: list[Part]
    excerpt_language: str
    excerpt: list[Part]


class FoundArticles(Paged):
    """One page of what the valid `form` finds, for a reader of the language `code`."""

    def __init__(self, form, code, number):
        self.filters = form
        self.code = code
        self.languages = languages_of(form, code)
        with without_reading_all():
            found = matching(form.narrow(Article.objects.published()), form.words, self.languages)
            self.total = found.count()
            self.page = page_of(
                Paginator(in_order(found, form.words), PER_PAGE), self.total, number
            )
            self.page.object_list = list(self.page.object_list)

    @property
    def rows(self):
        articles = Article.objects.select_related("department").in_bulk(self.page.object_list)
        words = read_query(self.filters.words)
        return [self.row(articles[pk], words) for pk in self.page.object_list if pk in articles]

    def row(self, article, words):
        ready = [code for code in self.languages if code in article.ready_languages()]
        title = marked(article.own_text("title", ready[0]), words)
        language, parts = best_excerpt(article, ready, words)
        return Row(article, ready[0], title, language, parts)


def languages_of(form, code):
    """The languages to look in, that of the reader first."""
    if chosen := form.chosen.get("language"):
        return [chosen]
    return sorted(LANGUAGE_CODES, key=lambda other: other != code)


def matching(articles, query, languages):
    """Those with the words of `query` in a language that they are ready in."""
    conditions = (is_ready_in(code) & mentions(query, code) for code in languages)
    return articles.filter(reduce(or_, conditions))


def in_order(articles, query):
    """The numbers of `articles`: what the query means most surely, and the newest, first."""
    ordered = articles.alias(place=place(query, LANGUAGE_CODES))
    return ordered.order_by("place", "-published_at", "-pk").values_list("pk", flat=True)


def best_excerpt(article, languages, words):
    """(language, parts): from the first language whose text shows a word, else of the lead."""
    for language in languages:
        for text in texts_of(article, language):
            parts = excerpt(text, words, EXCERPT)
            if any(part.is_hit for part in parts):
                return language, parts
    lead = article.own_text("lead", languages[0])
    return languages[0], excerpt(lead, [], EXCERPT)


def texts_of(article, language):
    """The lead, and the body only if that is asked for: reading it takes longer."""
    yield article.own_text("lead", language)
    yield parse(article.own_text("body", language)).plain_text()
