"""Keeps the pages of rankings and the feeds as they were rendered until something behind changes.

What editors do leaves a line in the admin's log, and every figure a revision: a page is as fresh
as the last of both, and a feed is of the articles that are in it at the moment. What is changed
past them, by a command or in the database itself, shows once the page has been kept for its time.
"""

import zlib
from hashlib import sha256

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.exceptions import MiddlewareNotUsed
from django.db.models import Count, OuterRef, Subquery, Value
from django.http import HttpResponse
from django.utils.translation import get_language

from news.feeds.entries import newest_versions
from rankings.models import Result

from .caching import STALE_FOR

FEEDS = {"news:rss", "news:atom", "news:json"}
KEPT_FOR = STALE_FOR
# Readers ask for far fewer cities and words; whatever is longer is not asked for twice.
LONGEST_ADDRESS = 300
# How many of the last lines are counted: more than editors write at once.
COUNTED = 100


class PageCacheMiddleware:
    """Stands innermost, so that what others add to a response is added to kept ones too."""

    def __init__(self, get_response):
        if settings.CACHES["default"]["BACKEND"].endswith("DummyCache"):
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if hasattr(request, "page_key") and is_plain_page(response):
            cache.set(request.page_key, packed(response), KEPT_FOR)
        return response

    def process_view(self, request, view, args, kwargs):
        if not may_be_kept(request):
            return None
        key = page_key(request)
        kept = cache.get(key)
        if kept is not None:
            return unpacked(kept)
        request.page_key = key
        return None


def may_be_kept(request):
    return (
        request.method == "GET"
        and (is_feed(request) or request.resolver_match.app_name == "rankings")
        and len(address_of(request)) <= LONGEST_ADDRESS
    )


def is_feed(request):
    return request.resolver_match.view_name in FEEDS


def address_of(request):
    # Feeds have no query: whatever one is asked with, it is the same feed.
    return request.path if is_feed(request) else request.get_full_path()


def page_key(request):
    """The key of the page as the data are now; read before them, it is never the newer one."""
    written = f"{address_of(request)} {latest_changes()} {articles_in(request)}"
    return f"kept-page-{sha256(written.encode()).hexdigest()}"


def articles_in(request):
    """Articles come and go by the clock as well, of which the log knows nothing."""
    if not is_feed(request):
        return []
    return newest_versions(request.resolver_match.kwargs.get("kind"), get_language())


def latest_changes():
    """What tells apart any two states of the admin's log and of the revisions, in one query.

    A transaction may end after one that took the next number: the last numbers are counted too.
    """
    # Asked of a table that is never empty, whatever the portal holds.
    state = ContentType.objects.annotate(
        line=last_number(LogEntry.objects),
        lines=count_after(LogEntry.objects, OuterRef("line") - COUNTED),
        revision=last_number(Result.history),
        revisions=count_after(Result.history, OuterRef("revision") - COUNTED),
    )
    return list(state.values_list("line", "lines", "revision", "revisions")[:1])


def last_number(rows):
    return Subquery(rows.order_by("-pk").values("pk")[:1])


def count_after(rows, number):
    counted = rows.filter(pk__gt=number).order_by().values(all=Value(1))
    return Subquery(counted.annotate(count=Count("pk")).values("count"))


def is_plain_page(response):
    """Whether nothing but its body and its type makes this response: no header of its own."""
    return (
        response.status_code == 200
        and not response.streaming
        and response.headers.keys() == {"Content-Type"}
        and not hasattr(response, "xframe_options_exempt")
    )


def packed(response):
    return response["Content-Type"], zlib.compress(response.content, 1)


def unpacked(kept):
    content_type, body = kept
    return HttpResponse(zlib.decompress(body), content_type=content_type)
