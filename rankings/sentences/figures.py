"""From ranks and what stands around them to suggestions."""

from dataclasses import dataclass, field

from .answers import city_of, measure_of, scope_of, time_of
from .clauses import wrong_ordinal
from .doubts import follows_holder, follows_noun, is_planned
from .names_in_order import names_for
from .outline import Paragraph
from .suggestions import Remark, Rule, Suggestion
from .surroundings import Surroundings, around
from .topics import Topics
from .units import Unit, is_compared


@dataclass
class Place:
    """Where in a text a figure stands, and what is known there."""

    tokens: list
    topics: Topics
    paragraph: Paragraph


@dataclass
class Figure:
    """What the words of a figure say before the rest is filled in; `spanned` are its tokens."""

    found: Surroundings
    spanned: list
    rule: Rule
    rank: object = None
    previous: object = None
    moved: int | None = None
    remarks: list = field(default_factory=list)
    unknown: str = ""  # the part that cannot be told: «city» or «measure»
    refers_back: bool = False  # to the measure of the rank before: «11위, 8회차(15위)보다 …»

    @property
    def is_move(self):
        return self.previous is not None or self.rank is None


class Figures:
    """Collects the suggestions of one text."""

    def __init__(self, plain, vocabulary, about, offsets):
        self.plain, self.offsets = plain, offsets
        self.vocabulary, self.about = vocabulary, about
        self.suggestions = []

    def read_unit(self, place, unit):
        """Notes what one or several ranks that stand together say."""
        found = around(place.tokens, unit)
        ranks = [place.tokens[index] for index in unit.ranks]
        use([*found.tokens, *ranks])
        place.topics.forget(found.when)
        is_another = is_elsewhere(place, found) or found.is_nobodys
        if is_another or is_planned(place.tokens, unit.last):
            return
        self.read_figures(place, unit, found)
        if not refers_back(place.tokens, unit, found):
            place.topics.told = found.measure

    def read_figures(self, place, unit, found):
        names = names_for(place.tokens, unit, place.topics, found)
        read = alone if names is None else in_order
        for figure in read(place, unit, found, names):
            self.add(place, figure)

    def read_places(self, place, index):
        """«4계단 상승» without a rank."""
        found = around(place.tokens, Unit([index]))
        token = place.tokens[index]
        use([token, *found.tokens])
        if not is_elsewhere(place, found) and not is_planned(place.tokens, index):
            figure = Figure(found, [token, *found.tokens], Rule.PLACES, moved=token.value)
            figure.refers_back = True
            self.add(place, figure)

    def add(self, place, figure):
        found, topics, paragraph = figure.found, place.topics, place.paragraph
        label, of_label = self.label_of(found, topics, paragraph)
        city, of_city = city_of(found, topics, paragraph, self.about)
        measure, of_measure = measure_of(found, topics, self.vocabulary, figure.refers_back)
        of_measure = of_label or of_measure
        edition, date, of_time = time_of(
            found, topics, paragraph, self.vocabulary, self.about, figure.is_move
        )
        nothing = [] if paragraph.names_anything else [Remark.NOTHING_NAMED]
        remarks = [*figure.remarks, *of_city, *of_measure, *of_time, *nothing]
        unknown = {figure.unknown, *unknown_by(remarks)}
        start, end = self.span(figure.spanned)
        paragraph.lists_cities = Remark.CITY_UNKNOWN in of_label or bool(found.city)
        self.suggestions.append(
            Suggestion(
                start=start,
                end=end,
                rule=figure.rule,
                city=None if "city" in unknown else city,
                measure=None if "measure" in unknown else measure,
                edition=edition,
                rank=figure.rank,
                scope=scope_of(found, topics),
                previous=figure.previous,
                moved=figure.moved,
                date=date,
                label=label,
                remarks=tuple(dict.fromkeys(remarks)),
            )
        )

    def label_of(self, found, topics, paragraph):
        """An unknown name, taken for a city among cities, and the remarks to it."""
        unknown = found.label or topic_unknown(found, topics)
        if not unknown:
            return "", []
        return self.plain[unknown.start : unknown.end], of_unknown(found, topics, paragraph)

    def span(self, tokens):
        start = min(token.start for token in tokens)
        end = max(token.end for token in tokens)
        is_open = self.plain.count("(", start, end) > self.plain.count(")", start, end)
        end += is_open and self.plain[end : end + 1] == ")"
        return self.offsets[start], self.offsets[end]


