from django.urls import path

from . import views

app_name = "rankings"

urlpatterns = [
    path("", views.ranking_list, name="ranking-list"),
    path("<slug:slug>/", views.ranking_detail, name="ranking-detail"),
    path("<slug:slug>/<int:number>/", views.edition_detail, name="edition-detail"),
    path("<slug:slug>/cities/<slug:city>/", views.city_detail, name="city-detail"),
]
