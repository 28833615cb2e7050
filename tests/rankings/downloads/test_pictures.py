"""Charts as pictures that stand alone."""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from rankings.charts.labels import TEXT_SIZE, text_width
from rankings.downloads.pictures import SMALL, Picture, broken, fits, png

from ..factories import make_edition, make_ranking
from .files import body

SVG = "{http://www.w3.org/2000/svg}"
CHART = "/en/rankings/sci/cities/busan/chart"


def drawn(text, weight="400"):
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
        f'<text x="5" y="30" font-size="20" font-weight="{weight}">{text}</text></svg>'
    )
    return png(svg)


@pytest.mark.parametrize("weight", ["400", "700"])
def test_every_letter_has_a_shape_of_its_own(weight):
    """Letters that the typeface lacks would all be the same box, or nothing."""
    letters = "부산쾰뷁8위Łéğ▲→"

    assert len({drawn(letter, weight) for letter in [*letters, " "]}) == len(letters) + 1


def test_bold_is_bold():
    assert drawn("부산") != drawn("부산", "700")


@given(st.text(alphabet="ab 가나", max_size=40), st.integers(20, 200))
def test_lines_fit_and_lose_no_word(paragraph, width):
    pieces = broken(paragraph, TEXT_SIZE, width)

    assert " ".join(pieces).split() == paragraph.split()
    assert all(text_width(piece) <= width or " " not in piece for piece in pieces)


def test_texts_and_chart_stand_below_each_other():
    picture = Picture("Title " * 30, "Text " * 90, ["Source " * 40, "Address"], 300)

    heights = [line.y for line in (*picture.title_lines, *picture.text_lines)]
    foot = [line.y for line in picture.foot_lines]

    assert heights == sorted(heights)
    assert heights[-1] < picture.chart_top
    assert foot[0] > picture.chart_top + 300
    assert foot == sorted(foot)
    assert picture.height > foot[-1]


@pytest.mark.django_db
def test_drawing_is_whole_without_the_page(client, ranking):
    response = client.get(f"{CHART}.svg")

    root = ElementTree.fromstring(body(response))
    texts = " ".join(element.text or "" for element in root.iter(f"{SVG}text"))
    assert response["Content-Type"] == "image/svg+xml"
    assert root.find(f"{SVG}title").text == "Busan en in the Smart Index en"
    assert "Busan en rose 4 places" in texts
    assert "Source: Office en. Compiled by Haeundae, version 12.0." in texts
    assert len(list(root.iter(f"{SVG}circle"))) == 3
    assert not [e for e in root.iter() if e.tag in (f"{SVG}script", f"{SVG}image", f"{SVG}a")]


@pytest.mark.django_db
def test_image_is_the_drawing_in_double_size(client, ranking):
    root = ElementTree.fromstring(body(client.get(f"{CHART}.svg")))

    with Image.open(BytesIO(body(client.get(f"{CHART}.png")))) as image:
        assert image.format == "PNG"
        assert image.size == (int(root.get("width")) * 2, int(root.get("height")) * 2)


@pytest.mark.django_db
@pytest.mark.parametrize("extension", ["svg", "png"])
def test_picture_is_kept_by_caches_and_named(client, ranking, extension):
    response = client.get(f"{CHART}.{extension}")
    again = client.get(f"{CHART}.{extension}", headers={"if-none-match": response["ETag"]})

    assert f'inline; filename="sci-busan-v12.0.{extension}"' in response["Content-Disposition"]
    assert response["Content-Security-Policy"].startswith("default-src 'none'")
    assert response["Cache-Control"].startswith("public")
    assert not response.cookies
    assert again.status_code == 304


@pytest.mark.django_db
def test_picture_shows_the_measure_that_was_chosen(client, ranking):
    overall, skills = (
        client.get(f"{CHART}.svg").text,
        client.get(f"{CHART}.svg?measure=skills").text,
    )

    assert "Skills en" in skills
    assert "Skills en" not in overall
    assert client.get(f"{CHART}.svg?measure=%00&x=never").text == overall


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("sci/compare/chart.{}?city=paris&city=busan", "Paris en, Busan en in the Smart Index en"),
        ("sci/measures/overall/chart.{}?city=paris&city=busan", "Smart Index en: Overall en"),
    ],
)
def test_picture_of_several_cities_names_each(client, ranking, path, title):
    address = f"/en/rankings/{path}"

    root = ElementTree.fromstring(body(client.get(address.format("svg"))))

    texts = [text.strip() for text in root.itertext() if text.strip()]
    assert {"Paris en", "Busan en"} <= set(texts)
    assert root.find(f"{SVG}title").text == title
    assert body(client.get(address.format("png"))).startswith(b"\x89PNG")


@pytest.mark.django_db
def test_picture_of_a_chosen_measure_leads_to_it(client, ranking):
    svg = client.get("/en/rankings/sci/cities/busan/chart.svg?measure=skills").text

    assert "/en/rankings/sci/cities/busan/?measure=skills</text>" in svg


@pytest.mark.django_db
def test_picture_names_the_page_that_shows_it(client, ranking):
    path = "/en/rankings/sci/compare/chart.svg?city=paris&city=busan"

    assert "/sci/compare/?city=paris&amp;city=busan<" in client.get(path).text


@pytest.mark.django_db
def test_picture_of_many_cities_leads_to_the_same_comparison(client):
    table = {f"the-city-of-long-name-{number}": number for number in range(1, 7)}
    make_edition(make_ranking("smart"), 1, table)
    query = "&".join(f"city={city}" for city in table)

    root = ElementTree.fromstring(
        body(client.get(f"/en/rankings/smart/compare/chart.svg?{query}")),
    )

    foot = [text.text for text in root.findall(f"{SVG}text[@class='picture-foot']")]
    start = next(place for place, text in enumerate(foot) if "/compare/" in text)
    assert "".join(foot[start:]).endswith(f"/en/rankings/smart/compare/?{query}")
    assert len(foot[start:]) > 1
    assert all(fits(text, SMALL) for text in foot)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["sci/cities/secret/", "sci/cities/lima/", "sci/cities/nowhere/", "nothing/cities/x/"],
)
@pytest.mark.parametrize("extension", ["svg", "png"])
def test_without_public_ranks_there_is_no_picture(client, ranking, address, extension):
    assert client.get(f"/en/rankings/{address}chart.{extension}").status_code == 404


@pytest.mark.django_db
def test_hostile_name_stays_text(client, ranking, evil_city):
    type(evil_city).objects.filter(slug="busan").update(name_en="</text><script>alert(1)</script>")

    root = ElementTree.fromstring(body(client.get(f"{CHART}.svg")))

    assert not list(root.iter(f"{SVG}script"))
    assert body(client.get(f"{CHART}.png")).startswith(b"\x89PNG")
