"""Tokens put in order: what several of them say together, and where sentences end."""

from itertools import zip_longest

from rankings.entry.cells import LARGEST_RANK, Rank, UnreadableError, check_ordinal

from .lexicon import AFTER_ENGLISH_RANK, BEFORE_FIRST, PARTICLES, PLACE_NOUNS, SURVEYS, Kind
from .tokens import DIGITS, Token

# Tokens behind which something new begins, so that a name or a figure may stand first.
BOUNDARIES = (
    Kind.COMMA, Kind.STOP, Kind.LINE, Kind.PARAGRAPH, Kind.MARK, Kind.OPEN, Kind.CLOSE, Kind.COLON,
    Kind.ARROW, Kind.AND, Kind.CLAUSE, Kind.DOT, Kind.BOUND,
)  # fmt: skip
BEFORE_EDITION = [[word, "the"] for word in ("in", "from", "of", "for")]
OUTLINE = {1: "□■◆◇", 2: "○●◎", 3: "-※*"}
# Tokens behind which an ordinal in letters is a rank.
RANKING_KINDS = (
    Kind.VERB, Kind.TO, Kind.FROM, Kind.AND, Kind.IN, Kind.UP, Kind.DOWN, Kind.COLON, Kind.ARROW,
    Kind.NAME,
)  # fmt: skip
PLACING = (Kind.IN, Kind.ARTICLE, Kind.COUNTRY, Kind.REGION, Kind.WORLD, Kind.NAME)
REACH = 6  # tokens that one form may span between its parts


def sentences(tokens):
    """Lists of tokens; each begins with the PARAGRAPH token if it opens a paragraph."""
    sentence = []
    for token, after in zip_longest(tokens, tokens[1:]):
        if sentence and begins_sentence(token, after, sentence[-1]):
            yield sentence
            sentence = []
        sentence.append(token)
        if token.kind is Kind.STOP:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def begins_sentence(token, after, before):
    """An empty line, a line with a mark, and a note wherever it stands: «… 2위 ※ 서울은 39위»."""
    if token.kind is Kind.LINE:
        return depth_of(after) is not None
    is_note = token.text == "※" and before.kind not in (Kind.LINE, Kind.PARAGRAPH)
    return token.kind is Kind.PARAGRAPH or is_note


def depth(sentence):
    """The level of the point that a sentence opens, as releases mark them, or None."""
    opening = [token for token in sentence[:3] if token.kind not in (Kind.PARAGRAPH, Kind.LINE)]
    return depth_of(opening[0]) if opening and opening[0] is not sentence[-1] else None


def depth_of(token):
    if token is None or token.kind is not Kind.MARK:
        return None
    return next((level for level, marks in OUTLINE.items() if token.text in marks), None)


def joined(tokens):
    """The tokens with editions, dates and ordinals made out from their surroundings."""
    return ordinals(dated(editions(listed(tokens))))


def listed(tokens):
    """Dashes that open a line as marks, and the bare numbers of «각각 12, 6, 7위» as ranks."""
    before = None
    for index, token in enumerate(tokens):
        if token.text == "-" and (before is None or before.kind in (Kind.LINE, Kind.PARAGRAPH)):
            token.kind = Kind.MARK
        if token.kind is Kind.RANK:
            for number in bare_ranks(tokens, index):
                number.kind, number.value = Kind.RANK, Rank(int(number.text))
        before = token
    return tokens


def bare_ranks(tokens, index):
    """The numbers enumerated in front of a rank, if they are told to go by their order."""
    numbers = []
    while index >= 2 and tokens[index - 1].kind in (Kind.COMMA, Kind.DOT):
        if not is_rank_number(tokens[index - 2]):
            return []
        index -= 2
        numbers.append(tokens[index])
    return numbers if index and tokens[index - 1].kind is Kind.EACH else []


def is_rank_number(token):
    if token.kind is not Kind.NUMBER or not token.text.isdecimal():
        return False
    return len(token.text) <= len(str(LARGEST_RANK)) and 1 <= int(token.text) <= LARGEST_RANK


