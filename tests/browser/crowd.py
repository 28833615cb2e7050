"""A ranking whose charts are crowded, of cities with the longest names there are."""

from rankings.models import City
from tests.rankings.factories import make_edition, make_ranking, make_result

NAMES = {
    "busan": ("부산", "Busan"),
    "petersburg": ("상트페테르부르크", "Saint Petersburg"),
    "hochiminh": ("호찌민시", "Ho Chi Minh City"),
    "rio": ("리우데자네이루", "Rio de Janeiro"),
    "francisco": ("샌프란시스코", "San Francisco"),
    "llanfair": ("란바이르푸흘귄기흘", "Llanfairpwllgwyngyllgogery"),
}
# By edition: a crowd at the end, ties, a gap, a band, a line that ends early, one that comes late.
RANKS = {
    "busan": [62, 41, 27, 8],
    "petersburg": [9, 9, 9, 9],
    "hochiminh": [30, None, 11, 10],
    "rio": [12, 12, 12, None],
    "francisco": [1, 2, 3, 11],
    "llanfair": [None, None, 70, 12],
}


def make_crowd():
    """The cities over four editions; the slug of the ranking is «sci»."""
    ranking, previous = make_ranking(), None
    for number in range(1, 5):
        previous = make_edition(ranking, number, after=previous)
        for city, ranks in RANKS.items():
            add(previous, city, ranks[number - 1])
    for slug, (korean, english) in NAMES.items():
        City.objects.filter(slug=slug).update(name_ko=korean, name_en=english)
    return ranking


def add(edition, city, rank):
    if rank == 70:
        make_result(edition, city, 61, band_end=70)
    elif rank:
        make_result(edition, city, rank, is_joint=rank in (9, 12))
