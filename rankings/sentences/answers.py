"""Who, by what measure, in which edition: the parts of a figure that a sentence leaves to find."""

from .lexicon import Kind
from .suggestions import Remark, Scope
from .tokens import gives_day

UNCERTAIN_TOPIC = ("이", "가")


def only(ids):
    return next(iter(ids)) if len(ids) == 1 else None


def city_of(found, topics, paragraph, about):
    """The id of a city and the remarks to it."""
    if found.city:
        return named_city(found.city)
    if len(topics.cities) == 1:
        return named_city(topics.cities[0])
    if not topics.cities and len(paragraph.cities) == 1:
        city, remarks = named_city(paragraph.cities[0])
        return city, [*remarks, Remark.CITY_ASSUMED]
    return about.city, [Remark.CITY_ASSUMED]


def named_city(token):
    ids = token.value.cities
    if token.value.measures:
        return only(ids), [Remark.MEASURE_AMBIGUOUS]
    return only(ids), [] if len(ids) == 1 else [Remark.CITY_AMBIGUOUS]


def measure_of(found, topics, vocabulary, refers_back):
    """The id of a measure and the remarks to it."""
    if found.measure:
        return named_measure(found.measure)
    if refers_back and topics.told:
        return named_measure(topics.told)
    if len(topics.measures) == 1:
        token = topics.measures[0]
        measure, remarks = named_measure(token)
        doubt = [Remark.MEASURE_ASSUMED] if token.ending in UNCERTAIN_TOPIC else []
        return measure, [*remarks, *doubt]
    is_assumed = bool(topics.measures) or found.follows_noun
    return vocabulary.overall, [Remark.MEASURE_ASSUMED] if is_assumed else []


def named_measure(token):
    ids = token.value.measures
    is_clear = len(ids) == 1 and not token.value.cities
    return only(ids), [] if is_clear else [Remark.MEASURE_AMBIGUOUS]


def scope_of(found, topics):
    return found.scope or topics.scope or Scope.WORLD


def time_of(found, topics, paragraph, vocabulary, about, is_move):
    """(number of an edition, date, remarks) of a figure."""
    if found.when:
        return resolved(found.when, vocabulary)
    if found.is_unnamed and not is_move:
        return None, None, [Remark.EDITION_NOT_NAMED]
    if found.is_now or topics.is_now:
        return about.edition, None, []
    if topics.when and (is_move or not topics.is_unnamed):
        return resolved(topics.when, vocabulary)
    if found.later:
        return resolved(found.later, vocabulary)
    if topics.is_unnamed and not is_move:
        return None, None, [Remark.EDITION_NOT_NAMED]
    if paragraph.when:
        return carried(paragraph.when, vocabulary, about)
    return about.edition, None, unnamed(about.edition)


def carried(token, vocabulary, about):
    number, date, remarks = resolved(token, vocabulary)
    doubt = [] if number == about.edition else [Remark.EDITION_CARRIED]
    return number, date, [*remarks, *doubt]


def unnamed(number):
    return [] if number else [Remark.EDITION_NOT_NAMED]


def resolved(token, vocabulary):
    number, date = token.value
    known = vocabulary.editions
    if number is None:
        number = vocabulary.edition_of(date)
        missing = Remark.EDITION_UNKNOWN if date.month else Remark.EDITION_NOT_NAMED
        return number, date, [] if number else [missing]
    if known and number not in known:
        return number, date, [Remark.EDITION_UNKNOWN]
    if date and number in known and not vocabulary.agrees(number, date):
        return number, date, [Remark.DATE_CONTRADICTS]
    return number, date, []


def frames(token, vocabulary):
    """Whether a time may say of which edition a sentence speaks: the day of a report does not."""
    number, date = token.value
    return bool(number or not gives_day(token.text) or vocabulary.edition_of(date))


def names_anything(tokens):
    return any(token.kind in (Kind.NAME, Kind.WHEN) for token in tokens)
