"""What readers are told where sources say different things of a figure."""

import re
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from rankings.embeds import render
from rankings.models import Claim, Result
from rankings.provenance.claims import claims_of, conflicts_among, stated

from ..factories import (
    make_claim,
    make_edition,
    make_measure,
    make_ranking,
    make_result,
    make_source,
    texts,
)

pytestmark = pytest.mark.django_db

# [what a claim says of a figure that stands at 8 with a rating of 700, whether it contradicts]
SAYINGS = [
    ({"rank": 9}, True),
    ({"rank": 8}, False),
    ({"rank": 8, "is_joint": True}, True),
    ({"rank": 8, "band_end": 10}, True),
    ({"rank": 8, "rating": Decimal(700)}, False),
    ({"rank": 8, "rating": Decimal("700.50")}, True),
    ({"rating": Decimal("700.00")}, False),
    ({"rating": Decimal(699)}, True),
]


@pytest.fixture
def edition():
    ranking = make_ranking()
    make_measure(ranking, "skills")
    edition = make_edition(ranking, 12, {"paris": 1})
    edition.sources.add(make_source("general"))
    return edition


@pytest.fixture
def result(edition):
    return make_result(edition, "busan", 8, rating=Decimal(700), source=make_source("own"))


def html_of(client, page, language="en"):
    return client.get(f"/{language}/rankings/{page}").text


def words_of(html):
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


@pytest.mark.parametrize(("saying", "is_other"), SAYINGS)
def test_claim_contradicts_a_figure_only_in_what_it_states(result, saying, is_other):
    claim = Claim(result=result, source=make_source(), **saying)

    assert claim.contradicts(result) == is_other
    if not is_other:
        with pytest.raises(ValidationError):
            claim.full_clean()


def test_figure_that_was_not_published_is_contradicted_by_any_rank(edition):
    unranked = make_result(edition, "seoul", status="not_published")

    assert Claim(rank=8).contradicts(unranked)
    assert not Claim(rating=Decimal(5)).contradicts(unranked)


def test_claims_come_with_results_and_as_they_were_stored(result, django_assert_num_queries):
    source = make_source()
    stored = make_claim(result, 9, rating=Decimal("699.5"), basis="arithmetic", source=source)
    make_claim(result, rating=Decimal("1.25"))

    with django_assert_num_queries(1):
        [loaded] = Result.objects.with_claims().filter(city__slug="busan")
        first, second = claims_of(loaded)

    for field in ("pk", "rank", "is_joint", "band_end", "rating", "basis"):
        assert getattr(first, field) == getattr(stored, field)
    assert (first.source, first.source.url, first.source.title_ko) == (
        source,
        source.url,
        source.title_ko,
    )
    assert second.rating == Decimal("1.25")
    assert [claim.pk for claim in claims_of(result)] == [first.pk, second.pk]


def test_claim_that_the_figure_has_come_to_agree_with_is_no_conflict(result):
    make_claim(result, 9)
    result.rank = 9
    result.save()

    assert conflicts_among(Result.objects.with_claims()) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["8th", "9th with a rating of 700.5", "a rating of 12", "no rank"]),
        ("ko", ["8위", "9위(평점 700.5)", "평점 12", "순위 없음"]),
    ],
)
def test_figures_are_stated_in_words(language, words):
    eighth, both, rating, nothing = words
    with translation.override(language):
        assert stated(Claim(rank=8)) == eighth
        assert stated(Claim(rank=9, rating=Decimal("700.50"))) == both
        assert stated(Claim(rating=Decimal("12.00"))) == rating
        assert stated(Result(status="not_published")) == nothing


@pytest.mark.parametrize("page", ["sci/", "sci/12/", "sci/cities/busan/"])
def test_every_page_of_the_figure_names_both_sources_and_why_one_was_chosen(client, result, page):
    make_claim(result, 9, source=make_source("other"), **texts("note", "A misprint"))

    html = html_of(client, page)

    assert '8<sup class="mark">§</sup>' in html
    assert (
        "§ SCI 12, Busan en: Sources differ. Shown is 8th, from Report own en. "
        "Report other en states 9th. A misprint en"
    ) in words_of(html)
    assert 'href="https://example.org/source/other"' in html
    assert 'href="https://example.org/source/own"' in html
    korean = words_of(html_of(client, page, "ko"))
    assert "출처마다 수치가 다릅니다" in korean
    assert "다른 출처의 수치: 9위(Report other ko). A misprint ko" in korean


def test_conflict_of_an_area_is_named_by_its_label(client, edition, result):
    area = make_result(edition, "busan", 5, measure="skills", basis="list_order")
    make_claim(area, 6, is_joint=True, basis="arithmetic")

    html = html_of(client, "sci/cities/busan/")

    assert '5<sup class="mark">*, §</sup>' in html
    assert (
        "SCI 12, Busan en (Skills en): Sources differ. Shown is 5th, from the sources of the "
        "edition. Report claim-6 en states joint 6th. (Computed from a stated change)"
    ) in words_of(html)


def test_figure_without_a_rank_carries_the_mark_as_well(client, edition):
    make_claim(make_result(edition, "seoul", status="not_published"), 30)

    html = html_of(client, "sci/12/")

    assert 'not published</span><sup class="mark">§</sup>' in html
    assert "Shown is no rank" in words_of(html)


@pytest.mark.parametrize(
    ("kind", "argument"), [("ranking", "sci/12"), ("trend", "sci/busan"), ("areas", "sci/busan/12")]
)
def test_embeds_say_that_sources_differ_without_more_queries(
    edition, result, kind, argument, django_assert_num_queries
):
    area = make_result(edition, "busan", 5, measure="skills")
    make_claim(result, 9)
    make_claim(area, 6)

    with django_assert_num_queries(2), translation.override("en"):
        [embed] = render([(kind, argument)])

    assert embed.html.count("Sources differ.") == 1
    assert '<sup class="mark">§</sup>' in embed.html


def test_page_says_on_what_figures_without_a_source_of_their_own_rest(client, edition, result):
    of_edition = words_of(html_of(client, "sci/12/"))
    of_city = words_of(html_of(client, "sci/cities/busan/"))
    make_result(edition, "busan", 5, measure="skills")

    assert "come from the general sources of the edition: [1]" in of_edition
    assert "Figures without the number of a source" not in of_city
    assert "the sources listed on the page of their edition" in html_of(client, "sci/cities/busan/")
