"""What a feed says of itself and of each entry."""

from dataclasses import dataclass

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..addresses import whole
from ..licences import TERMS
from ..localized import wording
from ..models import Article
from . import publisher
from .entries import newest_entries
from .formats import AtomFeed, JsonFeed, RssFeed

# Minutes. A reader that asks more often gets the same answer from a cache.
TTL = 30


def korean_time(moment):
    return timezone.localtime(moment).replace(microsecond=0)


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
        return Scope(kind, whole(request.path), publisher.current())

    def title(self, feed):
        return f"{feed.site.name} – {title_of(feed.kind)}"

    def link(self, feed):
        query = f"?kind={feed.kind}" if feed.kind else ""
        return whole(reverse("news:article-list") + query)

    def feed_url(self, feed):
        return feed.address

    def description(self, feed):
        return _("News and notices of %(organisation)s") % {"organisation": feed.site.organisation}

    def subtitle(self, feed):
        return self.description(feed)

    def author_name(self, feed):
        return feed.site.organisation

    def author_link(self, feed):
        return whole(reverse("home"))

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
