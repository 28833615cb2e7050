"""The articles that a search finds, in order, and the part of each that shows why."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from news.models import Article
from news.paging import Paged, page_with_count
from news.press_release import parse
from news.readiness import LANGUAGE_CODES, is_ready_in
from news.search.database import without_reading_all
from news.search.found import mentions, relevance
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
        self.words = read_query(form.words)
        with without_reading_all(form.words):
            articles = form.narrow(Article.objects.published())
            found = articles.filter(matching(self.words, self.languages))
            ordered = in_order(found, self.words, self.languages)
            self.page = page_with_count(ordered, PER_PAGE, number)
        self.total = self.page.paginator.count

    @property
    def rows(self):
        # One may have been withdrawn since it was found.
        articles = Article.objects.published().select_related("department")
        articles = articles.in_bulk(self.page.object_list)
        rows = (
            self.row(articles[pk], self.words) for pk in self.page.object_list if pk in articles
        )
        return [row for row in rows if row]

    def row(self, article, words):
        ready = [code for code in self.languages if code in article.ready_languages()]
        if not ready:
            return None
        title = marked(article.own_text("title", ready[0]), words)
        language, parts = best_excerpt(article, ready, words)
        return Row(article, ready[0], title, language, parts)


def languages_of(form, code):
    """The languages to look in, that of the reader first."""
    if chosen := form.chosen.get("language"):
        return [chosen]
    return sorted(LANGUAGE_CODES, key=lambda other: other != code)


def matching(words, languages):
    """The condition that the `words` stand in a language that the article is ready in."""
    return reduce(or_, (is_ready_in(code) & mentions(words, code) for code in languages))


def in_order(articles, words, languages):
    """What the words mean most surely, and the newest, first."""
    ordered = articles.alias(relevance=relevance(words, languages))
    return ordered.order_by("-relevance", "-published_at", "-pk")


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