def editions(tokens):
    """«SCI 4», «12th SCI» as one time; «제8회» of some other event as a number."""
    done = []
    for index, token in enumerate(tokens):
        before = done[-1] if done else None
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if names_ranking(before) and counts_editions(token, after):
            done[-1] = spanning(before, token, (int(token.text), None))
        elif names_ranking(token) and before and before.kind is Kind.ORDINAL:
            done[-1] = spanning(before, token, (before.value.number, None))
        elif is_of_another_event(token, after):
            done.append(Token(Kind.NUMBER, token.start, token.end, token.text))
        else:
            done.append(token)
    return done


def spanning(first, last, value):
    token = Token(Kind.WHEN, first.start, last.end, first.text, value, last.ending)
    token.names_ranking = names_ranking(first) or names_ranking(last)
    return token


def names_ranking(token):
    return token is not None and token.kind is Kind.NAME and token.value.is_ranking


def counts_editions(token, after):
    if token.kind is not Kind.NUMBER or not token.text.isdigit() or len(token.text) > 3:
        return False
    touches = after is not None and after.start == token.end
    return not touches or not after.text[0].isalpha() or after.text in PARTICLES


def is_of_another_event(token, after):
    if token.kind is not Kind.WHEN or not token.text.startswith("제"):
        return False
    return after is not None and after.kind is Kind.WORD and after.text not in SURVEYS


def dated(tokens):
    """«3회차(2021년 6월, 첫 진입)» as one time: an edition and its date."""
    done, index = [], 0
    while index < len(tokens):
        token = tokens[index]
        end = end_of_date(tokens, index)
        if end:
            date = tokens[index + 2]
            value, is_named = pair(token.value, date.value), token.names_ranking
            token = spanning(token, tokens[end], value)
            token.names_ranking = is_named
        done.append(token)
        index = (end or index) + 1
    return done


def end_of_date(tokens, index):
    """The index of the last token that belongs to the time at `index`, None if it stands alone."""
    kinds = [token.kind for token in tokens[index : index + 3]]
    if kinds != [Kind.WHEN, Kind.OPEN, Kind.WHEN]:
        return None
    if not pair(tokens[index].value, tokens[index + 2].value):
        return None
    for place in range(index + 3, min(index + 3 + REACH, len(tokens))):
        if tokens[place].kind is Kind.CLOSE:
            return place
        if is_figure(tokens[place]) or tokens[place].kind is Kind.PARAGRAPH:
            break
    return index + 2


def is_figure(token):
    return token.kind is Kind.RANK or (token.kind is Kind.ORDINAL and token.text[0].isdecimal())


def pair(one, other):
    """(edition, date) of two times of which one gives the edition and the other the date."""
    if one[0] and other[1] and not one[1] and not other[0]:
        return one[0], other[1]
    if one[1] and other[0] and not one[0] and not other[1]:
        return other[0], one[1]
    return None


def ordinals(tokens):
    """English ordinals as ranks, editions («in the 11th») or the words that they are."""
    names_edition = False
    for index, token in enumerate(tokens):
        if token.kind in (Kind.STOP, Kind.PARAGRAPH):
            names_edition = False
        names_edition = names_edition or token.kind is Kind.WHEN
        if token.kind is Kind.ORDINAL:
            token.kind = kind_of_ordinal(tokens, index, names_edition)
            if token.kind is Kind.WHEN:
                token.value = (token.value.number, None)
    return tokens


def kind_of_ordinal(tokens, index, names_edition):
    before = [token.text.lower() for token in tokens[max(index - 2, 0) : index]]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    is_place = after is not None and after.text.lower() in PLACE_NOUNS
    if not is_place and before in BEFORE_EDITION:
        return Kind.WHEN if names_edition else Kind.WORD
    if before[-1:] == ["to"] and is_range_of_editions(tokens, index):
        return Kind.WORD
    if before == ["on", "the"] or before[-1:] == ["on"]:
        return Kind.WORD
    is_rank = may_be_followed(after, tokens[index + 2 : index + 3])
    if is_rank and not DIGITS.search(tokens[index].text):
        is_rank = is_written_rank(tokens, index, is_place)
    return Kind.RANK if is_rank else Kind.WORD


