"""What a suggestion says besides its figure: where it stands, and how sure it is."""

import pytest
from django.utils import translation

from rankings.entry.cells import Rank
from rankings.sentences import Context, Remark, Vocabulary, read

from .corpus import context, vocabulary

NAMES = vocabulary()
ABOUT = context({})


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "부산은 SCI 11에서 12위, SCI 12에서 8위였다.",
            ["부산은 SCI 11에서 12위", "SCI 12에서 8위"],
        ),
        ("▲ 첨단기술: 11위, ▲ 기업환경: 10위", ["첨단기술: 11위", "기업환경: 10위"]),
        ("41위(2021년 11월), 27위(2022년 5월)", ["41위(2021년 11월)", "27위(2022년 5월)"]),
        ("첨단기술(12위→11위)", ["첨단기술(12위→11위)"]),
        ("기업환경, 평판 분야에서 각각 10위, 7위", ["10위", "7위"]),
        ("Busan is joint 8th.", ["joint 8th"]),
        ("부산이 네 계단 상승했다.", ["부산이 네 계단"]),
        (
            "\u1107\u116e\u1109\u1161\u11ab 8\u110b\u1171",
            ["\u1107\u116e\u1109\u1161\u11ab 8\u110b\u1171"],
        ),
    ],
)
def test_suggestion_quotes_the_words_it_was_read_from(text, quotes):
    found = read(text, NAMES, ABOUT)

    assert [text[suggestion.start : suggestion.end] for suggestion in found] == quotes


def test_all_said_in_the_text_is_certain():
    [suggestion] = read("부산은 SCI 12에서 8위였다.", NAMES)

    assert suggestion.rank == Rank(8)
    assert suggestion.confidence == 0.95
    assert suggestion.remarks == ()


@pytest.mark.parametrize(
    ("text", "remark", "confidence"),
    [
        ("SCI 12에서 8위였다.", Remark.CITY_ASSUMED, 0.8),
        ("서울·부산은 8위, 39위다.", Remark.ORDER_ASSUMED, 0.8),
        ("Cambridge (5th)", Remark.CITY_AMBIGUOUS, 0.5),
        ("런던(1위), 오슬로(4위)", Remark.CITY_UNKNOWN, 0.5),
        ("부산은 관광 분야 3위다.", Remark.MEASURE_UNKNOWN, 0.5),
        ("부산은 첨단기술 분야에서, 기업환경이 크게 올라 8위다.", Remark.MEASURE_ASSUMED, 0.5),
        ("지난해 부산은 13위였다.", Remark.EDITION_NOT_NAMED, 0.5),
        ("SCI 11에서 부산은 12위였다. 첨단기술은 12위였다.", Remark.EDITION_CARRIED, 0.5),
        ("부산은 SCI 40에서 1위다.", Remark.EDITION_UNKNOWN, 0.5),
        ("부산, 3회차(2021년 11월) 62위", Remark.DATE_CONTRADICTS, 0.5),
        ("Busan was 62th.", Remark.WRONG_ORDINAL, 0.5),
        ("런던, 뉴욕, 취리히는 각각 1위, 2위", Remark.COUNT_DIFFERS, 0.2),
        ("8위를 기록했다.", Remark.NOTHING_NAMED, 0.2),
        ("부산은 물동량 세계 7위를 기록했다.", Remark.PERHAPS_OTHER, 0.2),
    ],
)
def test_doubt_is_said_and_lowers_the_confidence(text, remark, confidence):
    suggestion = read(text, NAMES, ABOUT)[-1]

    assert remark in suggestion.remarks
    assert suggestion.confidence == confidence


def test_name_of_a_city_and_of_a_measure_is_ambiguous():
    names = Vocabulary([("평판", "pyeongpan")], [("평판", "reputation")], overall="overall")

    [suggestion] = read("평판 8위", names, ABOUT)

    assert (suggestion.city, suggestion.measure) == ("busan", "reputation")
    assert Remark.MEASURE_AMBIGUOUS in suggestion.remarks
    assert suggestion.confidence == 0.5


def test_without_a_context_nothing_is_made_up():
    [suggestion] = read("8위를 기록했다.", Vocabulary())

    assert (suggestion.city, suggestion.measure, suggestion.edition) == (None, None, None)


def test_another_context_gives_another_city_and_edition():
    [suggestion] = read("The city ranked 44th.", NAMES, Context("moscow", 2))

    assert (suggestion.city, suggestion.edition) == ("moscow", 2)


def test_month_means_the_edition_of_the_context_only_if_it_appeared_then():
    of_may, of_december = (
        read("지난 5월 부산은 12위였다.", NAMES, Context("busan", number))[0] for number in (11, 12)
    )

    assert (of_may.edition, of_december.edition) == (11, None)


def test_month_behind_a_date_is_of_its_year():
    found = read("2021년 6월 62위, 11월 41위", NAMES, ABOUT)

    assert [suggestion.edition for suggestion in found] == [3, 4]


def test_half_year_names_an_edition_only_if_it_is_the_only_one():
    names = Vocabulary(editions=[(1, 2021, 3), (2, 2021, 5), (3, 2021, 9)])

    found = read("2021년 상반기 9위, 2021년 하반기 8위", names)

    assert [suggestion.edition for suggestion in found] == [None, 3]


def test_edition_of_a_year_is_named_by_the_year_and_never_means_this_month():
    names = Vocabulary([("부산", "busan")], editions=[(1, 2021, None), (2, 2022, 5)])
    about = Context("busan", 1)

    found = read("부산은 2021년 9위, 2021년 6월 8위다. 지난 하반기 부산은 7위였다.", names, about)

    assert [suggestion.edition for suggestion in found] == [1, 1, None]
    assert Remark.DATE_CONTRADICTS not in found[1].remarks


@pytest.mark.parametrize("language", ["ko", "en"])
def test_each_remark_is_a_sentence(language):
    with translation.override(language):
        sentences = [remark.sentence for remark in Remark]

    assert all(sentence.endswith(".") for sentence in sentences)
    assert len(set(sentences)) == len(sentences)
