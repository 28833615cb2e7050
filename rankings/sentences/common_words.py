"""Korean names of cities that are common nouns as well: «선전» is Shenzhen, or a good fight."""

from itertools import takewhile

from .clauses import BOUNDARIES
from .lexicon import ADVERBS, COMMON_NOUNS, Kind
from .surroundings import RANK_FIRST, ends_as_description
from .units import JOINING

REACH = 12  # tokens between a name and its rank
FIGURES = (Kind.RANK, Kind.PLACES)
ENDS = (Kind.STOP, Kind.CLAUSE, Kind.LINE, Kind.PARAGRAPH, Kind.MARK)
# What may stand between the name of a city and its rank, where nothing else shows that it is one.
LEADING = (
    Kind.NAME, Kind.WHEN, Kind.UNNAMED, Kind.NOW, Kind.HALF_YEAR, Kind.WORLD, Kind.REGION,
    Kind.COUNTRY, Kind.FIELD, Kind.UP, Kind.DOWN, Kind.EACH, Kind.ALIKE, Kind.COLON, Kind.OPEN,
    Kind.CLOSE, Kind.ARROW, Kind.DOT, Kind.AND, Kind.COMMA, Kind.NUMBER,
)  # fmt: skip
TOPIC = ("은", "는", "도")
SUBJECT = ("", "이", "가", *TOPIC)
ATTRIBUTING = ("", "의", "이", "가", "은", "는", "도")
COMPARED = ("보다", "보다는", "보다도")
BEFORE_COMPARISON = ("", "을", "를", "에", "과", "와")


def told_apart(tokens):
    """The tokens with those names as words that are none where they stand."""
    for index, token in enumerate(tokens):
        if may_be_noun(token) and not is_city(tokens, index):
            token.kind, token.value = Kind.WORD, None
    return tokens


def may_be_noun(token):
    if token.kind is not Kind.NAME or not token.value.cities or token.value.measures:
        return False
    return token.text.removesuffix(token.ending) in COMMON_NOUNS


def is_city(tokens, index):
    if is_enclosing(tokens, index) or is_compared(tokens, index) or is_joined(tokens, index):
        return True
    before = tokens[index - 1] if index else None
    if names_city(before) and before.ending in ATTRIBUTING:
        return False
    if before and follows_rank(before):
        return True
    opens = before is None or before.kind in BOUNDARIES
    if tokens[index].ending in TOPIC and opens:
        return has_figure(tokens, index)
    return tokens[index].ending in SUBJECT and leads_to_figure(tokens, index, opens)


def is_enclosing(tokens, index):
    """«선전(9위)», but not «선전(善戰)»."""
    ahead = tokens[index + 1 : index + 1 + REACH]
    if not ahead or ahead[0].kind is not Kind.OPEN:
        return False
    inside = takewhile(lambda token: token.kind is not Kind.CLOSE, ahead)
    return any(token.kind in (*FIGURES, Kind.NAME) for token in inside)


def is_compared(tokens, index):
    """«선전보다», «선전을 제치고», «선전에 이어»."""
    ending, after = tokens[index].ending, tokens[index + 1 : index + 2]
    if ending in COMPARED:
        return True
    is_object = ending in BEFORE_COMPARISON and bool(after)
    return is_object and after[0].kind in (Kind.THAN, Kind.BEHIND)


def is_joined(tokens, index):
    """«상하이와 선전», «선전·상하이»."""
    if index and names_city(tokens[index - 1]) and tokens[index - 1].ending in JOINING:
        return True
    after = tokens[index + 1 : index + 3]
    if after and names_city(after[0]) and tokens[index].ending in JOINING:
        return True
    if len(after) == 2 and after[0].kind in (Kind.DOT, Kind.AND) and names_city(after[1]):
        return True
    before = tokens[max(index - 2, 0) : index]
    return len(before) == 2 and before[1].kind in (Kind.DOT, Kind.AND) and names_city(before[0])


def follows_rank(before):
    """«9위 선전», «9위는 선전», «9위에 오른 선전»."""
    if before.kind is Kind.RANK:
        return before.ending in RANK_FIRST
    return before.kind in (Kind.UP, Kind.DOWN, Kind.DONE) and ends_as_description(before.text)


def names_city(token):
    return token is not None and token.kind is Kind.NAME and bool(token.value.cities)


def has_figure(tokens, index):
    """Whether a rank follows in the same clause."""
    ahead = tokens[index + 1 : index + 1 + REACH]
    same = takewhile(lambda token: token.kind not in ENDS, ahead)
    return any(token.kind in FIGURES for token in same)


def leads_to_figure(tokens, index, opens):
    """«선전 9위», «선전이 세계 9위», but not «선전 끝에 9위» and not «… 선전, 9위»."""
    if not opens and index + 1 < len(tokens) and tokens[index + 1].kind is Kind.COMMA:
        return False
    for token in tokens[index + 1 : index + 1 + REACH]:
        if token.kind in FIGURES:
            return True
        if token.kind not in LEADING and token.text not in ADVERBS:
            return False
    return False
