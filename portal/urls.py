from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, register_converter

from . import views
from .addresses import NumberConverter
from .discovery import opensearch
from .search.views import search
from .site_pages.views import site_page

# Before the addresses of the apps are included, which are written with it.
register_converter(NumberConverter, "number")

urlpatterns = [
    path("", views.negotiate, name="root"),
    path("admin/", admin.site.urls),
    path("files/", include("news.file_urls")),
    path("", include("portal.discovery.urls")),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("opensearch.xml", opensearch.description, name="opensearch"),
        path("", include("portal.cards.urls")),
        path("feedback/", include("portal.feedback.urls")),
        path("news/", include("news.urls")),
        path("pages/<slug:slug>/", site_page, name="site-page"),
        path("rankings/", include("rankings.urls")),
        path("search/", search, name="search"),
    ),
]

handler400 = views.bad_request
