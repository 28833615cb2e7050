"""How many places something moved, and in which direction."""

from .lexicon import Kind
from .units import CAME_FROM, is_subject, reaches

REACH = 6
ENDS = (Kind.RANK, Kind.STOP, Kind.CLAUSE, Kind.MARK, Kind.PLACES, Kind.COMMA, Kind.LINE)
SIGNS = {Kind.UP: 1, Kind.DOWN: -1}


def sign_moves(tokens):
    """Gives every count of places its sign, more is better; without a direction it says nothing."""
    for index, token in enumerate(tokens):
        if token.kind is Kind.PLACES:
            sign = 0 if follows_each(tokens, index) else direction(tokens, index)
            token.kind = Kind.PLACES if sign else Kind.WORD
            token.value *= sign


def follows_each(tokens, index):
    """«각각 한 계단씩» tells of several moves, which their ranks tell as well."""
    return index > 0 and tokens[index - 1].kind is Kind.EACH


def direction(tokens, index):
    before, after = within_reach(tokens, index, -1), within_reach(tokens, index, 1)
    if tokens[index].text.isascii():
        return next(
            (SIGNS[token.kind] for token in [*before, *after[:2]] if token.kind in SIGNS), 0
        )
    return next((SIGNS[token.kind] for token in after if token.kind in SIGNS), 0)


def within_reach(tokens, index, step):
    """The tokens that follow in one direction, until something else begins."""
    found, place = [], index + step
    while 0 <= place < len(tokens) and len(found) < REACH:
        if tokens[place].kind in ENDS:
            break
        found.append(tokens[place])
        place += step
    return found


def give_places(tokens, units):
    """Hands each unit the count of places that belongs to it; the others stay to be read alone."""
    before = None
    for unit in units:
        token = places_of(tokens, unit)
        if token:
            token.is_used = True
            unit.moved = None if is_counted_from(tokens, before, unit) else token.value
        before = unit


def is_counted_from(tokens, before, unit):
    """Whether the places count from a rank in another edition that the sentence names."""
    if before is None or not reaches(tokens, before.last, unit.first):
        return False
    return tokens[before.last].ending in CAME_FROM


def places_of(tokens, unit):
    """The unused count of places that belongs to a rank: in its move, before it, behind it."""
    inside = tokens[unit.first + 1 : unit.last]
    return (
        next((token for token in inside if is_free(token)), None)
        or neighbour(tokens, unit.first if unit.previous is None else unit.previous, -1)
        or neighbour(tokens, unit.first, -1)
        or (None if is_comparison(tokens[unit.last]) else neighbour(tokens, unit.last, 1))
    )


def neighbour(tokens, index, step):
    between = within_reach(tokens, index, step)
    place = index + step * (1 + len(between))
    if not 0 <= place < len(tokens) or not is_free(tokens[place]):
        return None
    if any(is_comparison(token) or (is_subject(token) and step > 0) for token in between):
        return None
    return tokens[place]


def is_comparison(token):
    return token.kind is Kind.THAN or token.ending in CAME_FROM


def is_free(token):
    return token.kind is Kind.PLACES and not token.is_used
