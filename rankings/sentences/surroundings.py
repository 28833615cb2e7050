"""What stands directly at a rank: its edition, the name of its city or measure, its scope."""

from dataclasses import dataclass, field

from .doubts import behind_denied
from .lexicon import ADVERBS, NIEUN, PLACE_NOUNS, SCOPE_ADVERBS, Kind, has_final, is_hangul
from .suggestions import Scope
from .tokens import Token
from .unknown_names import is_among_cities, is_noun, last_item, unknown_name
from .yardsticks import is_beyond_region, is_yardstick

REACH = 8
SCOPES = {Kind.WORLD: Scope.WORLD, Kind.REGION: Scope.REGION, Kind.COUNTRY: Scope.COUNTRY}
OF_MEASURES = ("", "은", "는", "이", "가", "도", "에서", "에서는", "에서도", "에선", "에", "만")
OF_CITIES = ("", "은", "는", "이", "가", "도", "의")
ENUMERATED = (Kind.OPEN, Kind.CLOSE, Kind.COMMA, Kind.DOT, Kind.AND, Kind.NAME, Kind.RANK)
DESCRIBING = (Kind.WORD, Kind.DONE, Kind.UP, Kind.DOWN)
PASSED_OVER = (Kind.FIELD, Kind.COLON, Kind.OPEN, Kind.ARTICLE, Kind.NOW)
TELLING = ("는", "은", "에는")  # «2위는 영국 런던»
RANK_FIRST = ("", "는", "은", "에는", "가", "로는")


@dataclass
class Surroundings:
    """Each token found is used up once a suggestion is made of it."""

    city: Token | None = None
    measure: Token | None = None
    when: Token | None = None
    later: Token | None = None
    is_foreign: bool = False
    scope: Scope | None = None
    is_unnamed: bool = False
    is_now: bool = False
    label: Token | None = None
    is_among_cities: bool | None = None  # what a known name further on in a list says of the label
    is_yardstick: bool = False  # «behind Oslo (4th)»: what another rank is compared with
    follows_noun: bool = False  # «스마트도시 8위»: a word that may be the name of a measure
    is_distant: bool = False  # words stand between the name and the rank
    tokens: list = field(default_factory=list)

    def take(self, part, token):
        setattr(self, part, token)
        self.tokens.append(token)

    @property
    def is_labelled(self):
        return bool(self.city or self.measure or self.label)

    @property
    def is_nobodys(self):
        """«below its rival (4th)»: the rank of something that is not named."""
        is_told = self.is_labelled or self.when or self.is_unnamed or self.is_now or self.scope
        return self.is_yardstick and not is_told

    def pass_words(self):
        self.is_distant = self.is_distant or not self.is_labelled
        return True


def around(tokens, unit):
    """What stands at the ranks of a unit."""
    found = Surroundings()
    end = behind_denied(tokens, unit.last)
    for index in sorted({unit.first, unit.ranks[-1], unit.last, end}):
        look_after(tokens, index, found)
    look_before(tokens, unit.first, found)
    look_ahead(tokens, unit.last, found)
    if found.city and (leads(tokens, unit.last) or is_beyond_region(tokens, unit.first)):
        found.scope = Scope.WORLD
    look_for_holder(tokens, unit.last, found)
    end = last_item(tokens, unit.last)
    found.is_yardstick = not found.measure and is_yardstick(tokens, unit.first, end)
    label = None if found.is_labelled else unknown_name(tokens, unit)
    if label:
        found.take("label", label)
        found.is_among_cities = is_among_cities(tokens, unit.last)
    found.follows_noun = unit.first > 0 and is_noun(tokens[unit.first - 1])
    return found


def look_before(tokens, first, found):
    stop = max(first - REACH, 0)
    for index in range(first - 1, stop - 1, -1):
        token = tokens[index]
        if token.is_used or not takes_before(tokens, index, found, first):
            return


def takes_before(tokens, index, found, first):
    """Whether the walk to the left may go on behind the token at `index`."""
    token = tokens[index]
    if token.kind is Kind.NAME:
        return takes_name(tokens, index, found, first)
    if token.kind in SCOPES:
        return takes_scope(token, found)
    if token.kind is Kind.WHEN:
        return takes_time(token, found)
    if token.kind in (Kind.UNNAMED, Kind.NOW):
        found.is_unnamed = found.is_unnamed or token.kind is Kind.UNNAMED
        found.is_now = found.is_now or token.kind is Kind.NOW
        return True
    if says_nothing(token) or places_in(token, index, first):
        return found.pass_words()
    if token.kind is Kind.CLOSE:
        return encloses_one(tokens, index)
    return token.kind in PASSED_OVER or opens_move(token, index, first)


def encloses_one(tokens, index):
    """«금융지원(Financial Services) 8위», «(’23.5.) 19위»."""
    kinds = [token.kind for token in tokens[max(index - 2, 0) : index]]
    return kinds in ([Kind.OPEN, Kind.NAME], [Kind.OPEN, Kind.WHEN])


def opens_move(token, index, first):
    return token.kind is Kind.FROM and index == first - 1


def places_in(token, index, first):
    """«London in second»."""
    return token.kind is Kind.IN and index == first - 1


def says_nothing(token):
    """«3회 연속», «역대», «무려»."""
    if token.kind is Kind.NUMBER:
        return token.text.endswith(("연속", "째"))
    return token.kind is Kind.WORD and token.text in ADVERBS


def takes_scope(token, found):
    """«아시아 2위»; in «아시아 도시로는 싱가포르(3위)» it is not the scope of the rank."""
    if found.city:
        return False
    found.scope = found.scope or SCOPES[token.kind]
    if token.kind is not Kind.WORLD:
        found.tokens.append(token)
    return True


