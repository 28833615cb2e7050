"""What other sources say of the figures that are shown."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from ..aggregates import of_relation
from ..models import Claim, Measure, MeasureLabel, Result, Source
from ..models.editions import short_name
from ..querysets import CLAIMED
from ..words.wording import decimals_of, ordinal_of, rating_label


@dataclass(frozen=True)
class Conflict:
    """A figure of which `claims` say something else.

    `edition` is its name; `measure`, which has the label, is None for the overall rank.
    """

    result: Result
    claims: list[Claim]
    edition: str
    measure: Measure | MeasureLabel | None

    @property
    def shown(self):
        """The part of the figure that is contradicted, in words."""
        return stated(self.result, with_rating=any(claim.rating for claim in self.claims))


def claims_of(result):
    """The claims that contradict a result; no query if it was loaded `with_claims`."""
    return [claim for _row, claim in claimed(result)]


def conflicts_among(results):
    """A Conflict for each of `results` that sources contradict."""
    known = ((result, claimed(result)) for result in dict.fromkeys(results))
    return [conflict_of(result, claims) for result, claims in known if claims]


def conflict_of(result, claims):
    [row, _claim] = claims[0]
    abbreviation = row["result__edition__ranking__abbreviation"]
    edition = short_name(abbreviation, row["result__edition__number"])
    labelled = getattr(result, "own_label", None) or Measure(**of_relation("result__measure", row))
    is_overall = row["result__measure__kind"] == Measure.Kind.OVERALL
    return Conflict(
        result, [claim for _row, claim in claims], edition, None if is_overall else labelled
    )


def claimed(result):
    """Pairs of a row and its Claim, in the order in which they were entered."""
    rows = result.claim_rows if hasattr(result, "claim_rows") else rows_of(result)
    if not rows:  # as of nearly all figures of a large table
        return []
    known = (dict(zip(CLAIMED, row, strict=True)) for row in sorted(rows))
    pairs = ((row, claim_from(result, row)) for row in known)
    return [(row, claim) for row, claim in pairs if claim.contradicts(result)]


def rows_of(result):
    return Result.objects.with_claims().get(pk=result.pk).claim_rows


def claim_from(result, row):
    values = {key: value for key, value in row.items() if "__" not in key}
    if row["rating"] is not None:
        values["rating"] = Decimal(str(row["rating"]))
    return Claim(**values, result=result, source=Source(**of_relation("source", row)))


def stated(figure, with_rating=True):
    """The rank and the rating of a result or a claim, in the words of a sentence."""
    rating = figure.rating if with_rating else None
    if rating is None:
        return ordinal_of(figure) if figure.rank else _("no rank")
    values = {"rating": rating_label(rating, decimals_of([rating]))}
    if not figure.rank:
        return _("a rating of %(rating)s") % values
    return _("%(rank)s with a rating of %(rating)s") % {"rank": ordinal_of(figure), **values}
