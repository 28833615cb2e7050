"""Shows what another source claims, in place of the figure that was shown until now."""

from modeltranslation.utils import build_localized_fieldname as in_language

from ..entry import checks
from ..entry.cells import Rank, Rating
from ..entry.sheet import Change
from ..entry.storage import figures_of, load_sheet, note_corrections, rank_key, rating_key
from ..models import Result

PLACE = ["rank", "is_joint", "band_end"]


def choose(claim, former_source, reasons):
    """Exchange `claim` with the figure it contradicts, which becomes the claim of `former_source`.

    What the claim leaves unsaid stays. `reasons` tell the readers of each language (code → text)
    why, in the note to the new claim and in the corrections of what they have seen. The caller
    holds a transaction in which the edition is locked. Raises ValidationError, before anything
    is written, when a rule would be broken.
    """
    result = claim.result
    before = figures_of(result)
    exchange(result, claim)
    claim.source, result.source = former_source, claim.source
    for code, text in reasons.items():
        setattr(claim, in_language("note", code), text)
    result.full_clean()
    if states_something(claim):
        claim.full_clean()
        claim.save()
    else:
        claim.delete()
    result.save()
    if result.edition.has_been_seen:
        correct(result, before, reasons)


def exchange(result, claim):
    """Give each what the other has, as far as the claim states it."""
    names = ["basis"]
    if claim.rank:
        names += PLACE
        result.status = Result.Status.RANKED
    if claim.rating is not None:
        names += ["rating"]
    for name in names:
        former = getattr(result, name)
        setattr(result, name, getattr(claim, name))
        setattr(claim, name, former)


def states_something(figure):
    """Whether it has a rank or a rating; without them it is no claim of anything."""
    return bool(figure.rank) or figure.rating is not None


def correct(result, before, reasons):
    changes = [
        Change((result.city_id, key), before[key], after)
        for key, after in figures_of(result).items()
        if key in before and before[key] != after
    ]
    corrected = [change for change in changes if change.corrects_a_figure]
    note_corrections(result.edition, load_sheet(result.edition), corrected, reasons)


def former_sources(claim):
    """The sources that the figure shown may come from: its own, else those of its edition.

    Never that of the claim: one source does not state both.
    """
    result = claim.result
    known = [result.source] if result.source else result.edition.sources.all()
    return [source for source in known if source != claim.source]


def doubts_about(claim):
    """What looks like a slip in the claim, in the sentences that its entry as a figure raises."""
    result = claim.result
    sheet = load_sheet(result.edition)
    stated = claimed_figures(claim).items()
    entered = {cell: text for cell, text in stated if cell[1] in sheet.column}
    return [finding.sentence for finding in checks.warnings(sheet, entered)]


def claimed_figures(claim):
    """What the claim states, as cells of the grid."""
    city, measure = claim.result.city_id, claim.result.measure_id
    figures = {}
    if claim.rank:
        rank = Rank(claim.rank, claim.is_joint, last=claim.band_end)
        figures[city, rank_key(measure, claim.result.scope)] = str(rank)
    if claim.rating is not None:
        figures[city, rating_key(measure)] = str(Rating(claim.rating))
    return figures