def is_range_of_editions(tokens, index):
    """«for the tenth to twelfth»."""
    before = [token.text.lower() for token in tokens[max(index - 4, 0) : max(index - 2, 0)]]
    return before in (["of", "the"], ["for", "the"])


def may_be_followed(after, then):
    """Whether an ordinal before this token is a rank: «8th popularly elected» is not."""
    if after is None or not after.text[0].isalpha():
        is_joined = after is not None and after.text == "-"
        return not is_joined or any(token.text.lower() in PLACE_NOUNS for token in then)
    if after.kind is Kind.NAME:
        return True
    if after.text.lower() == "of":
        return bool(then) and then[0].text[0].isdigit()
    return after.text.lower().split()[0] in AFTER_ENGLISH_RANK or not after.text.isascii()


def is_written_rank(tokens, index, is_place):
    """Whether an ordinal in letters is a rank: «first» mostly is none."""
    token = tokens[index]
    before = tokens[index - 1] if index else None
    if token.value.is_joint or is_place:
        return True
    if is_adverb(tokens, index) or leads_to_verb(tokens, index):
        return False
    if before and before.text.lower() == "the":
        return False
    if follows_written_rank(tokens, index):
        return True
    if opens_clause(tokens, index) or before.text.lower() == "at":
        return names_list(tokens, index)
    return before.kind in RANKING_KINDS or before.text.lower() == "city"


def opens_clause(tokens, index):
    """Whether an ordinal begins something new; behind «8th,» nobody knows what."""
    if index and tokens[index - 1].kind is Kind.COMMA:
        return index < 2 or tokens[index - 2].kind is not Kind.RANK
    return index == 0 or tokens[index - 1].kind in (Kind.STOP, Kind.LINE, Kind.PARAGRAPH)


def is_adverb(tokens, index):
    """«entered first in 2021»."""
    is_first = tokens[index].value.number == 1
    return is_first and index > 0 and tokens[index - 1].text.lower() in BEFORE_FIRST


def leads_to_verb(tokens, index):
    """«first to join», «first in Korea to join», «second to none»; not «third to tenth»."""
    if index and tokens[index - 1].kind is Kind.FROM:
        return False
    place = index + 1
    while place < min(index + REACH, len(tokens)) and tokens[place].kind in PLACING:
        place += 1
    after = tokens[place : place + 2]
    if len(after) < 2 or after[0].text.lower() != "to":
        return False
    return after[1].text.islower() and after[1].kind not in (Kind.ORDINAL, Kind.ARTICLE)


def follows_written_rank(tokens, index):
    """«first, second and third in …»."""
    before = tokens[max(index - 2, 0) : index]
    return len(before) == 2 and before[1].kind is Kind.COMMA and is_written(before[0])


def is_written(token):
    return token.kind is Kind.RANK and not DIGITS.search(token.text)


def names_list(tokens, index):
    """Whether a rank stands in something that has ranks: «third in Technology», «third overall»."""
    place = index + 1
    while place < min(index + REACH, len(tokens)) and tokens[place].kind in (Kind.IN, Kind.ARTICLE):
        place += 1
    if place >= len(tokens):
        return False
    token = tokens[place]
    is_measure = token.kind is Kind.NAME and bool(token.value.measures)
    return is_measure or token.kind in (Kind.WORLD, Kind.REGION, Kind.COUNTRY)


def wrong_ordinal(text):
    """Whether an ordinal was written as in «62th»."""
    found = DIGITS.search(text)
    suffix = text[-2:].lower()
    if not found or suffix not in ("st", "nd", "rd", "th"):
        return False
    try:
        check_ordinal(int(found[0]), suffix)
    except UnreadableError:
        return True
    return False
