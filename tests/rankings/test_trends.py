import pytest
from django.utils import translation

from rankings.across import BY_EDITION
from rankings.changes import Kind
from rankings.models import City, MeasureLabel
from rankings.timeline import load_timeline
from rankings.trends import load_trend

from .factories import make_edition, make_measure, make_ranking, make_result, texts

pytestmark = pytest.mark.django_db


def trend_of(ranking, city="busan"):
    return load_trend(load_timeline(ranking.slug), city)


def make_course(*ranks, **values):
    """A ranking whose editions gave Busan `ranks`, None for an edition without it."""
    ranking, previous = make_ranking(), None
    for number, rank in enumerate(ranks, start=1):
        ranks_of = {"busan": rank} if rank else {"paris": 1}
        previous = make_edition(ranking, number, ranks_of, after=previous, **values)
    return ranking


@pytest.mark.parametrize(
    ("ranks", "english", "korean"),
    [
        (
            [62, 41, 8],
            "Busan en rose 54 places, from 62nd in January 2020 to 8th in January 2021.",
            "Busan ko은(는) 2020년 1월 62위에서 2021년 1월 8위로 54계단 올랐습니다.",
        ),
        (
            [8, 9],
            "Busan en fell 1 place, from 8th in January 2020 to 9th in July 2020.",
            "Busan ko은(는) 2020년 1월 8위에서 2020년 7월 9위로 1계단 내렸습니다.",
        ),
        (
            [8, 3, 8],
            "Busan en was 8th in January 2021, the same as in January 2020.",
            "Busan ko은(는) 2021년 1월 8위로, 2020년 1월과 순위가 같습니다.",
        ),
        (
            [None, 8],
            "Busan en was 8th in July 2020.",
            "Busan ko은(는) 2020년 7월 8위입니다.",
        ),
    ],
)
def test_sentence_says_what_the_ranks_come_to(ranks, english, korean):
    ranking = make_course(*ranks)

    for language, sentence in (("en", english), ("ko", korean)):
        with translation.override(language):
            assert trend_of(ranking).sentence == sentence


@pytest.mark.parametrize(
    ("first", "last", "english"),
    [
        ((61, 70), (51, 60), "rose from 61st–70th in January 2020 to 51st–60th in July 2020."),
        ((40, None), (51, 60), "fell from 40th in January 2020 to 51st–60th in July 2020."),
        ((51, 60), (51, 60), "was 51st–60th in July 2020, the same as in January 2020."),
        ((51, 60), (55, None), "was 51st–60th in January 2020 and 55th in July 2020."),
    ],
)
def test_sentence_counts_no_places_from_a_band(first, last, english):
    ranking = make_ranking()
    for number, (rank, band_end) in enumerate((first, last), start=1):
        make_result(make_edition(ranking, number), "busan", rank, band_end=band_end)

    with translation.override("en"):
        assert trend_of(ranking).sentence == f"Busan en {english}"


def test_band_is_not_called_the_best_as_its_end_may_be_worse():
    ranking = make_course(60, 53)
    make_result(make_edition(ranking, 3), "busan", 51, band_end=60)
    make_result(make_edition(ranking, 4), "busan", 61, band_end=70)

    assert trend_of(ranking).best_sentence == ""


def test_korean_particle_fits_the_name_of_the_city():
    ranking = make_course(62, 8)
    City.objects.update(name_ko="부산")

    with translation.override("ko"):
        assert trend_of(ranking).sentence.startswith("부산은 2020년")


def test_first_edition_is_not_said_to_lack_the_one_before():
    ranking = make_ranking()
    for number in (1, 3):
        make_edition(ranking, number, {"busan": 9})

    changes = [entry.change.kind for entry in trend_of(ranking).entries]

    assert changes == [Kind.NONE, Kind.UNKNOWN]


def test_best_rank_is_told_when_the_ends_do_not_show_it():
    with translation.override("en"):
        best = trend_of(make_course(30, 4, 25)).best_sentence

    assert best == "Its best known rank was 4th in July 2020."


@pytest.mark.parametrize("ranks", [[30, 25, 4], [4, 25, 30], [4]])
def test_best_rank_is_not_repeated_when_it_is_an_end(ranks):
    assert trend_of(make_course(*ranks)).best_sentence == ""


def test_city_whose_ranks_were_never_published_has_a_sentence_and_no_chart():
    ranking = make_ranking()
    make_result(make_edition(ranking, 1), "busan", status="not_published")

    trend = trend_of(ranking)

    with translation.override("en"):
        assert trend.sentence == "No ranks of Busan en are known."
    assert trend.chart is None
    assert trend.best_sentence == ""


def test_city_that_never_appears_has_no_trend():
    assert trend_of(make_course(8), "atlantis") is None


def test_entries_begin_where_the_city_is_first_known_and_keep_editions_without_it():
    trend = trend_of(make_course(None, 62, None, 41))

    assert [entry.edition.number for entry in trend.entries] == [2, 3, 4]
    assert [entry.rank for entry in trend.entries] == [62, None, 41]
    assert [entry.change.kind for entry in trend.entries] == [
        Kind.UNKNOWN,
        Kind.NONE,
        Kind.UNKNOWN,
    ]


def test_line_breaks_where_an_edition_has_no_rank_of_the_city():
    trend = trend_of(make_course(62, None, 41, 27))

    assert trend.has_gaps
    assert len(trend.chart.marks) == 3
    assert len(trend.chart.segments) == 1


def test_line_breaks_where_an_edition_does_not_follow_on_the_one_before():
    ranking = make_ranking()
    make_edition(ranking, 1, {"busan": 62})
    make_edition(ranking, 4, {"busan": 41})

    assert trend_of(ranking).chart.segments == []


