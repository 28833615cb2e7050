"""What the columns of a pasted table hold, guessed from their headings and their contents."""

from collections import Counter
from dataclasses import replace

from django.utils.translation import gettext as _

from ...names.folding import folded
from ..sheet import Kind
from .figures import read_figure
from .header import header_of, headings
from .headings import compared_roles, meaning_of
from .roles import (
    BAND_END,
    CHANGE,
    CITY,
    IGNORE,
    JOINT,
    LONG,
    MEASURE,
    MOVE,
    PREVIOUS,
    PREVIOUS_RANK,
    RANK,
    RATING,
    REGION,
    REGION_RANK,
    SCOPE,
    STATUS,
    UNDECIDED,
    WIDE,
    Guess,
    Layout,
)

__all__ = ["guess_layout", "headings", "layout_problems", "role_choices"]

KIND_OF = {RANK: Kind.RANK, RATING: Kind.RATING, REGION_RANK: Kind.REGION}
ONLY_LONG = (
    *(MEASURE, RANK, RATING, REGION_RANK),
    *(SCOPE, STATUS, JOINT, BAND_END, PREVIOUS_RANK, MOVE),
)
MAY_REPEAT = (UNDECIDED, IGNORE)

# How many rows tell what a column holds, and which share of them must agree.
SAMPLE = 200
MOST, MANY = 0.6, 0.3
FROM_CONTENT, FROM_PLACE = 0.8, 0.4


def guess_layout(table, knowledge):
    """The `Layout` that headings and contents suggest, with the reasons for each column."""
    header = header_of(table, knowledge)
    texts = headings(table, header)
    under = headings(table, header[-1:])
    below = table.lines[header[-1] + 1 if header else 0 :]
    columns = [sample(below, index) for index in range(table.width)]
    guesses = [meaning_below_group(*pair, knowledge) for pair in zip(texts, under, strict=True)]
    guesses = with_names(guesses, columns, knowledge)
    shape = shape_of(guesses, columns, knowledge)
    guesses = [in_shape(guess, shape, knowledge) for guess in guesses]
    if not header:
        guesses = by_content(guesses, columns, knowledge)
    guesses = [
        settled(guess, text, column)
        for guess, text, column in zip(guesses, texts, columns, strict=True)
    ]
    guesses = without_repeats(guesses, columns, knowledge)
    return Layout(header, shape, tuple(guess.role for guess in guesses), tuple(guesses))


def meaning_below_group(heading, under, knowledge):
    """The meaning of a heading, or of its lower line where the group above says nothing.

    A «rank» below a group that nobody knows is the rank in that group, not the overall one.
    """
    guess = meaning_of(heading, knowledge)
    if guess.role != UNDECIDED or under == heading:
        return guess
    lower = meaning_of(under, knowledge)
    names_itself = folded(under) in knowledge.measures or lower.role in (CITY, REGION, IGNORE)
    return lower if names_itself else guess


def sample(lines, index):
    """The texts of a column that hold anything."""
    texts = (line.cell(index) for line in lines[:SAMPLE] if not line.trouble)
    return [text for text in texts if text]


def share(test, texts):
    return sum(1 for text in texts if test(text)) / len(texts) if texts else 0


def with_names(guesses, columns, knowledge):
    """`guesses` with the columns of cities and measures that their contents give away."""
    cities = [share(lambda text: knowledge.cities.find(text[:100]), texts) for texts in columns]
    measures = [share(lambda text: folded(text) in knowledge.measures, texts) for texts in columns]
    found = list(guesses)
    for index, guess in enumerate(guesses):
        if guess.role == UNDECIDED and cities[index] >= MOST:
            found[index] = Guess(CITY, FROM_CONTENT, _("Most of its cells are known cities."))
        elif guess.role == UNDECIDED and measures[index] >= MOST and len(columns[index]) > 1:
            found[index] = Guess(
                MEASURE, FROM_CONTENT, _("Most of its cells are measures of this ranking.")
            )
    if not any(guess.role == CITY for guess in found):
        place_cities(found, columns)
    return found


def place_cities(guesses, columns):
    """Where no city is known: the first column of names that differ from row to row."""
    for index, texts in enumerate(columns):
        is_free = guesses[index].role == UNDECIDED
        differ = len(texts) > 1 and len(set(texts)) == len(texts)
        if is_free and differ and share(is_figure, texts) < MANY:
            guesses[index] = Guess(
                CITY, FROM_PLACE, _("The first column of names that differ from row to row.")
            )
            return


def is_figure(text):
    """Whether a cell holds a figure, or what its writer took for one."""
    return any(char.isdigit() for char in text) or read_figure(text, Kind.RANK).spelling is not None


def shape_of(guesses, columns, knowledge):
    """Long when a column names the measure of each row."""
    for guess, texts in zip(guesses, columns, strict=True):
        known = share(lambda text: folded(text) in knowledge.measures, texts)
        has_ranks = any(other.role == RANK for other in guesses)
        if guess.role == MEASURE and (known >= MANY or has_ranks):
            return LONG
    return WIDE


def in_shape(guess, shape, knowledge):
    """In a wide table a «rank» without a name is the overall one; in a long one no column is."""
    if shape == WIDE and guess.role in KIND_OF:
        key = knowledge.keys.get((knowledge.overall, KIND_OF[guess.role]), UNDECIDED)
        return replace(guess, role=key)
    if shape == WIDE and guess.role in ONLY_LONG:
        return Guess(UNDECIDED, 0, guess.why)
    if shape == LONG and guess.role.startswith((PREVIOUS, CHANGE)):
        return Guess(IGNORE, guess.confidence, guess.why)
    return guess


