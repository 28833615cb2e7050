from django.urls import path, register_converter

from ..models import Article
from . import views


class KindConverter:
    """A kind of article as a part of addresses."""

    regex = "|".join(Article.Kind.values)

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(KindConverter, "kind")

urlpatterns = [
    path("feed.xml", views.rss, name="rss"),
    path("atom.xml", views.atom, name="atom"),
    path("feed.json", views.json, name="json"),
    path("<kind:kind>/feed.xml", views.rss, name="rss"),
    path("<kind:kind>/atom.xml", views.atom, name="atom"),
    path("<kind:kind>/feed.json", views.json, name="json"),
]
