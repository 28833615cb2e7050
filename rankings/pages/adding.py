"""Which city a reader means who types a name."""

from dataclasses import dataclass

from modeltranslation.utils import get_translation_fields

from ..entry.city_names import CityNames
from ..models import City
from .city_search import CitySearch, names_of

MOST_OFFERED = 12


@dataclass(frozen=True)
class Meant:
    """The one `city` of that name, else the `others` that may be meant."""

    city: City | None
    others: list[City]


def city_meant(text, cities):
    """The Meant among `cities`, which were loaded with `aliases_of`: lists of one name.

    Those whose names begin with `text` come first.
    """
    search = CitySearch(text)
    called = [city for city in cities if search.is_whole(own_names(city))]
    if len(called) == 1:
        return Meant(called[0], [])
    found = called or [city for city in cities if search.finds(names_of(city, city.aliases_of))]
    found.sort(key=lambda city: not search.begins(own_names(city)))
    return Meant(None, (found or near(text, cities))[:MOST_OFFERED])


def near(text, cities):
    """Those with a name that `text` may be a misspelling of, the nearest first."""
    names = CityNames((name, city) for city in cities for name in own_names(city))
    found = [sorted(names.find(name), key=lambda city: city.slug) for name in names.near(text)]
    return list(dict.fromkeys(city for namesakes in found for city in namesakes))


def own_names(city):
    """Unlike what a city is found by, without the country."""
    aliases = [name for [name] in city.aliases_of]
    return [*(getattr(city, field) for field in get_translation_fields("name")), *aliases]
