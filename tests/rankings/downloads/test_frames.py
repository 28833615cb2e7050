"""Pages for the frames of other sites."""

import pytest

pytestmark = pytest.mark.django_db

FRAMES = [
    "sci/12/frame/",
    "sci/cities/busan/frame/",
    "sci/measures/overall/frame/",
    "sci/compare/frame/?city=busan&city=paris",
]
OTHERS = ["", "sci/", "sci/12/", "sci/cities/busan/"]


def get(client, page, language="en"):
    return client.get(f"/{language}/rankings/{page}")


def may_be_framed(response):
    policy = response["Content-Security-Policy"].split("; ")
    return "frame-ancestors *" in policy and "X-Frame-Options" not in response


@pytest.mark.parametrize("page", FRAMES)
def test_other_sites_may_frame_it(client, ranking, page):
    assert may_be_framed(get(client, page))


@pytest.mark.parametrize("page", OTHERS)
def test_other_pages_stay_out_of_frames(client, ranking, page):
    response = get(client, page)

    assert not may_be_framed(response)
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("page", FRAMES)
def test_frame_is_a_small_page_of_its_own(client, ranking, page, language):
    response = get(client, page, language)

    path, _frame, query = page.partition("frame/")
    address = f"http://127.0.0.1:8000/{language}/rankings/{path}"
    whole = address + query.replace("&", "&amp;")
    assert f'<html lang="{language}">' in response.text
    assert response.text.count("<h1>") == 1
    assert f'<link rel="canonical" href="{address}">' in response.text
    assert f'href="{whole}" target="_blank" rel="noopener"' in response.text
    assert f"Office {language}" in response.text
    for thing in ("<script", " style=", "<style", "<form"):
        assert thing not in response.text
    assert not response.cookies
    assert response["Cache-Control"].startswith("public")


def test_frame_of_an_edition_shows_its_first_cities(client, ranking):
    html = get(client, "sci/12/frame/").text

    assert "Paris en" in html
    assert "<b>*</b> Read from the order of a list" in html
    assert html.count("<tr") == 1 + 6


def test_lines_in_a_frame_have_a_key(client, ranking):
    html = get(client, "sci/compare/frame/?city=busan&city=paris").text

    key = html.split('<ul class="compared">')[1].split("</ul>")[0]
    assert "Busan en" in key
    assert "Paris en" in key


def test_frame_of_a_city_shows_what_was_chosen(client, ranking):
    html = get(client, "sci/cities/busan/frame/?measure=skills").text

    assert "Skills en" in html
    assert html.count('<circle class="point"') == 2
    assert html.count('sci/cities/busan/?measure=skills" target="_blank"') == 2


@pytest.mark.parametrize(
    "page",
    [
        "sci/13/frame/",
        "sci/cities/secret/frame/",
        "sci/cities/lima/frame/",
        "sci/measures/nothing/frame/",
        "no/1/frame/",
        "no/compare/frame/",
    ],
)
def test_what_is_not_public_has_no_frame(client, ranking, page):
    assert get(client, page).status_code == 404
