"""What a page of one city says first: its facts, each with the figures that show it."""

from dataclasses import dataclass, replace

from ..changes import Kind, Presence
from ..facts import MISSING, FactKind, Figure, beginning, best, find_facts, share_in_top
from ..standings import published_region_rank
from ..timeline import presence
from ..words.statements import SHARES, fact_statement, share_statement

FALLS = {FactKind.FALL, FactKind.FALLS, FactKind.LOSS, FactKind.BIGGEST_FALL, FactKind.GONE}


@dataclass(frozen=True)
class Highlight:
    """`anchor` is the id of the row or table of the same page that shows it."""

    kind: str
    text: str
    anchor: str

    @property
    def is_fall(self):
        return self.kind in FALLS


def trend_highlights(timeline, trend, prefix):
    """What the figures of a trend come to; `prefix` begins the ids of the rows of its table."""
    facts = without_repetition(find_facts(figures_of(timeline, trend)))
    in_region = best(region_figures_of(timeline, trend), FactKind.BEST_IN_REGION)
    return [highlight(fact, prefix) for fact in [*facts, in_region] if fact]


def without_repetition(facts):
    """The rank that places were gained or lost since is told with them, not once more."""
    told = [fact.since for fact in facts if fact.kind in (FactKind.GAIN, FactKind.LOSS)]
    first = (FactKind.FIRST_ENTRY, FactKind.EARLIEST)
    return [fact for fact in facts if fact.kind not in first or fact.at not in told]


def trend_summary(timeline, trend):
    """In words how the city came in, its best rank, and its best one in the region."""
    figures = figures_of(timeline, trend)
    in_region = best(region_figures_of(timeline, trend), FactKind.BEST_IN_REGION)
    facts = [best(figures), in_region, beginning(figures)]
    return [fact_statement(fact) for fact in facts if fact]


def highlight(fact, prefix):
    return Highlight(fact.kind, fact_statement(fact), f"{prefix}-row-{fact.at.edition.number}")


def area_highlights(areas, prefix):
    """How many areas and dimensions are in a top; `prefix` begins the ids of their tables."""
    for group in areas.groups:
        now = [component.now for component in group.components if component.now]
        ranks = [result.rank for result in now if result.rank and not result.band_end]
        share = share_in_top(ranks)
        if share and (group.kind, True) in SHARES:
            count, top = share
            text = share_statement(
                group.kind, areas.edition, count=count, total=len(ranks), top=top
            )
            yield Highlight("share", text, f"{prefix}-{group.kind}")


def fallen(areas):
    """The areas, dimensions and survey questions that fell, worst first."""
    components = [component for group in areas.groups for component in group.components]
    fell = [component for component in components if component.change.kind is Kind.DOWN]
    return sorted(fell, key=lambda component: component.change.places or 0)


def figures_of(timeline, trend):
    """A Figure for each edition of the timeline, and MISSING where one is not to be had."""
    known = {result.edition_id: result for result in trend.results}
    return in_sequence(
        figure_of(edition, presence_in(edition, trend, known), known.get(edition.pk))
        for edition in timeline
    )


def region_figures_of(timeline, trend):
    """The same of the ranks in the region, as published."""
    known = {result.edition_id: result for result in trend.results}
    ranks = {edition: published_region_rank(result) for edition, result in known.items()}
    return in_sequence(
        figure_of(edition, region_presence(edition, known, ranks), ranks.get(edition.pk))
        for edition in timeline
    )


def presence_in(edition, trend, known):
    # A table may be complete and still lack the areas of a city.
    if trend.measure and edition.pk not in known:
        return Presence.UNKNOWN
    return presence(edition, {pk: result.status for pk, result in known.items()})


def region_presence(edition, known, ranks):
    if ranks.get(edition.pk):
        return Presence.PRESENT
    overall = presence(edition, {pk: result.status for pk, result in known.items()})
    return Presence.ABSENT if overall is Presence.ABSENT else Presence.UNKNOWN


def figure_of(edition, is_in, ranked):
    """`ranked` has a rank, which may be joint or begin a band; or it is None."""
    if ranked is None:
        return Figure(edition, is_in)
    return Figure(edition, is_in, ranked.rank, ranked.is_joint, ranked.band_end)


def in_sequence(figures):
    """The figures with MISSING in the gaps, each told whether it follows on the one before."""
    sequence, before = [], None
    for figure in figures:
        edition = figure.edition
        if edition.number != (before.number + 1 if before else 1):
            sequence.append(MISSING)
        follows = before is not None and edition.previous_id == before.pk
        sequence.append(replace(figure, follows=follows))
        before = edition
    return sequence
