"""Pages of the site and departments that a query finds: few enough to look through them all."""

from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Count, OuterRef, Subquery
from django.urls import reverse

from news.localized import Wording, wording
from news.models import Article, Department
from news.readiness import LANGUAGE_CODES
from news.search.pieces import indexed_pieces
from news.search.query import is_held

from ..site_pages.reading import foot_links

# A single syllable or letter stands in most texts.
SHORTEST_QUERY = 2
MOST = 4

# What holds the words, the surest first; whatever holds them in its title is a page about them.
IN_TITLE, IN_TITLES_WORD, IN_BODY, IN_BODYS_WORD = range(4, 0, -1)


@dataclass(frozen=True)
class DepartmentFound:
    """A department with articles for the reader: `count`, which stand at `url`."""

    name: Wording
    url: str
    count: int


def departments(code):
    """All of them; each with `article_count`, of those ready in `code`, and `first_article_at`.

    The latter is when the first article of any was published.
    """
    published = Article.objects.published().order_by()
    own = published.ready_in(code).filter(department=OuterRef("pk")).values("department")
    first = published.order_by("published_at").values("published_at")
    return list(
        Department.objects.annotate(
            article_count=Subquery(own.annotate(count=Count("pk")).values("count")),
            first_article_at=Subquery(first[:1]),
        )
    )


class Places:
    """`pages` of the site and `departments` for a reader of the language `code`."""

    def __init__(self, pages, departments, code):
        self.pages = pages
        self.departments = departments
        self.code = code

    def pages_about(self, words):
        """Links to pages with the `words` in their titles, or else in their texts."""
        if is_too_short(words):
            return []
        sure = [(sureness(page, words), page) for page in self.pages]
        best = sorted((pair for pair in sure if pair[0]), key=lambda pair: -pair[0])
        about = [pair for pair in best if pair[0] >= IN_TITLES_WORD] or best
        return list(foot_links([page for _sureness, page in about[:MOST]], self.code))

    def departments_named(self, words):
        """A DepartmentFound for each that is called so."""
        if is_too_short(words):
            return []
        called = [
            each for each in self.departments if each.article_count and is_called(each, words)
        ]
        return [self.found(department) for department in called[:MOST]]

    def found(self, department):
        url = f"{reverse('news:article-list')}?department={department.pk}"
        name = wording(department, "name", self.code)
        return DepartmentFound(name, url, department.article_count)

    def count(self, words):
        return len(self.pages_about(words)) + len(self.departments_named(words))


def is_too_short(words):
    return sum(len(word.text) for word in words) < SHORTEST_QUERY


def sureness(page, words):
    """How surely a reader who asks for `words` wants this page; 0 if not at all."""
    languages = page.ready_languages() or LANGUAGE_CODES
    titles = [page.own_text("title", code) for code in languages]
    bodies = [page.own_text("body", code) for code in page.ready_languages()]
    ways = {
        IN_TITLE: (titles, "begun"),
        IN_TITLES_WORD: (titles, "bare"),
        IN_BODY: (bodies, "begun"),
        IN_BODYS_WORD: (bodies, "bare"),
    }
    return next(
        (
            sure
            for sure, (texts, way) in ways.items()
            if any(is_said(text, words, way) for text in texts)
        ),
        0,
    )


def is_called(department, words):
    names = [wording(department, "name", code).text for code in LANGUAGE_CODES]
    return any(is_said(name, words, "bare") for name in names)


def is_said(text, words, way):
    pieces = pieces_in(text)
    return all(is_held(getattr(word, way), pieces) for word in words)


@lru_cache(maxsize=200)
def pieces_in(text):
    """Those of a text that hardly ever changes."""
    return frozenset(indexed_pieces(text))
