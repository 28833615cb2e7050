from django.urls import path, register_converter

from .downloads.addresses import FileConverter, PictureConverter
from .views import (
    cities,
    comparisons,
    corrections,
    downloads,
    editions,
    frames,
    measures,
    pictures,
    rankings,
)

app_name = "rankings"

register_converter(FileConverter, "file")
register_converter(PictureConverter, "picture")

urlpatterns = [
    path("", rankings.ranking_list, name="ranking-list"),
    path("cities/<slug:city>/", cities.city_rankings, name="city-rankings"),
    path("<slug:slug>/", rankings.ranking_detail, name="ranking-detail"),
    path("<slug:slug>/<file:file>", downloads.ranking_file, name="ranking-file"),
    path("<slug:slug>/<number:number>/", editions.edition_detail, name="edition-detail"),
    path(
        "<slug:slug>/<number:number>/compared/<number:other>/",
        editions.edition_comparison,
        name="edition-comparison",
    ),
    path(
        "<slug:slug>/<number:number>/compared/<number:other>/<file:file>",
        downloads.edition_comparison_file,
        name="edition-comparison-file",
    ),
    path("<slug:slug>/<number:number>/<file:file>", downloads.edition_file, name="edition-file"),
    path("<slug:slug>/<number:number>/frame/", frames.edition_frame, name="edition-frame"),
    path("<slug:slug>/corrections/", corrections.correction_list, name="correction-list"),
    path("<slug:slug>/cities/<slug:city>/", cities.city_detail, name="city-detail"),
    path("<slug:slug>/cities/<slug:city>/<file:file>", downloads.city_file, name="city-file"),
    path("<slug:slug>/cities/<slug:city>/<picture:file>", pictures.city_chart, name="city-chart"),
    path("<slug:slug>/cities/<slug:city>/frame/", frames.city_frame, name="city-frame"),
    path("<slug:slug>/compare/", comparisons.city_comparison, name="city-comparison"),
    path("<slug:slug>/compare/<file:file>", downloads.comparison_file, name="comparison-file"),
    path("<slug:slug>/compare/<picture:file>", pictures.comparison_chart, name="comparison-chart"),
    path("<slug:slug>/compare/frame/", frames.comparison_frame, name="comparison-frame"),
    path("<slug:slug>/measures/<slug:code>/", measures.measure_detail, name="measure-detail"),
    path(
        "<slug:slug>/measures/<slug:code>/<file:file>", downloads.measure_file, name="measure-file"
    ),
    path(
        "<slug:slug>/measures/<slug:code>/<picture:file>",
        pictures.measure_chart,
        name="measure-chart",
    ),
    path("<slug:slug>/measures/<slug:code>/frame/", frames.measure_frame, name="measure-frame"),
]
