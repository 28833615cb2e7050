from .editions import Edition, MeasureLabel
from .places import City, CityAlias
from .rankings import CityRegion, Measure, Ranking, Region
from .results import Claim, Correction, Result
from .sources import Source

__all__ = [
    "City",
    "CityAlias",
    "CityRegion",
    "Claim",
    "Correction",
    "Edition",
    "Measure",
    "MeasureLabel",
    "Ranking",
    "Region",
    "Result",
    "Source",
]
