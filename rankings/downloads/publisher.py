"""Who hands the data out, and under which licence: the site says it, which rankings do not know.

What is registered returns an object with the texts `organisation` and `name`, and the licence as
`data_licence` (a code), `get_data_licence_display()` and `data_licence_url`.
"""

from collections.abc import Callable

_publishers: list[Callable] = []


def register(publisher):
    _publishers[:] = [publisher]


def current():
    [publisher] = _publishers
    return publisher()
