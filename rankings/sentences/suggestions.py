"""What the reader of sentences hands over: suggestions, each with the words it was read from."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum, auto

from django.utils.translation import gettext_lazy as _

from rankings.entry.cells import Rank


class Rule(StrEnum):
    """The form in which a figure was written; the names stay, they may be stored."""

    TREND = auto()  # directly at the edition or the date that it belongs to
    LABEL = auto()  # directly at the name of its city or measure
    RESPECTIVELY = auto()  # several names share the words that give their ranks
    MOVE = auto()  # from one rank to another
    PLACES = auto()  # only by how many places something moved: nothing to enter, to check
    STATEMENT = auto()  # in running text


class Scope(StrEnum):
    WORLD = auto()
    REGION = auto()
    COUNTRY = auto()


class Remark(StrEnum):
    """What an editor should know before taking a suggestion over."""

    CITY_ASSUMED = auto()
    CITY_UNKNOWN = auto()
    CITY_AMBIGUOUS = auto()
    MEASURE_ASSUMED = auto()
    MEASURE_UNKNOWN = auto()
    MEASURE_AMBIGUOUS = auto()
    EDITION_NOT_NAMED = auto()
    EDITION_CARRIED = auto()
    EDITION_UNKNOWN = auto()
    DATE_CONTRADICTS = auto()
    COUNT_DIFFERS = auto()
    ORDER_ASSUMED = auto()
    WRONG_ORDINAL = auto()
    NOTHING_NAMED = auto()
    PERHAPS_OTHER = auto()

    @property
    def sentence(self):
        return str(SENTENCES[self])


# How far a remark lets one trust the suggestion; without any it is CERTAIN. The steps say:
# at most one part was filled in (0.8), a reader would have to think (0.5), probably not (0.2).
CERTAIN = 0.95
TRUST = {
    Remark.CITY_ASSUMED: 0.8,
    Remark.ORDER_ASSUMED: 0.8,
    Remark.MEASURE_ASSUMED: 0.5,
    Remark.EDITION_CARRIED: 0.5,
    Remark.EDITION_UNKNOWN: 0.5,
    Remark.EDITION_NOT_NAMED: 0.5,
    Remark.DATE_CONTRADICTS: 0.5,
    Remark.WRONG_ORDINAL: 0.5,
    Remark.CITY_AMBIGUOUS: 0.5,
    Remark.CITY_UNKNOWN: 0.5,
    Remark.MEASURE_AMBIGUOUS: 0.5,
    Remark.MEASURE_UNKNOWN: 0.5,
    Remark.COUNT_DIFFERS: 0.2,
    Remark.NOTHING_NAMED: 0.2,
    Remark.PERHAPS_OTHER: 0.2,
}

SENTENCES = {
    Remark.CITY_ASSUMED: _("The text names no city here."),
    Remark.CITY_UNKNOWN: _("No city is known by this name."),
    Remark.CITY_AMBIGUOUS: _("Several cities carry this name."),
    Remark.MEASURE_ASSUMED: _("The text may mean the overall rank."),
    Remark.MEASURE_UNKNOWN: _("This ranking has no measure of this name."),
    Remark.MEASURE_AMBIGUOUS: _("This name can mean more than one thing."),
    Remark.EDITION_NOT_NAMED: _("The text does not say which edition it means."),
    Remark.EDITION_CARRIED: _("The edition was named in an earlier sentence."),
    Remark.EDITION_UNKNOWN: _("No edition is known for this number or date."),
    Remark.DATE_CONTRADICTS: _("The edition and the date do not belong together."),
    Remark.COUNT_DIFFERS: _("There are not as many ranks as names."),
    Remark.ORDER_ASSUMED: _("Names and ranks were matched by their order."),
    Remark.WRONG_ORDINAL: _("The ending does not fit the number."),
    Remark.NOTHING_NAMED: _("The text names neither a city nor the ranking."),
    Remark.PERHAPS_OTHER: _("This may be the rank of something else."),
}


@dataclass(frozen=True)
class Month:
    """A date as far as a sentence gives it; `month` and `half` (1 or 2) are None when unsaid."""

    year: int
    month: int | None = None
    half: int | None = None

    def __str__(self):
        if self.month:
            return f"{self.year}-{self.month:02}"
        return f"{self.year}-H{self.half}" if self.half else str(self.year)


@dataclass(frozen=True)
class Suggestion:
    """One figure, or one move, that `text[start:end]` of the text states.

    `city` and `measure` are ids as the vocabulary has them; None with a `label` when a name
    stands there that it does not know, None without one when several would fit or none was
    named. `edition` is a number of an edition; None means that the sentence points to an
    edition which it does not name, so the figure cannot be placed. `moved` counts places,
    more is better; `previous` is the rank that the city is said to come from.
    """

    start: int
    end: int
    rule: Rule
    city: Hashable | None
    measure: Hashable | None
    edition: int | None
    rank: Rank | None
    scope: Scope = Scope.WORLD
    previous: Rank | None = None
    moved: int | None = None
    date: Month | None = None
    label: str = ""
    remarks: tuple[Remark, ...] = ()

    @property
    def confidence(self):
        """From 0 to 1: what the most serious remark leaves of the trust in the suggestion."""
        return min((TRUST[remark] for remark in self.remarks), default=CERTAIN)
