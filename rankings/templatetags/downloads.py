"""«Download and cite» at the foot of a page of figures: one line in its template."""

from django import template

from ..downloads import datasets
from ..downloads.citation import bibtex, citations, citations_in_text
from ..downloads.linked_data import linked_data
from ..downloads.offers import chart_query, offered_files, offered_pictures

register = template.Library()
BLOCK = "rankings/_downloads.html"


@register.inclusion_tag(BLOCK, takes_context=True)
def ranking_downloads(context, timeline):
    return block(context, datasets.RankingData(timeline.editions))


@register.inclusion_tag(BLOCK, takes_context=True)
def edition_downloads(context, edition):
    """`edition` was loaded with a timeline."""
    return block(context, datasets.EditionData([edition]))


@register.inclusion_tag(BLOCK, takes_context=True)
def edition_comparison_downloads(context, comparison):
    """Its editions were loaded with a timeline."""
    return block(context, datasets.EditionComparisonData([comparison.then, comparison.now]))


@register.inclusion_tag(BLOCK, takes_context=True)
def city_downloads(context, timeline, city):
    return block(context, datasets.CityData(timeline.editions, city))


@register.inclusion_tag(BLOCK, takes_context=True)
def measure_downloads(context, timeline, measure):
    return block(context, datasets.MeasureData(timeline.editions, measure))


@register.inclusion_tag(BLOCK, takes_context=True)
def comparison_downloads(context, timeline, cities, measure):
    return block(context, datasets.ComparisonData(timeline.editions, cities, measure))


def block(context, dataset):
    """No query: what it tells came with the timeline and with the settings of the site."""
    site = context["site"]
    query = chart_query(dataset, context["request"].GET)
    return {
        "dataset": dataset,
        "site": site,
        "site_url": context["site_url"],
        "files": offered_files(dataset),
        "pictures": offered_pictures(dataset, query),
        "frame": dataset.path_of("frame/", query),
        "citations": citations(dataset, site),
        "citations_in_text": citations_in_text(dataset),
        "bibtex": bibtex(dataset, site),
        "linked_data": linked_data(dataset, site),
    }
