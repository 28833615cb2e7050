"""Choices above tables of ranks and marks behind figures, as a phone shows them."""

import pytest
from django.conf import settings

from rankings.models import Region
from tests.rankings.factories import make_claim, make_edition, make_ranking, make_region, texts

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CODES = [code for code, _name in settings.LANGUAGES]
PHONE = {"width": 360, "height": 800}
ADDRESSES = ["sci/2/", "sci/2/compared/1/", "sci/measures/overall/"]
REGION = "Eastern Europe & Asia"

# How much wider than the select its selected text would have it, in pixels.
CUT_OFF = """select => {
  const alone = document.createElement("select");
  alone.append(select.selectedOptions[0].cloneNode(true));
  Object.assign(alone.style, {position: "absolute", width: "max-content", maxWidth: "none"});
  select.parentNode.append(alone);
  const missing = alone.offsetWidth - select.offsetWidth;
  alone.remove();
  return missing;
}"""

# The distance of a mark from its figure, and how far below the line of the figure it begins.
DISTANCE = """mark => {
  const figure = document.createRange();
  figure.setStart(mark.parentNode, 0);
  figure.setEndBefore(mark);
  const last = [...figure.getClientRects()].at(-1), own = mark.getBoundingClientRect();
  return [own.left - last.right, own.top - last.top];
}"""


@pytest.fixture
def ranking():
    ranking = make_ranking()
    make_region(ranking, "east", ["rome", "oslo", "busan"])
    Region.objects.update(**texts("name", REGION))
    first = make_edition(ranking, 1, {"busan": 3, "rome": 2})
    second = make_edition(ranking, 2, {"busan": 1, "rome": 2, "oslo": 3}, after=first)
    second.cities_included = 3
    second.save()
    for result in second.results.all():
        result.basis = "arithmetic"
        result.save()
        make_claim(result, 40 + result.rank)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("code", CODES)
def test_choices_on_a_phone_show_all_of_what_is_chosen(open_browser, ranking, code, address):
    page = open_browser(viewport=PHONE)
    page.goto(f"/{code}/rankings/{address}")
    if region := page.query_selector("[name=region]"):
        region.select_option("east")

    selects = page.query_selector_all(".filters select")

    assert selects
    for select in selects:
        assert select.evaluate(CUT_OFF) <= 0, select.get_attribute("name")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("code", CODES)
def test_marks_on_a_phone_stay_with_their_figures(open_browser, ranking, code, address):
    page = open_browser(viewport=PHONE)
    page.goto(f"/{code}/rankings/{address}")

    marks = page.query_selector_all("td .mark")

    assert len(marks) >= 3
    for mark in marks:
        gap, fall = mark.evaluate(DISTANCE)
        assert -1 <= gap <= 2
        assert -8 <= fall <= 8


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_form_of_a_page_has_a_name_of_its_own(open_browser, ranking, address):
    page = open_browser()
    page.goto(f"/en/rankings/{address}")

    names = [form.get_attribute("aria-label") for form in page.query_selector_all("main form")]

    assert all(names)
    assert len(set(names)) == len(names)
