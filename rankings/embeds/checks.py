"""What is wrong with an embed, in a sentence for the editor, or None.

The parts of its argument are strings: the slugs of a ranking and a city, the number of an edition,
which is None for a trend without an end.
"""

from django.utils.translation import gettext as _

from ..models import City, Edition, Ranking, Result


def check_table(ranking, number):
    return unknown_ranking(ranking) or unknown_edition(ranking, int(number))


def check_trend(ranking, city, number):
    return (
        unknown_ranking(ranking)
        or unknown_city(city)
        or (number and unknown_edition(ranking, int(number)))
        or unranked_city(ranking, city)
        or (number and not_yet_ranked_city(ranking, city, int(number)))
    )


def check_areas(ranking, city, number):
    return (
        unknown_ranking(ranking)
        or unknown_city(city)
        or unknown_edition(ranking, int(number))
        or without_areas(ranking, city, int(number))
    )


def unknown_ranking(ranking):
    if Ranking.objects.filter(slug=ranking).exists():
        return None
    return _("There is no ranking “%(ranking)s”. Write its short name in addresses.") % {
        "ranking": ranking
    }


def unknown_city(city):
    if City.objects.filter(slug=city).exists():
        return None
    return _("There is no city “%(city)s”. Write its short name in addresses.") % {"city": city}


def unknown_edition(ranking, number):
    editions = Edition.objects.filter(ranking__slug=ranking, number=number)
    values = {"ranking": ranking, "number": number}
    if editions.public().exists():
        return None
    if editions.exists():
        return (
            _("Edition %(number)d of “%(ranking)s” is not public yet. Make it public first.")
            % values
        )
    return _("The ranking “%(ranking)s” has no edition %(number)d. Check the number.") % values


def unranked_city(ranking, city):
    if figures_of(ranking, city).exists():
        return None
    return _("The ranking “%(ranking)s” has no figures of the city “%(city)s”.") % {
        "ranking": ranking,
        "city": city,
    }


def not_yet_ranked_city(ranking, city, number):
    if figures_of(ranking, city).filter(edition__number__lte=number).exists():
        return None
    return _(
        "The ranking “%(ranking)s” has no figures of the city “%(city)s” up to edition %(number)d."
    ) % {"ranking": ranking, "city": city, "number": number}


def figures_of(ranking, city):
    results = Result.objects.public().overall().world()
    return results.filter(measure__ranking__slug=ranking, city__slug=city)


def without_areas(ranking, city, number):
    results = Result.objects.public().components().world()
    if results.filter(
        edition__ranking__slug=ranking, edition__number=number, city__slug=city
    ).exists():
        return None
    return _(
        "Edition %(number)d of “%(ranking)s” has no areas or dimensions of the city “%(city)s”."
    ) % {"ranking": ranking, "city": city, "number": number}