def alone(place, unit, found, _names):
    """The figure of a rank, or of a move, that stands for itself."""
    doubts = doubts_of(place, unit, found)
    if doubts is None:
        return []
    tokens = place.tokens
    rank = tokens[unit.ranks[0]]
    previous = None if unit.previous is None else tokens[unit.previous].value
    ends = {unit.first, unit.last, unit.last if unit.previous is None else unit.previous}
    spanned = [*(tokens[index] for index in ends), *found.tokens]
    remarks = [*doubts, *ordinal_doubt(rank)]
    rule = rule_of(unit, found)
    figure = Figure(found, spanned, rule, rank.value, previous, unit.moved, remarks)
    figure.refers_back = refers_back(tokens, unit, found)
    return [figure]


def refers_back(tokens, unit, found):
    """Whether a rank is only what another is compared with: «8회차(15위)보다», «behind X (4th)»."""
    if found.is_yardstick:
        return True
    return found.when is not None and not found.measure and is_compared(tokens, unit.last)


def in_order(place, unit, found, names):
    """The figures of several names, or of one series of ranks without names."""
    ranks = [place.tokens[index] for index in unit.ranks]
    if not names.tokens:
        yield from series(ranks, found, names)
        return
    for name, rank in zip(names.tokens, ranks * (len(names.tokens) // len(ranks)), strict=True):
        setattr(found, names.part, name)
        remarks = [*names.remarks, *ordinal_doubt(rank)]
        yield Figure(found, [rank], Rule.RESPECTIVELY, rank.value, remarks=remarks)
    use(names.tokens)


def series(ranks, found, names):
    """Ranks that no name fits: of a mere series only the last is told, in an unnamed edition."""
    differs = Remark.COUNT_DIFFERS in names.remarks
    found.is_unnamed = found.is_unnamed or not differs
    for rank in ranks if differs else ranks[-1:]:
        unknown = names.part if differs else ""
        remarks = [*names.remarks, *ordinal_doubt(rank)]
        yield Figure(found, [rank], Rule.STATEMENT, rank.value, remarks=remarks, unknown=unknown)


def doubts_of(place, unit, found):
    """The remarks that a rank of perhaps something else deserves, None if it surely is one."""
    things = place.topics.things
    if follows_holder(place.tokens, unit.last) and not found.city:
        return None
    if found.measure or found.label or found.when or (found.city and not things):
        return []
    if not things and not follows_noun(place.tokens, unit.last):
        return []
    return [Remark.PERHAPS_OTHER] if place.paragraph.names_anything else None


def topic_unknown(found, topics):
    """The unknown name that is the topic, where nothing at the rank itself says otherwise."""
    return None if found.measure or topics.measures else topics.unknown


def of_unknown(found, topics, paragraph):
    """Whether an unknown name is that of a city or of a measure; either may be what a measure is
    compared with.
    """
    if found.is_among_cities is not None:
        return [Remark.CITY_UNKNOWN if found.is_among_cities else Remark.MEASURE_UNKNOWN]
    if found.is_yardstick and topics.measures:
        return [Remark.CITY_UNKNOWN, Remark.MEASURE_UNKNOWN]
    is_city = found.is_yardstick or paragraph.lists_cities
    return [Remark.CITY_UNKNOWN if is_city else Remark.MEASURE_UNKNOWN]


def unknown_by(remarks):
    """The parts of a figure that must stay open."""
    if Remark.CITY_UNKNOWN in remarks:
        yield "city"
    if Remark.PERHAPS_OTHER in remarks or Remark.MEASURE_UNKNOWN in remarks:
        yield "measure"


def is_elsewhere(place, found):
    """Whether a figure is of another ranking."""
    return found.is_foreign or place.paragraph.is_foreign


def rule_of(unit, found):
    if unit.previous is not None:
        return Rule.MOVE
    if found.when:
        return Rule.TREND
    is_labelled = found.is_labelled and not found.is_distant
    return Rule.LABEL if is_labelled else Rule.STATEMENT


def ordinal_doubt(token):
    return [Remark.WRONG_ORDINAL] if wrong_ordinal(token.text) else []


def use(tokens):
    for token in tokens:
        token.is_used = True
