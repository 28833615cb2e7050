"""The dataset of an address with the timeline of its ranking; 404 where nothing is public."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from ..models import City, Measure
from ..pages.comparison import load_comparison
from ..timeline import load_timeline
from . import datasets


def public_timeline(slug):
    timeline = load_timeline(slug)
    if not timeline:
        raise Http404
    return timeline


def ranking_data(slug):
    timeline = public_timeline(slug)
    return timeline, datasets.RankingData(timeline.editions)


def edition_data(slug, number):
    timeline = public_timeline(slug)
    edition = timeline.numbered(number)
    if edition is None:
        raise Http404
    return timeline, datasets.EditionData([edition])


def edition_comparison_data(slug, number, other):
    """Two editions have one address, which begins with the later one."""
    timeline = public_timeline(slug)
    editions = [timeline.numbered(each) for each in (other, number)]
    if None in editions or other >= number:
        raise Http404
    return timeline, datasets.EditionComparisonData(editions)


def city_data(slug, city):
    timeline = public_timeline(slug)
    return timeline, known(datasets.CityData(timeline.editions, get_object_or_404(City, slug=city)))


def measure_data(slug, code):
    timeline = public_timeline(slug)
    measure = get_object_or_404(Measure, ranking=timeline.ranking, code=code)
    return timeline, known(datasets.MeasureData(timeline.editions, measure))


def comparison_data(slug, query):
    """The comparison that the `query` of an address asks for comes with it."""
    timeline = public_timeline(slug)
    comparison = load_comparison(timeline, query)
    if comparison is None or not comparison.cities:
        raise Http404
    dataset = datasets.ComparisonData(timeline.editions, comparison.cities, comparison.measure)
    return timeline, dataset, comparison


def known(dataset):
    if not dataset.results.exists():
        raise Http404
    return dataset
