"""Which city a reader means who types a name."""

from dataclasses import dataclass

from ..models import City
from .index import CityNames
from .of_city import names_of, own_names
from .search import CitySearch

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
    own = {city: own_names(city, city.aliases_of) for city in cities}
    called = [city for city in cities if search.is_whole(own[city])]
    if len(called) == 1:
        return Meant(called[0], [])
    found = called or [city for city in cities if search.finds(names_of(city, city.aliases_of))]
    found.sort(key=lambda city: not search.begins(own[city]))
    return Meant(None, (found or near(text, own))[:MOST_OFFERED])


def near(text, own):
    """Of {city: its names}, those that `text` may be a misspelling of, the nearest first."""
    names = CityNames((name, city) for city, names in own.items() for name in names)
    found = [sorted(names.find(name), key=lambda city: city.slug) for name in names.near(text)]
    return list(dict.fromkeys(city for namesakes in found for city in namesakes))