def by_content(guesses, columns, knowledge):
    """`guesses` of a table without a header: its first ranks and ratings are the overall ones."""
    found, why = list(guesses), _("There is no heading; the figures look like it.")
    for kind, test in ((Kind.RANK, holds_ranks), (Kind.RATING, holds_ratings)):
        key = knowledge.keys.get((knowledge.overall, kind))
        free = (i for i, guess in enumerate(found) if guess.role == UNDECIDED and test(columns[i]))
        if key and (index := next(free, None)) is not None:
            found[index] = Guess(key, FROM_PLACE, why)
    return found


def holds_ranks(texts):
    return share(lambda text: read_figure(text, Kind.RANK).spelling, texts) >= FROM_CONTENT


def holds_ratings(texts):
    """Ratings read like ranks, but lie beyond the number of rows or have decimals."""

    def is_rating(text):
        spelling = read_figure(text, Kind.RATING).spelling
        return spelling and (float(spelling) > 2 * len(texts) or "." in spelling)

    return share(is_rating, texts) >= FROM_CONTENT


def settled(guess, text, texts):
    """A column of words that nobody knows is left out; one of figures waits for a decision."""
    if guess.role != UNDECIDED:
        return guess
    if share(is_figure, texts) < MANY:
        return Guess(IGNORE, FROM_CONTENT, _("It holds no figures."))
    return guess if text else Guess(UNDECIDED, 0, _("There is no heading over it."))


def without_repeats(guesses, columns, knowledge):
    """Each role once: the surest column keeps it. A second name of the same cities is left out."""
    found = list(guesses)
    for role in Counter(guess.role for guess in guesses):
        indexes = [index for index, guess in enumerate(guesses) if guess.role == role]
        if role in MAY_REPEAT or len(indexes) < 2:
            continue
        kept = max(
            indexes,
            key=lambda i: (guesses[i].confidence, share(is_figure, columns[i]) >= MANY, -i),
        )
        for index in set(indexes) - {kept}:
            found[index] = repeated(role, columns[kept], columns[index], knowledge)
    return found


def repeated(role, kept, texts, knowledge):
    if role not in (CITY, MEASURE) and share(is_figure, texts) < MANY:
        return Guess(IGNORE, FROM_CONTENT, _("It holds no figures."))
    names_same = role in (CITY, MEASURE) and same_names(role, kept, texts, knowledge)
    if names_same:
        return Guess(IGNORE, FROM_CONTENT, _("Another column says the same."))
    return Guess(UNDECIDED, 0, _("Another column has this meaning already."))


def same_names(role, kept, texts, knowledge):
    if role == MEASURE:
        ids = [
            [knowledge.measures.get(folded(text)) for text in column] for column in (kept, texts)
        ]
    else:
        ids = [[knowledge.cities.find(text[:100]) for text in column] for column in (kept, texts)]
    return ids[0] == ids[1]


def role_choices(knowledge):
    """Pairs of each role that a column may have and its name, for an editor to choose from."""
    sheet = knowledge.sheet
    compared = [(role, compared_label(role, sheet)) for role in compared_roles(knowledge)]
    return [
        (UNDECIDED, _("not decided")),
        (IGNORE, _("leave out")),
        (CITY, _("City")),
        *((column.key, column.label) for column in sheet.columns),
        *compared,
        (REGION, _("Region (not stored)")),
        (MEASURE, _("Name of the measure (one figure per row)")),
        (RANK, _("Rank in that measure")),
        (RATING, _("Rating in that measure")),
        (REGION_RANK, _("Rank in the region in that measure")),
        (SCOPE, _("World or region")),
        (STATUS, _("Ranked, not published or absent")),
        (JOINT, _("Whether the rank is joint")),
        (BAND_END, _("Last rank of a band")),
        (PREVIOUS_RANK, _("Rank in that measure in the previous edition (compared only)")),
        (MOVE, _("Change of the rank in that measure (compared only)")),
    ]


def compared_label(role, sheet):
    prefix, key = role.split(":")
    sentence = (
        _("%(figure)s in the previous edition (compared only)")
        if f"{prefix}:" == PREVIOUS
        else _("Change of: %(figure)s (compared only)")
    )
    return sentence % {"figure": sheet.column[key].label}


def layout_problems(layout, table, knowledge):
    """Sentences on what must be decided before the figures can be read; none if all is clear."""
    texts = headings(table, layout.header)
    counts = Counter(role for role in layout.roles if role not in MAY_REPEAT)
    choices = dict(role_choices(knowledge))
    problems = [
        _("Say what column %(number)d%(heading)s holds, or leave it out.")
        % {"number": number, "heading": f" “{text}”" if text else ""}
        for number, (role, text) in enumerate(zip(layout.roles, texts, strict=True), 1)
        if role == UNDECIDED
    ]
    problems += [
        _("Only one column can contain “%(role)s”, but %(count)d are set to it.")
        % {"role": choices.get(role, role), "count": count}
        for role, count in counts.items()
        if count > 1
    ]
    return problems + missing_roles(layout, table, counts, knowledge)


def missing_roles(layout, table, roles, knowledge):
    is_long = layout.shape == LONG
    figures = KIND_OF if is_long else knowledge.sheet.column
    checks = [
        (roles[CITY], _("Say which column names the cities.")),
        (not is_long or roles[MEASURE], _("Say which column names the measures.")),
        (is_long or not roles.keys() & set(ONLY_LONG), _("Say which column names the measures.")),
        (
            not is_long or not roles.keys() & knowledge.sheet.column.keys(),
            _("A column names the measures, so no other column can be of one measure alone."),
        ),
        (roles.keys() & set(figures), _("Say which columns hold the figures.")),
        (len(table.lines) > layout.first, _("There are no rows below the header.")),
    ]
    return [sentence for is_well, sentence in checks if not is_well]
