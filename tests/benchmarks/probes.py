"""What the measured server tells of itself, and the empty view it is compared with."""

import time

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.models import Count
from django.http import HttpResponse, JsonResponse
from django.urls import path, reverse
from django.utils import translation
from modeltranslation.utils import build_localized_fieldname

from news.models import Article
from portal.urls import urlpatterns as portal_urlpatterns
from rankings.models import Edition


class ProbeMiddleware:
    """Tells the SQL queries of a response, and the processor time of this process so far."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "X-Probe-Forget-Caches" in request.headers:
            cache.clear()
        queries = []
        with connection.execute_wrapper(noting(queries)):
            response = self.get_response(request)
        response["X-Probe-Queries"] = len(queries)
        response["X-Probe-Cpu-Nanoseconds"] = time.process_time_ns()
        return response


def noting(queries):
    def execute(call, sql, params, many, context):
        queries.append(sql)
        return call(sql, params, many, context)

    return execute


def empty(request):
    return HttpResponse()


def pages(request):
    """Every kind of page in every language: [kind, language, path]."""
    found = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found += [(kind, code, path) for kind, path in addresses().items()]
    return JsonResponse(found, safe=False)


def addresses():
    article, edition = longest_article(), fullest_edition()
    ranking = edition.ranking
    return {
        "home": reverse("home"),
        "list": reverse("news:article-list"),
        "article": article.get_absolute_url(),
        "feed": reverse("news:rss"),
        "ranking list": reverse("rankings:ranking-list"),
        "ranking": ranking.get_absolute_url(),
        "edition": edition.get_absolute_url(),
        "city": reverse("rankings:city-detail", args=[ranking.slug, settings.HOME_CITY]),
        "counting rule": reverse("news:counting-rule"),
        "noted reading": reverse("news:reading", args=[article.pk]),
    }


def longest_article():
    articles = Article.objects.published()
    for code, _name in settings.LANGUAGES:
        articles = articles.ready_in(code)
    body = build_localized_fieldname("body", settings.LANGUAGE_CODE)
    return max(articles, key=lambda article: len(getattr(article, body)))


def fullest_edition():
    return Edition.objects.public().annotate(entries=Count("results")).latest("entries")


urlpatterns = [path("empty/", empty), path("pages/", pages), *portal_urlpatterns]
