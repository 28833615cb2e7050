import base64

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ..models import Article
from . import rule, visits
from .clock import MINUTE, SECOND
from .fold import LATENESS

# One transparent pixel.
PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==")


@require_safe
@cache_control(no_store=True)
def reading(request, pk):
    """The image in every article page: asked for anew each time, it shows that somebody reads.

    ReadingsMiddleware notes the request; what counts then is that no cache keeps the answer.
    """
    if not Article.objects.published().filter(pk=pk).exists():
        raise Http404
    return HttpResponse(PIXEL, content_type="image/gif")


@require_safe
def counting_rule(request):
    return render(
        request,
        "news/counting_rule.html",
        {
            "repeat_seconds": visits.REPEAT_WITHIN // SECOND,
            "robots": len(rule.robot_patterns()),
            "robots_version": rule.ROBOTS_VERSION,
            "robots_listed_on": rule.ROBOTS_LISTED_ON,
            "recent_minutes": LATENESS // MINUTE,
        },
    )
