from .drafts import AcceptedWarning, Draft, RememberedColumn
from .editions import Edition, MeasureLabel
from .places import City, CityAlias
from .rankings import CityRegion, Measure, Ranking, Region
from .results import Claim, Correction, Result
from .sources import Source

__all__ = [
    "AcceptedWarning",
    "City",
    "CityAlias",
    "CityRegion",
    "Claim",
    "Correction",
    "Draft",
    "Edition",
    "Measure",
    "MeasureLabel",
    "Ranking",
    "Region",
    "RememberedColumn",
    "Result",
    "Source",
]
