"""What stands across a chart: the dates on which editions were published, or their numbers."""

from collections.abc import Callable
from dataclasses import dataclass

from .charts.axes import Axis, date_axis, edition_axis
from .models import Edition


@dataclass(frozen=True)
class Across:
    """`name` asks for it in addresses; `place` is where an edition stands on the `axis`."""

    name: str
    place: Callable[[Edition], int]
    axis: Callable[..., Axis]


BY_DATE = Across("date", lambda edition: edition.published_on.toordinal(), date_axis)
BY_EDITION = Across("edition", lambda edition: edition.number, edition_axis)


def across_named(name):
    """By date, unless `name` asks for editions."""
    return BY_EDITION if name == BY_EDITION.name else BY_DATE
