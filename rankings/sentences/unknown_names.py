"""Names that nobody knows, where the form of a sentence shows that they are names."""

from .clauses import BOUNDARIES
from .doubts import behind_denied
from .lexicon import ADVERBS, Kind, is_hangul
from .tokens import Token
from .units import JOINING, SEPARATORS
from .yardsticks import precedes_comparison

LONGEST_LABEL = 3  # words
FIELDS = ("분야", "부문", "영역", "항목", "지표")
CAPITALISED = (Kind.WORD, Kind.FIELD, Kind.ARTICLE)
INSIDE_NAMES = ("de", "da", "do", "la", "of", "the", "and", "am")
MOST_ITEMS = 10  # of a list that are looked through for a name that is known
TOPIC = ("은", "는")
# Endings of a place or a time, although they end as a topic does.
NO_TOPIC = ("에서는", "에는", "에게는", "로는", "까지는", "부터는")
OF_FIELDS = (*TOPIC, "이", "가", "에서", "에서는", "에서도")
# How a Korean word ends that is no name, or not the end of one.
INFLECTED = ("은", "는", "를", "을", "에서", "에서는", "에", "한", "된", "른", "별로", "의")


def unknown_name(tokens, unit):
    """The name in «▲ 관광 3위», «관광 분야 3위», «관광은 3위», «3rd in Tourism» as one token."""
    words = (
        words_of_item(tokens, unit)
        or words_before(tokens, unit.first)
        or words_after(tokens, behind_denied(tokens, unit.last))
    )
    return spanning(words) if words else unknown_subject(tokens, unit.first)


def spanning(words):
    return Token(Kind.WORD, words[0].start, words[-1].end, words[0].text)


def words_of_item(tokens, unit):
    """The name in «Oslo (4th)», and of Korean ones that in a list: «뉴욕(2위), 오슬로(4위)»."""
    end = unit.first - 1
    if end < 1 or tokens[end].kind is not Kind.OPEN:
        return []
    if tokens[end - 1].text[0].isupper():
        return capitalised_words(tokens, end)
    words = without_joints(tokens[start_of_name(tokens, end) : end])
    if 0 < len(words) <= LONGEST_LABEL and follows_item(tokens, end - len(words)):
        return words
    is_item = next_item(tokens, unit.last) is not None or precedes_comparison(tokens, unit.last)
    return tokens[end - 1 : end] if is_item and is_noun(tokens[end - 1]) else []


def capitalised_words(tokens, end):
    """«Oslo», «Rio de Janeiro» in front of `end`."""
    start = end
    while start > 0 and end - start <= LONGEST_LABEL and is_capitalised(tokens, start - 1):
        start -= 1
    while start < end and not tokens[start].text[0].isupper():
        start += 1
    words = tokens[start:end]
    return words if any(word.kind is not Kind.ARTICLE for word in words) else []


def is_capitalised(tokens, index):
    token = tokens[index]
    is_inside = token.text in INSIDE_NAMES
    return is_inside or (token.kind in (*CAPITALISED, Kind.THING) and token.text[0].isupper())


def follows_item(tokens, start):
    """Whether brackets close before `start`, with a comma or the like between."""
    place = start - 1
    while place >= 0 and tokens[place].kind in SEPARATORS:
        place -= 1
    if place < 0 or tokens[place].kind is not Kind.CLOSE:
        return False
    return place < start - 1 or tokens[place].ending in JOINING


def next_item(tokens, last):
    """The index of the rank in the item of a list that follows «(4위)», None if none does."""
    place = last + 1
    if place >= len(tokens) or tokens[place].kind is not Kind.CLOSE:
        return None
    is_joined = tokens[place].ending in JOINING
    place += 1
    while place < len(tokens) and tokens[place].kind in SEPARATORS:
        is_joined, place = True, place + 1
    for index in range(place, min(place + LONGEST_LABEL + 1, len(tokens) - 1)):
        if tokens[index].kind is Kind.OPEN:
            return index + 1 if is_joined and tokens[index + 1].kind is Kind.RANK else None
    return None


def last_item(tokens, last):
    """The index of the rank in the last item of the list that goes on behind «(4위)»."""
    for _item in range(MOST_ITEMS):
        following = next_item(tokens, last)
        if following is None:
            break
        last = following
    return last


