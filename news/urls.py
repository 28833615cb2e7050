from django.urls import include, path

from . import views
from .counting import views as counting_views

app_name = "news"

urlpatterns = [
    path("", views.article_list, name="article-list"),
    path("<number:pk>/", views.article_detail, name="article-detail"),
    path("most-read/", views.most_read, name="most-read"),
    path("how-we-count/", counting_views.counting_rule, name="counting-rule"),
    path("<number:pk>/reading.gif", counting_views.reading, name="reading"),
    path("", include("news.feeds.urls")),
]
