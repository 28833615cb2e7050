"""Live content in bodies: who is asked for it, and what becomes of the answers."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.utils import translation

from news import embeds
from news.article_page import ArticlePage
from news.body import Body
from news.models import Article
from news.press_release import parse
from tests.news.reader import text_of


def content(html, corrected_at=None):
    return html and SimpleNamespace(html=html, corrected_at=corrected_at, title=f"The {html}")


class Weather:
    """Knows the weather of some towns, and what it was asked for together."""

    def __init__(self, **towns):
        self.towns = towns
        self.asked = []

    def check(self, kind, argument):
        return None if argument in self.towns else f"No {kind} of {argument}."

    def render(self, wanted):
        self.asked.append(wanted)
        return [content(self.towns.get(argument)) for _kind, argument in wanted]


@pytest.fixture(autouse=True)
def no_providers(monkeypatch):
    monkeypatch.setattr(embeds, "PROVIDERS", {})


@pytest.fixture
def weather():
    weather = Weather(busan="sun", ulsan="rain")
    embeds.register(["sky", "wind"], weather.check, weather.render)
    return weather


def shown(text):
    return text_of(Body(Article(), translation.get_language(), text).html)


def test_provider_is_asked_once_for_all_of_its_embeds_in_their_order(weather):
    embeds.register(["tide"], check=None, render=lambda wanted: [content("high")] * len(wanted))

    shown("[[sky:busan]]\n[[tide:now]]\n□ First\n[[wind:ulsan]]\n[[sky:busan]]\n[[snow:x]]")

    assert weather.asked == [[("sky", "busan"), ("wind", "ulsan"), ("sky", "busan")]]


def test_provider_without_embeds_in_a_body_is_not_asked(weather):
    shown("□ First\n[[snow:busan]]")

    assert weather.asked == []


@pytest.mark.usefixtures("weather")
def test_each_embed_stands_in_its_place_and_a_missing_one_leaves_a_sentence():
    embeds.register(["tide"], check=None, render=lambda wanted: [content("high")] * len(wanted))

    with translation.override("en"):
        text = shown("[[sky:ulsan]]\n[[tide:now]]\n[[sky:seoul]]\n[[sky:busan]]\n[[snow:busan]]")

    missing = "The data that belongs here is not available at the moment."
    assert text == f"rain high {missing} sun {missing}"


@pytest.mark.usefixtures("weather")
def test_problems_name_the_line_and_what_is_wrong():
    with translation.override("en"):
        problems = embeds.problems(parse("[[sky:busan]]\n[[wind:seoul]]\n[[snow:busan]]"))

    assert [(problem.line, problem.message) for problem in problems] == [
        (2, "No wind of seoul."),
        (3, "[[snow:…]] is not known. These can be embedded: sky, wind."),
    ]


# [when each embed was corrected, as days of a month; when the article says that data was]
CORRECTED = [
    ([], None),
    ([None, None], None),
    ([9], None),
    ([None, 11, 12, 9], 12),
]


@pytest.mark.parametrize(("days", "latest"), CORRECTED)
def test_article_tells_when_its_data_was_corrected_after_it_came_out(days, latest):
    moments = [day and datetime(2025, 12, day, tzinfo=UTC) for day in days]
    known = [*(content("high", moment) for moment in moments), None]
    embeds.register(["tide"], check=None, render=lambda wanted: known)
    body = "\n".join(f"[[tide:{number}]]" for number in range(len(known)))
    article = Article(
        body_ko=body, is_ready_ko=True, published_at=datetime(2025, 12, 10, tzinfo=UTC)
    )

    corrected_at = ArticlePage(article, "ko").data_corrected_at

    assert corrected_at == (latest and datetime(2025, 12, latest, tzinfo=UTC))


@pytest.mark.usefixtures("weather")
def test_where_headings_are_few_tables_and_embeds_stand_in_the_contents():
    text = "<개요>\n표: 기온\n| 시 | 도 |\n|---|---|\n| 1 | 2 |\n\n[[sky:busan]]\n[[sky:nowhere]]\n"

    few = Body(Article(), translation.get_language(), text)
    enough = Body(Article(), translation.get_language(), text + "[[wind:ulsan]]")

    assert few.contents == ()
    assert [title for _id, title in enough.contents] == ["개요", "기온", "The sun", "The rain"]
    for id, _title in enough.contents:
        assert f' id="{id}"' in enough.html
