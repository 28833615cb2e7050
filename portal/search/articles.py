"""The articles that a search finds, in order, and the part of each that shows why."""

from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from news.models import Article
from news.paging import Paged, page_with_count
from news.press_release import parse
from news.readiness import LANGUAGE_CODES, is_ready_in
from news.search.database import without_reading_all
from news.search.found import mentions, relevance
from news.search.snippets import Part, excerpt, marked

PER_PAGE = 10
# Letters of an excerpt: about two lines on a desktop, four on a phone.
EXCERPT = 160


@dataclass(frozen=True)
class Row:
    """A found article; title and excerpt are in its `language`, which may be its only one.

    Where neither shows the words, `found_in` is the language whose text does, or else
    `is_in_attachment` tells that files do.
    """

    article: Article
    language: str
    title: list[Part]
    excerpt: list[Part]
    is_only_language: bool = False
    found_in: str = ""
    is_in_attachment: bool = False


class FoundArticles(Paged):
    """One page of the articles with the `words` that the valid `form` finds.

    For a reader of the language `code`.
    """

    def __init__(self, form, words, code, number):
        self.filters = form
        self.words = words
        self.code = code
        self.languages = languages_of(form, code)
        with without_reading_all(form.words):
            articles = form.narrow(Article.objects.published())
            found = articles.filter(matching(words, self.languages))
            self.page = page_with_count(in_order(found, words, self.languages), PER_PAGE, number)
        self.total = self.page.paginator.count

    @property
    def rows(self):
        # One may have been withdrawn since it was found.
        articles = Article.objects.published().select_related("department")
        articles = articles.with_attachment_mark().in_bulk(self.page.object_list)
        found = (articles[pk] for pk in self.page.object_list if pk in articles)
        return [row for row in map(self.row, found) if row]

    def row(self, article):
        ready = [code for code in self.languages if code in article.ready_languages()]
        if not ready:
            return None
        language, *others = ready
        title = marked(article.own_text("title", language), self.words)
        parts = best_excerpt(article, language, self.words)
        row = Row(article, language, title, parts, self.code not in article.ready_languages())
        return row if has_hit([*title, *parts]) else replace(row, **self.elsewhere(article, others))

    def elsewhere(self, article, languages):
        """Where the words stand that neither title nor excerpt shows."""
        for code in languages:
            if is_shown(article, code, self.words):
                return {"found_in": code}
        return {"is_in_attachment": article.has_attachments}


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


def best_excerpt(article, language, words):
    """The first text in which a word stands, at that place; else how the article begins."""
    texts = list(filter(None, texts_of(article, language)))
    excerpts = (excerpt(text, words, EXCERPT) for text in texts)
    beginning = texts[0] if texts else ""
    return next(filter(has_hit, excerpts), None) or excerpt(beginning, [], EXCERPT)


def texts_of(article, language):
    """What may be shown of an article, tables last: a row of one says little by itself."""
    document = parse(article.own_text("body", language))
    yield article.own_text("lead", language)
    yield document.sentences()
    yield document.plain_text()


def is_shown(article, language, words):
    texts = [article.own_text("title", language), *texts_of(article, language)]
    return any(has_hit(marked(text, words)) for text in texts)


def has_hit(parts):
    return any(part.is_hit for part in parts)
