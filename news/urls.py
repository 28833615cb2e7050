from django.urls import path

from . import views
from .counting import views as counting_views

app_name = "news"

urlpatterns = [
    path("", views.article_list, name="article-list"),
    path("<int:pk>/", views.article_detail, name="article-detail"),
    path("how-we-count/", counting_views.counting_rule, name="counting-rule"),
    path("<int:pk>/reading.gif", counting_views.reading, name="reading"),
]
