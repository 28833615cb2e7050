"""A small ranking that tables are pasted into: three measures, eight cities, edition 12."""

from rankings.entry.pasted.knowledge import Knowledge
from rankings.entry.pasted.layout import guess_layout, layout_problems
from rankings.entry.pasted.proposal import propose
from rankings.entry.pasted.text import read_text
from rankings.entry.sheet import Column, Kind, Sheet
from rankings.names.index import CityNames

RANK, RATING, REGION, TECHNOLOGY, FINANCE = "7-world", "7-rating", "7-region", "8-world", "9-world"

COLUMNS = [
    Column(RANK, 7, Kind.RANK, "Overall – Rank", "Rank", "Overall"),
    Column(RATING, 7, Kind.RATING, "Overall – Rating", "Rating", "Overall"),
    Column(REGION, 7, Kind.REGION, "Overall – Rank in the region", "Rank in the region", "Overall"),
    Column(TECHNOLOGY, 8, Kind.RANK, "Technology", "Technology", "Area"),
    Column(FINANCE, 9, Kind.RANK, "Financial Services", "Financial Services", "Area"),
]
LABELS = {
    7: ["overall", "종합", "Overall"],
    8: ["technology", "첨단기술", "Technology", "Technology Factors"],
    9: ["finance", "금융 서비스", "Financial Services", None],
}
CITIES = {
    1: ("London", "런던"),
    2: ("New York", "뉴욕"),
    3: ("Paris", "파리"),
    4: ("Busan", "부산"),
    5: ("Seoul", "서울"),
    6: ("Oslo", "오슬로"),
    7: ("Cambridge", "케임브리지"),
    8: ("Cambridge", "케임브리지(미국)"),
}
LONDON, NEW_YORK, PARIS, BUSAN, SEOUL, OSLO = 1, 2, 3, 4, 5, 6


def knowledge(stored=(), previous=(), remembered=(), columns=COLUMNS):
    names = {city: english for city, (english, _korean) in CITIES.items()}
    return Knowledge(
        Sheet(columns, names, stored=dict(stored), previous=dict(previous)),
        CityNames([(name, city) for city, names in CITIES.items() for name in names]),
        labels=LABELS,
        remembered=dict(remembered),
        number=12,
        previous_number=11,
    )


def proposed(text, decisions=None, layout=None, **state):
    about = knowledge(**state)
    table = read_text(text)
    layout = layout or guess_layout(table, about)
    assert layout_problems(layout, table, about) == []
    return propose(table, layout, about, decisions)


def sentences(findings):
    return [(finding.line, finding.sentence) for finding in findings]
