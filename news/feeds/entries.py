"""The newest articles, and each as a feed shows it."""

from functools import reduce
from operator import or_

from django.db.models import Q
from django.template.loader import render_to_string

from .. import embeds
from ..addresses import whole
from ..body import Body
from ..licences import TERMS
from ..localized import wording
from ..models import Article
from .elsewhere import html_elsewhere
from .formats import File

NEWEST = 20


class FeedBody(Body):
    """A body for readers elsewhere: charts become pictures, addresses whole."""

    def embedded(self, embed):
        content = self.live.get(embed)
        if not content:
            return None
        picture = (whole(content.picture), content.title) if content.picture else None
        return html_elsewhere(content.html, whole(content.address), picture)


class FeedEntry:
    """What a feed says of an `article` that is ready in `language`."""

    def __init__(self, article, language):
        self.article = article
        self.language = language
        self.body = FeedBody(article, language)

    @property
    def address(self):
        return whole(self.article.get_absolute_url())

    @property
    def title(self):
        return self.article.own_text("title", self.language)

    @property
    def lead(self):
        return self.article.own_text("lead", self.language)

    @property
    def content(self):
        html = render_to_string("news/feed_entry.html", {"entry": self, "terms": TERMS})
        return html_elsewhere(html, self.address)

    @property
    def files(self):
        return [
            File(
                whole(attachment.get_absolute_url()),
                attachment.content_type,
                attachment.size,
                wording(attachment, "title", self.language, attachment.filename).text,
            )
            for attachment in self.article.attachments.all()
        ]


def newest(kind, language):
    """The articles of the feed of a `kind`, or of all when it is None."""
    readable = Article.objects.published().ready_in(language).newest_first()
    # Each kind by itself, because the index begins with it: together every article is sorted.
    kinds = [kind] if kind else Article.Kind.values
    first = [Q(pk__in=readable.filter(kind=each).values("pk")[:NEWEST]) for each in kinds]
    return Article.objects.filter(reduce(or_, first)).newest_first()[:NEWEST]


def newest_versions(kind, language):
    """What tells apart any two states of the articles in that feed, without reading their texts."""
    return list(newest(kind, language).values_list("pk", "version"))


def newest_entries(kind, language):
    """Three queries, and those that embedded data takes, whatever the number of articles."""
    articles = newest(kind, language).select_related("department")
    entries = [
        FeedEntry(article, language)
        for article in articles.prefetch_related("attachments", "images")
    ]
    live = embeds.render_together(
        [embed for entry in entries for embed in entry.body.document.embeds]
    )
    for entry in entries:
        entry.body.live = live
    return entries
