from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from . import views
from .site_pages.views import site_page

urlpatterns = [
    path("", views.negotiate, name="root"),
    path("admin/", admin.site.urls),
    path("files/", include("news.file_urls")),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("news/", include("news.urls")),
        path("pages/<slug:slug>/", site_page, name="site-page"),
        path("rankings/", include("rankings.urls")),
    ),
]

handler400 = views.bad_request