def takes_time(token, found):
    if (
        found.when
        or found.is_unnamed
        or found.is_labelled
        or token.ending in ("보다", "부터", "까지")
    ):
        return False
    found.take("when", token)
    return True


def takes_name(tokens, index, found, first):
    token = tokens[index]
    if token.value.measures and not found.measure and token.ending in OF_MEASURES:
        found.take("measure", token)
    elif token.value.cities and not found.city and token.ending in OF_CITIES:
        if stands_aside(tokens, index, first):
            return False
        found.take("city", token)
    else:
        return token.value.is_ranking
    return True


def stands_aside(tokens, index, first):
    """«behind Singapore», «in London»: not the one whose rank follows, unless it is enclosed."""
    is_placed = index + 1 == first or tokens[index + 1].kind in (Kind.OPEN, Kind.IN)
    return (
        not is_placed and index > 0 and tokens[index - 1].kind in (Kind.IN, Kind.BEHIND, Kind.THAN)
    )


def look_after(tokens, last, found):
    """«8th place in SCI 12», «11th in Technology», «2nd in Asia», «41위(2021년 11월)»."""
    index = last + 1
    while index < min(last + 1 + REACH, len(tokens)):
        token = tokens[index]
        if token.text.lower() in SCOPE_ADVERBS:
            found.scope = found.scope or SCOPES[token.kind]
        elif token.text.lower() not in PLACE_NOUNS:
            end = takes_after(tokens, index, found)
            if not end:
                return
            index = end - 1
        index += 1


def takes_after(tokens, index, found):
    """The index behind what was taken at `index`, None if nothing there belongs to the rank."""
    token = tokens[index]
    if token.kind is Kind.OPEN:
        return takes_enclosed(tokens, index, found)
    if is_measure(token) and not is_hangul(token.text[0]):
        return index + 1 if takes_complement(token, found) else None
    if token.text.lower() not in ("in", "for"):
        return None
    index += 1
    while index < len(tokens) and tokens[index].kind is Kind.ARTICLE:
        index += 1
    is_taken = index < len(tokens) and takes_complement(tokens[index], found)
    return index + 1 if is_taken else None


def takes_complement(token, found):
    """Whether a rank «in» this token has found its time, its scope or its measure there."""
    if token.kind is Kind.WHEN and not found.when:
        found.take("when", token)
    elif token.kind in SCOPES and not found.scope:
        found.scope = SCOPES[token.kind]
        found.tokens.append(token)
    elif is_measure(token) and not found.measure:
        found.take("measure", token)
    else:
        return False
    return True


def is_measure(token):
    return token.kind is Kind.NAME and bool(token.value.measures)


def takes_enclosed(tokens, index, found):
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following and following.kind is Kind.WHEN and not found.when:
        found.take("when", following)
        return index + 3
    return None


def look_ahead(tokens, last, found):
    """«8th among 77 cities in SCI 12»."""
    for index in range(last + 1, min(last + 2 * REACH, len(tokens))):
        token = tokens[index]
        if token.kind in (Kind.RANK, Kind.STOP, Kind.LINE, Kind.CLAUSE):
            return
        if token.kind is Kind.UNNAMED and dates_rank(tokens, last, index):
            found.is_unnamed = True
        if follows_in(tokens, index):
            found.is_foreign = token.kind is Kind.NAME and token.value.is_other_ranking
            found.later = token if token.kind is Kind.WHEN else None
        if found.is_foreign or found.later:
            return


def dates_rank(tokens, last, index):
    """«13th last year», «13th in the previous edition», but not «8th, last year 13th»."""
    if any(token.kind in (Kind.COMMA, Kind.AND) for token in tokens[last + 1 : index]):
        return False
    return index <= last + 2 or follows_in(tokens, index)


def follows_in(tokens, index):
    index -= 1
    while index > 0 and tokens[index].kind is Kind.ARTICLE:
        index -= 1
    return index >= 0 and tokens[index].kind is Kind.IN


def leads(tokens, last):
    """«아시아에서는 싱가포르(7위), 홍콩(12위)에 이어 3위»: the leaders are ranked in the world."""
    index = last + 1
    while index < min(last + 2 * REACH, len(tokens)) and tokens[index].kind in ENUMERATED:
        index += 1
    return index > last + 1 and index < len(tokens) and tokens[index].kind is Kind.BEHIND


def look_for_holder(tokens, last, found):
    """«1위 취리히», «2위는 런던», «8위에 오른 부산»; «13위를 기록한 10회차» names its edition."""
    index, describes = described(tokens, last)
    if index >= len(tokens):
        return
    token, ending = tokens[index], tokens[last].ending
    if token.kind is Kind.WHEN and describes and not found.when:
        found.later = token
    is_direct = ending in (RANK_FIRST if index == last + 1 else TELLING)
    is_city = token.kind is Kind.NAME and token.value.cities and not token.is_used
    if is_city and not found.is_labelled and (describes or is_direct):
        found.is_distant = not is_direct
        found.take("city", token)


def described(tokens, last):
    """The index behind the words that follow a rank, and whether they describe what is there."""
    index, describes = last + 1, tokens[last].ending.endswith(("인", "던", "한"))
    if follows_city_word(tokens, last):
        index, describes = index + 1, True
    while index < min(last + 4, len(tokens)) and tokens[index].kind in DESCRIBING:
        describes = ends_as_description(tokens[index].text)
        index += 1
    return index, describes


def follows_city_word(tokens, last):
    """«1위 도시는 취리히»."""
    return last + 1 < len(tokens) and tokens[last + 1].text.startswith("도시")


def ends_as_description(word):
    """Whether a Korean word ends in -ㄴ, as one does that describes the next: «오른», «차지한»."""
    return has_final(word[-1], NIEUN)