def is_among_cities(tokens, last):
    """Whether the next known name in a list is that of a city; None if there is none."""
    for _item in range(MOST_ITEMS):
        last = next_item(tokens, last)
        if last is None:
            return None
        name = tokens[last - 2]
        if name.kind is Kind.NAME:
            return bool(name.value.cities)
    return None


def words_before(tokens, first):
    """The words between a mark, or a comma of a list, and the rank, or in front of «분야»."""
    end = first
    while end > 0 and tokens[end - 1].kind in (Kind.COLON, Kind.OPEN, Kind.FIELD):
        end -= 1
    start = start_of_name(tokens, end)
    words = without_joints(tokens[start:end])
    if not words or len(words) > LONGEST_LABEL:
        return []
    names_field = tokens[end].text.startswith(FIELDS)
    spaces = len(words) - 2 * sum(word.kind is Kind.DOT for word in words)
    is_item = start > 0 and opens_item(tokens, start - 1, spaces, tokens[end].text == ":")
    return words if names_field or is_item else []


def start_of_name(tokens, end):
    """The index at which the words begin that may be a name and end before `end`."""
    start = end
    while start > 0 and end - start <= LONGEST_LABEL and is_label_word(tokens[start - 1]):
        start -= 1
    if 0 < start < end and tokens[start].kind is Kind.DOT:
        start -= tokens[start - 1].kind is Kind.NAME
    return start


def unknown_subject(tokens, first):
    """«관광은 3위»: a word that opens a clause as its topic."""
    subject = tokens[first - 1] if first else None
    if subject is None or subject.kind is not Kind.WORD or len(subject.text) < 3:
        return None
    if not subject.text.endswith(TOPIC) or subject.text.endswith(NO_TOPIC):
        return None
    if subject.text[:-1] in ADVERBS:
        return None
    start = start_of_name(tokens, first - 1)
    if start > 0 and tokens[start - 1].kind not in BOUNDARIES:
        return None
    words = without_joints(tokens[start : first - 1]) or [subject]
    return Token(Kind.WORD, words[0].start, subject.end - 1, subject.text)


def unknown_field(tokens, index):
    """The name in «관광 분야는», which makes it the topic of a clause; None if there is none."""
    if not tokens[index].text.startswith(FIELDS) or not tokens[index].text.endswith(OF_FIELDS):
        return None
    words = without_joints(tokens[start_of_name(tokens, index) : index])
    return spanning(words) if 0 < len(words) <= LONGEST_LABEL else None


def without_joints(words):
    while words and is_joint(words[0]):
        words = words[1:]
    return words


def is_joint(token):
    return token.kind in (Kind.DOT, Kind.AND) or token.text == "of"


def is_label_word(token):
    if is_joint(token):
        return True
    is_word = token.kind in (Kind.WORD, Kind.THING, Kind.HOLDER) and token.text[0].isalpha()
    return is_word and token.text not in ADVERBS and not token.text.endswith(INFLECTED)


def is_noun(token):
    """Whether a word may be a Korean name, bare of any ending."""
    return token.kind is Kind.WORD and is_hangul(token.text[-1]) and is_label_word(token)


def opens_item(tokens, index, words, is_set_off):
    """Whether an item of a list begins behind the token: after a mark, or after another item."""
    if tokens[index].kind is Kind.MARK:
        return is_set_off or tokens[index].text not in "□■○●◎※*-"
    if tokens[index].kind not in (Kind.COMMA, Kind.DOT) or words > 1 or not index:
        return False
    before = tokens[index - 1]
    if before.kind is Kind.CLOSE and index > 1:
        before = tokens[index - 2]
    return before.kind is Kind.RANK and before.is_used


def words_after(tokens, last):
    """The capitalised words in «3rd in Quality of Life», «3rd in the Happy City Index»."""
    start = last + 1
    if start >= len(tokens) or tokens[start].text.lower() not in ("in", "for"):
        return []
    start += 1 + (start + 1 < len(tokens) and tokens[start + 1].text == "the")
    words = []
    for token in tokens[start : start + LONGEST_LABEL]:
        if token.text != "of" and not (token.kind in CAPITALISED and token.text[0].isupper()):
            break
        words.append(token)
    return words if words and words[-1].text != "of" else []
