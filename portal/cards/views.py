from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from news.body import Body
from news.models import Article
from news.views import withdrawn_or_missing
from portal.models import SiteSettings
from rankings.timeline import load_timeline
from rankings.views.editions import edition_or_404

from .contents import article_words, edition_words, home_figure, site_words
from .drawing import digest, png

# The address of a card names its state. What is withdrawn leaves shared caches within the hour.
KEPT_BY_ADDRESS = "public, max-age=31536000, s-maxage=3600, immutable"


@require_safe
def site_card(request):
    return sent(request, site_words(SiteSettings.current()))


@require_safe
def article_card(request, pk):
    code = get_language()
    article = Article.objects.published().ready_in(code).filter(pk=pk).first()
    if article is None:
        return withdrawn_or_missing(request, pk)
    return sent(request, article_words(article, Body(article, code), SiteSettings.current()))


@require_safe
def edition_card(request, slug, number):
    timeline = load_timeline(slug)
    edition = edition_or_404(timeline, number)
    result, change = home_figure(timeline, edition)
    return sent(request, edition_words(edition, result, change, SiteSettings.current()))


def sent(request, words):
    """The card, drawn unless the reader has it; nothing in the query changes what is drawn."""
    version = digest(words)
    etag = quote_etag(version)
    response = get_conditional_response(request, etag=etag)
    if response is None:
        content, is_whole = png(words)
        response = HttpResponse(content, content_type="image/png")
        if not is_whole:
            return response
    response["ETag"] = etag
    if request.GET.get("v") == version:
        response["Cache-Control"] = KEPT_BY_ADDRESS
    return response
