"""What is found at fixed addresses beside the pages, and has no language."""

from django.urls import path

from . import robots, views

urlpatterns = [
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", views.sitemap_index, name="sitemap-index"),
    path("sitemap-<slug:section>-<number:number>.xml", views.sitemap, name="sitemap"),
]
