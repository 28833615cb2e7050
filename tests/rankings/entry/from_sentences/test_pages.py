"""Ranks read out of sentences: chosen on a page, then looked over and saved like a table."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.urls import reverse

from rankings.entry.from_sentences.drafts import cell_of
from rankings.models import City, Draft, Edition, MeasureLabel, Ranking, Result, Source
from tests.rankings.entry.conftest import stored
from tests.rankings.entry.paste_page import Desk

from .sentences_page import Reader

pytestmark = pytest.mark.django_db

KOREAN = (
    "부산은 제12회 스마트지수에서 세계 8위에 올랐다.\n기술 분야에서는 3위였고, 런던(1위)이 앞섰다."
)
ENGLISH = "In the 12th edition, Busan came 8th overall, ahead of Seoul (9th)."


@pytest.fixture
def desk(reader, edition):
    """At the review of the only draft."""

    def opened():
        return Desk(reader.client, edition).open(reader.draft)

    return opened


# ---- reading


def test_korean_text_is_read(reader):
    reader.read(KOREAN)

    assert reader.found == [
        ("부산", "종합", 12, "8", True),
        ("부산", "기술", 12, "3", True),
        ("런던", "종합", 12, "1", True),
    ]


def test_english_text_is_read_on_an_english_page(reader):
    reader.client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    reader.read(ENGLISH)

    assert reader.found == [
        ("Busan", "Overall", 12, "8", True),
        ("Seoul", "Overall", 12, "9", True),
    ]
    assert "2 figures found" in reader.content
    assert "certain" in reader.content


def test_words_of_each_figure_are_marked_and_linked_both_ways(reader):
    content = reader.read(KOREAN).content

    assert content.count("<mark>") == 3
    for number in (1, 2, 3):
        assert f'id="mark-{number}" href="#figure-{number}"' in content
        assert f'<tr id="figure-{number}"' in content
        assert f'href="#mark-{number}"' in content


def test_text_is_shown_as_a_text(reader):
    reader.read("<b>부산</b>은\n\n<script>alert(1)</script> 8위 & 끝")

    assert "<b>부산" not in reader.content
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in reader.content
    assert reader.fields["text"] == "<b>부산</b>은\n\n<script>alert(1)</script> 8위 & 끝"


def test_text_without_ranks_says_so(reader):
    reader.read("부산은 15위 이내를 목표로 한다.")

    assert reader.page.rows == []
    assert "순위를 찾지 못했습니다" in reader.content


@pytest.mark.parametrize("text", ["", "  \n ", "부산 8위\x00", "부산 8위 " * 10_000])
def test_what_cannot_be_read_is_answered_with_a_sentence_and_kept(reader, text):
    reader.read(text)

    assert reader.errors
    assert reader.response.context["form"]["text"].value() == text
    assert "page" not in reader.response.context


def test_length_is_counted_as_it_was_pasted(reader):
    """Browsers send two characters for the end of each line."""
    reader.read("부산은 8위다.\r\n" + "\r\n" * 26_000)

    assert reader.errors == []


def test_text_with_very_many_ranks_is_shown_in_part(reader):
    reader.read("부산 8위. " * 300)

    assert len(reader.page.rows) == 200
    assert "나머지 100개" in reader.content


def test_page_knows_what_the_text_is_about(reader, previous, cities):
    edition_before = Reader(reader.client, reader.ranking, previous).open()
    assert edition_before.fields["edition"] == str(previous.pk)

    seoul = reader.read("9위였다. 부산은 8위였다.", city=cities["seoul"].pk, edition=previous.pk)

    assert [row[:3] for row in seoul.found] == [("서울", "종합", 11), ("부산", "종합", 11)]


def test_home_city_and_latest_edition_are_assumed_at_first(reader, cities, edition):
    reader.open()

    assert reader.fields["city"] == str(cities["busan"].pk)
    assert reader.fields["edition"] == str(edition.pk)


# ---- what the ranking knows


def test_all_names_of_the_ranking_are_known(reader, edition, cities):
    cities["seoul"].aliases.create(name="한양")
    support = reader.ranking.measures.get(code="support")
    MeasureLabel.objects.create(measure=support, edition=edition, label_ko="혁신지원")
    Ranking.objects.create(slug="gfci", name_ko="금융지수", abbreviation="GFCI", url="https://b.kr")

    reader.read("한양은 혁신지원 5위다. 금융지수에서 부산은 24위, GFCI에서 서울은 10위다.")

    assert [row[:4] for row in reader.found] == [("서울", "지원", 12, "5")]


def test_edition_of_which_only_the_year_is_known_is_found_by_it(reader, previous):
    Edition.objects.filter(pk=previous.pk).update(precision="year", published_on="2024-01-01")

    reader.read("2024년 6월 부산은 12위였다. 11회차(2024년 9월)에는 서울이 17위였다.")

    assert [row[2:4] for row in reader.found] == [(11, "12"), (11, "17")]
    assert all(row.suggestion.confidence > 0.9 for row in reader.page.rows)


# ---- choosing


def test_ticked_figures_become_a_draft_that_is_looked_over_and_saved(reader, desk, edition):
    source = Source.objects.create(url="https://example.org/press", title_ko="보도자료")

    reader.read(KOREAN, source=source.pk).take(1, 2).review()

    address = reverse("admin:rankings_draft_review", args=[edition.pk, reader.draft.pk])
    assert reader.response.redirect_chain == [(address, 302)]
    review = desk()
    assert review.states()["부산 overall world"] == ("new", "8")
    assert "문장에서 읽은 순위." in review.content
    assert "붙여 넣은 표" not in review.content
    assert "기술 분야에서는 3위였고, 런던(1위)이 앞섰다." in review.content
    review.tick("confirmed").set("warning_reason", "보도자료와 같음").save()
    assert stored(edition) == {"busan overall world": "8", "busan technology world": "3"}
    assert set(Result.objects.filter(edition=edition).values_list("source", flat=True)) == {
        source.pk
    }


def test_drafts_of_several_editions_are_listed(reader, edition, previous):
    reader.read("부산: 11회차 12위 → 12회차 8위").review()

    listed = list(reader.response.context["drafts"])
    assert {draft.edition for draft in listed} == {edition, previous}
    for draft in listed:
        address = reverse("admin:rankings_draft_review", args=[draft.edition_id, draft.pk])
        assert f'href="{address}"' in reader.content
    assert "회차 2개" in reader.content


def test_nothing_ticked_makes_no_draft(reader):
    reader.read(KOREAN).take().review()

    assert reader.errors == ["검토할 순위를 선택하십시오."]
    assert not Draft.objects.exists()


def test_choices_are_kept_when_something_is_missing(reader):
    reader.read("부산은 8위다. 지난해 서울은 13위였다.").take(2).review()

    assert [row[-1] for row in reader.found] == [False, True]
    assert reader.fields["text"] == "부산은 8위다. 지난해 서울은 13위였다."


def test_unknown_city_can_be_chosen_the_near_ones_first(reader, cities):
    reader.read("런던(1위), 취리이(4위)").take(1, 2)
    field = reader.page.rows[1].city.field.field
    assert field.choices[1][1] == [(cities["zurich"].pk, "취리히")]

    reader.choose(city_2=cities["zurich"].pk).review()

    assert reader.lines == [("런던", "종합", "1"), ("취리히", "종합", "4")]


def test_unknown_names_can_be_left_to_the_review(reader, desk):
    reader.read("런던(1위), 오슬로(4위).\n\n부산은 관광 분야 3위다.").take(1, 2, 3).review()

    review = desk().review
    assert [unknown.name for unknown in review.proposal.unknown_cities] == ["오슬로"]
    assert [unknown.name for unknown in review.proposal.unknown_measures] == ["관광"]


def test_name_is_asked_for_once(reader, cities):
    reader.read("런던(1위), 취리이(4위). 서울(9위), 취리이(4위)").take(2, 4)
    assert [name for name in reader.fields if name.startswith("city-")] == ["city-2"]
    assert [row.city.asked_at for row in reader.page.rows] == [None, None, None, 2]

    reader.choose(city_2=cities["zurich"].pk).review()

    assert reader.lines == [("취리히", "종합", "4")]


def test_city_that_could_be_two_has_to_be_chosen(reader, desk, cities, edition):
    namesake = City.objects.create(slug="london-ca", name_ko="런던", name_en="L", country_ko="-")
    reader.read("런던(1위)").take(1).review()
    assert reader.errors == ["1번 순위의 도시를 고르거나 선택을 해제하십시오."]

    reader.choose(city_1=namesake.pk).review()

    assert desk().review.proposal.entered == {
        (namesake.pk, f"{reader.ranking.measures.get(code='overall').pk}-world"): "1"
    }


def test_figures_of_an_unnamed_edition_belong_where_the_editor_says(reader, previous):
    reader.read("지난해 서울은 17위였다.").take(1).review()
    assert reader.errors == ["이 순위들의 회차를 고르거나 선택을 해제하십시오."]

    reader.choose(unnamed="11").review()

    assert reader.draft.edition == previous


def test_edition_that_is_missing_can_be_added_with_its_number(reader, editor, edition):
    editor.user_permissions.add(Permission.objects.get(codename="add_edition"))

    reader.read("SCI 13에서 부산은 7위다.")

    [group] = reader.page.groups
    assert "take" not in reader.boxes
    assert group.add.replace("&", "&amp;") in reader.content
    initial = reader.client.get(group.add).context["adminform"].form.initial
    assert (initial["number"], initial["previous"]) == ("13", str(edition.pk))


def test_edition_that_is_missing_is_only_told_to_those_who_may_not_add_it(reader):
    reader.read("SCI 13에서 부산은 7위다.")

    assert "아직 등록되지 않은 회차" in reader.content
    assert reverse("admin:rankings_edition_add") not in reader.content


def test_different_ranks_of_one_cell_are_told_with_both_places(reader):
    reader.read("부산은 SCI 12에서 8위다. 부산은 SCI 12에서 9위다.").review()

    [sentence] = reader.conflicts
    assert "1번(‘부산은 SCI 12에서 8위’)은 8" in sentence
    assert "2번(‘부산은 SCI 12에서 9위’)은 9" in sentence
    assert not Draft.objects.exists()

    reader.take(2).review()
    assert reader.lines == [("부산", "종합", "9")]


def test_ranks_in_a_region_go_to_their_column_and_those_in_a_country_nowhere(reader, desk):
    reader.read("부산은 8위다. 부산은 아시아 2위, 국내 1위다. 부산은 기술 분야 아시아 3위다.")
    assert reader.boxes["take"] == ["1", "2"]
    assert "국내 순위는 저장하는 칸이 없어" in reader.content

    reader.review()

    assert reader.lines == [("부산", "종합", "8", ""), ("부산", "종합", "2", "region")]
    assert desk().states()["부산 overall region"] == ("new", "2")


def test_what_the_text_says_of_the_edition_before_is_compared(reader, desk):
    reader.read("부산은 지난 회차 13위에서 8위로 다섯 계단 올랐다.").review()
    assert reader.lines == [("부산", "종합", "8", "13", "▲ 5")]

    warnings = " ".join(finding.sentence for finding in desk().review.warnings)

    assert "13" in warnings
    assert "12" in warnings
    assert "▲ 5" in warnings


def test_draft_can_be_corrected_as_a_table(reader, edition):
    reader.read("부산은 지난 회차 12위에서 8위로 올랐다.").review()
    address = reverse("admin:rankings_draft_correct", args=[edition.pk, reader.draft.pk])

    text = reader.client.get(address).context["form"]["text"].value()
    reader.client.post(address, {"text": text.replace("8", "9")}, follow=True)

    review = Desk(reader.client, edition).open(reader.draft).review
    assert list(review.proposal.entered.values()) == ["9"]
    assert not review.is_undecided


def test_changed_text_is_read_again_first(reader):
    reader.read(KOREAN).choose(text="서울은 9위다.").review()

    assert not Draft.objects.exists()
    assert reader.found == [("서울", "종합", 12, "9", True)]
    assert "다시 읽었습니다" in reader.content


@pytest.mark.parametrize(
    "junk",
    [
        {"take": ["x", "-1", "9" * 5000, "٣"]},
        {"take": ["1"], "city-1": "x", "measure-1": "9", "unnamed": "99"},
        {"take": ["2"], "city-2": "99999", "unnamed": "\x00"},
        {"seen": "\x00", "take": ["1"]},
        {"city": "x", "edition": "99999", "source": "-"},
    ],
)
def test_forged_choices_are_never_a_server_error(reader, junk):
    reader.read("지난해 오슬로는 9위였다. 런던(1위), 오슬로(4위)").fields.update(junk)

    assert reader.review().response.status_code == 200


def test_review_pressed_twice_makes_one_draft(reader):
    reader.read(KOREAN)
    chosen = dict(reader.fields)

    reader.review()
    reader.fields = chosen
    reader.review()

    assert reader.response.redirect_chain[0][0] == reader.response.request["PATH_INFO"]
    assert Draft.objects.count() == 1


def test_invisible_characters_are_no_part_of_a_name_in_a_sentence():
    assert cell_of("\u202a오\u200b슬로\u202c", None, {}, None) == "오슬로"
