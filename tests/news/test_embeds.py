"""Live content in bodies: who is asked for it, and what becomes of the answers."""

import pytest
from django.utils import translation

from news import embeds
from news.press_release import parse, render
from tests.news.reader import text_of


class Weather:
    """Knows the weather of some towns, and what it was asked for together."""

    def __init__(self, **towns):
        self.towns = towns
        self.asked = []

    def check(self, kind, argument):
        return None if argument in self.towns else f"No {kind} of {argument}."

    def render(self, wanted):
        self.asked.append(wanted)
        return [self.towns.get(argument) for _kind, argument in wanted]


@pytest.fixture(autouse=True)
def no_providers(monkeypatch):
    monkeypatch.setattr(embeds, "PROVIDERS", {})


@pytest.fixture
def weather():
    weather = Weather(busan="sun", ulsan="rain")
    embeds.register(["sky", "wind"], weather.check, weather.render)
    return weather


def shown(text):
    document = parse(text)
    return text_of(render(document, embed=embeds.render(document).get))


def test_provider_is_asked_once_for_all_of_its_embeds_in_their_order(weather):
    embeds.register(["tide"], check=None, render=lambda wanted: ["high"] * len(wanted))

    shown("[[sky:busan]]\n[[tide:now]]\n□ First\n[[wind:ulsan]]\n[[sky:busan]]\n[[snow:x]]")

    assert weather.asked == [[("sky", "busan"), ("wind", "ulsan"), ("sky", "busan")]]


def test_provider_without_embeds_in_a_body_is_not_asked(weather):
    shown("□ First\n[[snow:busan]]")

    assert weather.asked == []


@pytest.mark.usefixtures("weather")
def test_each_embed_stands_in_its_place_and_a_missing_one_leaves_a_sentence():
    embeds.register(["tide"], check=None, render=lambda wanted: ["high"] * len(wanted))

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
