"""Whether what stands in a table follows in the order that it should."""

from collections import defaultdict
from itertools import pairwise

from django.utils.translation import gettext as _

from ..cells import Rating, read_rating
from ..sheet import Kind
from .finding import Finding, by_rank, exact_place


def broken_sequence(sheet, column, final):
    """The first rank of a full table that does not follow those before it.

    Under standard competition ranking (1, 2, 2, 4) a city's rank is one more than the number
    of cities before it. All later ranks may be out by the same slip: they are not named.
    """
    groups = by_rank(column, final)
    if sum(map(len, groups.values())) != sheet.cities_included:
        return  # Bands leave open who stands where.
    expected = 1
    for number in sorted(groups):
        if number != expected:
            cell = groups[number][0]
            yield Finding(
                cell,
                _("%(cell)s: rank %(rank)d, but after the ranks before it comes %(expected)d.")
                % {"cell": sheet.name(cell), "rank": number, "expected": expected},
            )
            return
        expected += len(groups[number])


def ratings_against_ranks(sheet, final, touched):
    """Cities with a higher rating than the city ranked before them."""
    for column in sheet.columns:
        if column.kind is Kind.RATING:
            key = rank_column(sheet, column)
            yield from ratings_of_column(sheet, column, rated(final, key, column.key), touched)


def rank_column(sheet, column):
    """The key of the column of world ranks of the same measure."""
    return next(c.key for c in sheet.columns if (c.measure, c.kind) == (column.measure, Kind.RANK))


def rated(final, rank_key, rating_key):
    """(rank, rating, city), from the first to the last; of joint cities the best rated first."""
    cities = [city for city, key in final if key == rating_key]
    places = {city: exact_place(final, (city, rank_key)) for city in cities}
    ratings = {city: read_rating(final[city, rating_key]) for city in cities}
    rows = [(places[city], ratings[city].value, city) for city in cities if places[city]]
    return sorted(rows, key=lambda row: (row[0], -row[1]))


def ratings_of_column(sheet, column, rows, touched):
    pairs = list(pairwise(rows))
    inverted = [(a, b) for a, b in pairs if a[0] < b[0] and a[1] < b[1]]
    doubted = [(a, b) for a, b in inverted if touched_any(sheet, column, touched, a[2], b[2])]
    # A table that counts the other way round is one doubt, not one for each city.
    if len(inverted) > 2 and len(inverted) > len(pairs) / 2:
        sentence = _("%(figure)s: the lower the rating, the better the rank. Is that so?")
        return [Finding(None, sentence % {"figure": column.label})] if doubted else []
    return [better_rated(sheet, column, first, second) for first, second in doubted]


def better_rated(sheet, column, first, second):
    (_rank, before, city), (_next, rating, other) = first, second
    cell = (other, column.key)
    return Finding(
        cell,
        _("%(cell)s: %(rating)s is more than the %(before)s of %(city)s, ranked before it.")
        % {
            "cell": sheet.name(cell),
            "rating": Rating(rating),
            "before": Rating(before),
            "city": sheet.cities[city],
        },
    )


def touched_any(sheet, column, touched, *cities):
    keys = (column.key, rank_column(sheet, column))
    return any((city, key) in touched for city in cities for key in keys)


def regions_against_world(sheet, final, touched):
    """Cities that are ahead in their region of a city that is ahead of them in the world."""
    for column in sheet.columns:
        if column.kind is not Kind.REGION:
            continue
        for (_world, rank, city), (_next, other_rank, other) in regional_pairs(
            sheet, column, final
        ):
            if other_rank < rank and touched_any(sheet, column, touched, city, other):
                yield overtaken(sheet, (other, column.key), other_rank, city)


def overtaken(sheet, cell, rank, city):
    words = {"cell": sheet.name(cell), "rank": rank, "city": sheet.cities[city]}
    return Finding(
        cell,
        _(
            "%(cell)s: rank %(rank)d in the region is before %(city)s, "
            "which comes first in the world."
        )
        % words,
    )


def regional_pairs(sheet, column, final):
    """Neighbours within each region, as (world rank, rank in the region, city), first to last."""
    world = rank_column(sheet, column)
    regions = defaultdict(list)
    for city, key in final:
        places = exact_place(final, (city, world)), exact_place(final, (city, column.key))
        if key == column.key and city in sheet.regions and all(places):
            regions[sheet.regions[city]].append((*places, city))
    return [pair for rows in regions.values() for pair in pairwise(sorted(rows))]