@pytest.mark.parametrize(
    ("ranks", "english", "korean"),
    [
        (
            [None, 62, None, 8],
            "Busan en’s rank in the Index sci en, July 2020 to July 2021",
            "Index sci ko Busan ko 순위, 2020년 7월~2021년 7월",
        ),
        (
            [8],
            "Busan en’s rank in the Index sci en, January 2020",
            "Index sci ko Busan ko 순위, 2020년 1월",
        ),
    ],
)
def test_caption_says_what_the_chart_shows_and_of_which_time(ranks, english, korean):
    ranking = make_course(*ranks)

    for language, caption in (("en", english), ("ko", korean)):
        with translation.override(language):
            assert trend_of(ranking).caption == caption


def test_sentence_that_stands_alone_names_the_ranking():
    ranking = make_course(9, 8)

    with translation.override("en"):
        assert trend_of(ranking).whole_sentence.startswith(
            "In the Index sci en, Busan en rose 1 place"
        )
    with translation.override("ko"):
        assert trend_of(ranking).whole_sentence.startswith("Index sci ko에서 Busan ko은(는) 2020년")


def test_sentence_without_ranks_stands_alone_as_it_is():
    ranking = make_ranking()
    make_result(make_edition(ranking, 1, {}), "busan", status="absent", rank=None)

    with translation.override("en"):
        assert trend_of(ranking).whole_sentence == "No ranks of Busan en are known."


def test_unbroken_line_has_no_gaps():
    assert not trend_of(make_course(62, 41, 27)).has_gaps


def test_edition_that_is_not_public_is_no_part_of_the_trend():
    ranking = make_course(62, 41)
    ranking.editions.filter(number=2).update(is_public=False)

    assert [entry.rank for entry in trend_of(ranking).entries] == [62]


def test_editions_whose_dates_are_out_of_order_still_make_a_chart():
    ranking = make_ranking()
    first = make_edition(ranking, 1, {"busan": 62}, published_on="2025-01-01")
    make_edition(ranking, 2, {"busan": 41}, after=first, published_on="2021-01-01")

    assert len(trend_of(ranking).chart.segments) == 1


def test_joint_rank_is_marked_at_the_chart_and_in_the_sentence():
    ranking = make_ranking()
    make_result(make_edition(ranking, 1), "busan", 8, is_joint=True)

    with translation.override("ko"):
        trend = trend_of(ranking)
        assert trend.entries[0].label == "공동 8위"
        assert "공동 8위" in trend.sentence


def test_first_entry_is_new_when_the_tables_before_are_complete():
    ranking = make_course(None, 62, cities_included=1)

    assert trend_of(ranking).entries[0].change.kind is Kind.NEW


@pytest.fixture
def skills():
    """Figures of Busan in one area, in the first and the third of three whole tables."""
    ranking = make_course(62, 41, 8, cities_included=1)
    measure = make_measure(ranking, "skills")
    make_measure(ranking, "fame")
    for number, skill in ((1, 9), (3, 12)):
        edition = ranking.editions.get(number=number)
        make_result(edition, "busan", skill, measure="skills")
        make_result(edition, "busan", 1, measure="fame")
    return measure


def test_trend_by_one_area_takes_only_its_figures(skills, django_assert_num_queries):
    timeline = load_timeline("sci")

    with django_assert_num_queries(1):
        trend = load_trend(timeline, "busan", skills)

    assert [entry.rank for entry in trend.entries] == [9, None, 12]
    kinds = [entry.change.kind for entry in trend.entries]
    assert kinds == [Kind.NONE, Kind.NONE, Kind.UNKNOWN]


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        (
            "en",
            "Busan en in the Index sci en: Skills en",
            "In “Skills en”, Busan en fell 3 places, from 9th in January 2020 to 12th in January"
            " 2021.",
        ),
        (
            "ko",
            "Index sci ko: Busan ko의 Skills ko 순위",
            "‘Skills ko’ 순위에서 Busan ko은(는) 2020년 1월 9위에서 2021년 1월 12위로 3계단"
            " 내렸습니다.",
        ),
    ],
)
def test_trend_by_one_area_says_so(skills, language, title, sentence):
    with translation.override(language):
        trend = load_trend(load_timeline("sci"), "busan", skills)

        assert trend.title == title
        assert trend.sentence == sentence


def test_edition_that_called_the_area_otherwise_says_so(skills):
    first, last = skills.ranking.editions.filter(number__in=(1, 3)).order_by("number")
    MeasureLabel.objects.create(measure=skills, edition=first, **texts("label", "Talent"))
    MeasureLabel.objects.create(measure=skills, edition=last, **texts("label", "Skills"))

    with translation.override("en"):
        trend = load_trend(load_timeline("sci"), "busan", skills)

        assert [entry.own_label for entry in trend.entries] == ["Talent en", "", ""]


def test_overall_measure_gives_the_overall_trend(skills):
    overall = skills.ranking.measures.get(code="overall")

    trend = load_trend(load_timeline("sci"), "busan", overall)

    assert trend.measure is None
    assert [entry.rank for entry in trend.entries] == [62, 41, 8]


def test_trend_by_edition_sets_editions_equally_far_apart():
    trend = load_trend(load_timeline(make_course(62, 41, 8).slug), "busan", across=BY_EDITION)

    first, second, third = [mark.x for mark in trend.chart.marks]
    assert [tick.value for tick in trend.chart.ticks] == [1, 2, 3]
    assert second - first == pytest.approx(third - second)
