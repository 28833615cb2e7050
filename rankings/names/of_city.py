"""All the names of a city.

Its `aliases` are as `RowsAgg` gives them: lists of one name, or None.
"""

from modeltranslation.utils import get_translation_fields

NAMES = get_translation_fields("name")
COUNTRIES = get_translation_fields("country")


def own_names(city, aliases):
    """Unlike what a city may be searched for by, without the country."""
    names = [*(getattr(city, field) for field in NAMES), *(name for [name] in aliases or ())]
    return list(filter(None, names))


def names_of(city, aliases):
    """The names by which `city` may be searched for; those of its country may be missing."""
    return [*own_names(city, aliases), *(getattr(city, field) for field in COUNTRIES)]
