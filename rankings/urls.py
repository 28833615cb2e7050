from django.urls import path

from .views import cities, editions, rankings

app_name = "rankings"

urlpatterns = [
    path("", rankings.ranking_list, name="ranking-list"),
    path("<slug:slug>/", rankings.ranking_detail, name="ranking-detail"),
    path("<slug:slug>/<int:number>/", editions.edition_detail, name="edition-detail"),
    path("<slug:slug>/cities/<slug:city>/", cities.city_detail, name="city-detail"),
]
