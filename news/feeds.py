"""Feeds of what is published in one language: everything, or one kind of article."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from . import embeds, publisher
from .body import Body
from .elsewhere import html_elsewhere
from .feed_formats import AtomFeed, File, JsonFeed, RssFeed
from .licences import TERMS
from .localized import wording
from .models import Article

NEWEST = 20
# Minutes. A reader that asks more often gets the same answer from a cache.
TTL = 30


class KindConverter:
    """A kind of article as a part of addresses."""

    regex = "|".join(Article.Kind.values)

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class FeedBody(Body):
    """A body for readers elsewhere: charts become pictures, addresses whole."""

    def embedded(self, embed):
        content = self.live.get(embed)
        if not content:
            return None
        picture = (absolute(content.picture), content.title) if content.picture else None
        return html_elsewhere(content.html, absolute(content.address), picture)


class Entry:
    """What a feed says of an `article` that is ready in `language`."""

    def __init__(self, article, language):
        self.article = article
        self.language = language
        self.body = FeedBody(article, language)

    @property
    def address(self):
        return absolute(self.article.get_absolute_url())

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
                absolute(attachment.get_absolute_url()),
                attachment.content_type,
                attachment.size,
                wording(attachment, "title", self.language, attachment.filename).text,
            )
            for attachment in self.article.attachments.all()
        ]


def newest(kind, language):
    readable = Article.objects.published().ready_in(language).newest_first()
    # Each kind by itself, because the index begins with it: together every article is sorted.
    kinds = [kind] if kind else Article.Kind.values
    first = [Q(pk__in=readable.filter(kind=each).values("pk")[:NEWEST]) for each in kinds]
    articles = Article.objects.filter(reduce(or_, first)).newest_first()
    return articles.select_related("department").prefetch_related("attachments", "images")[:NEWEST]


def newest_entries(kind, language):
    """Three queries, and those that embedded data takes, whatever the number of articles."""
    entries = [Entry(article, language) for article in newest(kind, language)]
    live = embeds.render_together(
        [embed for entry in entries for embed in entry.body.document.embeds]
    )
    for entry in entries:
        entry.body.live = live
    return entries


def korean_time(moment):
    return timezone.localtime(moment).replace(microsecond=0)


def absolute(path):
    return f"{settings.SITE_URL}{path}"


@dataclass(frozen=True)
class Scope:
    """What one feed is of: articles of a `kind`, or of all when it is None."""

    kind: str | None
    address: str
    site: object


def title_of(kind):
    titles = {Article.Kind.NEWS: _("News"), Article.Kind.NOTICE: _("Notices")}
    return titles.get(kind, _("News and notices"))


class ArticleFeed(Feed):
    ttl = TTL

    def __call__(self, request, *args, **kwargs):
        response = super().__call__(request, *args, **kwargs)
        # When its newest article is withdrawn a feed is older than before, and yet has changed:
        # the time would keep the article alive, while the ETag tells.
        del response["Last-Modified"]
        return response

    def get_object(self, request, kind=None):
        return Scope(kind, absolute(request.path), publisher.current())

    def title(self, feed):
        return f"{feed.site.name} – {title_of(feed.kind)}"

    def link(self, feed):
        query = f"?kind={feed.kind}" if feed.kind else ""
        return absolute(reverse("news:article-list") + query)

    def feed_url(self, feed):
        return feed.address

    def description(self, feed):
        return _("News and notices of %(organisation)s") % {"organisation": feed.site.organisation}

    def subtitle(self, feed):
        return self.description(feed)

    def author_name(self, feed):
        return feed.site.organisation

    def author_link(self, feed):
        return absolute(reverse("home"))

    def feed_copyright(self, feed):
        return _("Each article names its licence.")

    def feed_guid(self, feed):
        return feed.address

    def items(self, feed):
        return newest_entries(feed.kind, get_language())

    def item_title(self, entry):
        return entry.title

    def item_description(self, entry):
        return escape(entry.lead) if entry.lead else None

    def item_link(self, entry):
        return entry.address

    def item_guid(self, entry):
        return entry.address

    item_guid_is_permalink = True

    def item_author_name(self, entry):
        return wording(entry.article.department, "name", entry.language).text

    def item_pubdate(self, entry):
        return korean_time(entry.article.published_at)

    def item_updateddate(self, entry):
        return korean_time(entry.article.revised_at or entry.article.published_at)

    def item_categories(self, entry):
        return [entry.article.get_kind_display()]

    def item_copyright(self, entry):
        return entry.article.get_licence_display()

    def item_extra_kwargs(self, entry):
        return {
            "content": entry.content,
            "summary": entry.lead,
            "licence": TERMS,
            "files": entry.files,
        }


class RssArticles(ArticleFeed):
    feed_type = RssFeed


class AtomArticles(ArticleFeed):
    feed_type = AtomFeed


class JsonArticles(ArticleFeed):
    feed_type = JsonFeed


rss, atom, json = map(require_safe, (RssArticles(), AtomArticles(), JsonArticles()))
