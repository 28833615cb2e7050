from django.urls import path, register_converter

from . import feeds, views
from .counting import views as counting_views

app_name = "news"

register_converter(feeds.KindConverter, "kind")

urlpatterns = [
    path("", views.article_list, name="article-list"),
    path("<number:pk>/", views.article_detail, name="article-detail"),
    path("how-we-count/", counting_views.counting_rule, name="counting-rule"),
    path("<number:pk>/reading.gif", counting_views.reading, name="reading"),
    path("feed.xml", feeds.rss, name="rss"),
    path("atom.xml", feeds.atom, name="atom"),
    path("feed.json", feeds.json, name="json"),
    path("<kind:kind>/feed.xml", feeds.rss, name="rss"),
    path("<kind:kind>/atom.xml", feeds.atom, name="atom"),
    path("<kind:kind>/feed.json", feeds.json, name="json"),
]
