"""«Download and cite» on the pages."""

import html
import json
import re

import pytest

from rankings.models import Correction, Ranking

from ..factories import make_edition, make_ranking, texts
from .files import body

pytestmark = pytest.mark.django_db

COMPARISON = "sci/compare/?city=busan&city=paris"
EDITIONS = "sci/12/compared/11/"
WITH_BLOCK = ["sci/", "sci/12/", EDITIONS, "sci/cities/busan/", "sci/measures/overall/", COMPARISON]
WITHOUT_FRAME = ["sci/", EDITIONS]


def block(client, page, language="en"):
    text = client.get(f"/{language}/rankings/{page}").text
    _before, after = text.split('<section class="downloads"')
    return after.split("</section>")[0]


def linked_data(text):
    return json.loads(text.split('<script type="application/ld+json">')[1].split("</script>")[0])


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("page", WITH_BLOCK)
def test_every_address_in_the_block_leads_somewhere(client, ranking, page, language):
    text = block(client, page, language)
    data = linked_data(text)

    links = re.findall(r'href="(/[^"]+)"', text)
    stated = [part["contentUrl"] for part in data["distribution"]]
    answers = [client.get(html.unescape(address)) for address in links]
    answers += [client.get(address) for address in stated]

    assert len(links) >= 3
    assert {answer.status_code for answer in answers} == {200}
    assert all(body(answer) for answer in answers)


@pytest.mark.parametrize("page", WITH_BLOCK)
def test_search_engines_for_data_learn_what_it_is(client, ranking, page):
    data = linked_data(block(client, page))

    assert data["@type"] == "Dataset"
    assert data["version"] == "12.0"
    assert data["dateModified"] == "2025-12-04"
    assert data["temporalCoverage"].endswith("/2025-12-04")
    assert data["creator"]["name"] == "Office en"
    assert data["publisher"]["name"] == "Haeundae"
    assert data["license"].startswith("https://")
    assert 50 <= len(data["description"]) <= 5000


def test_hostile_name_does_not_end_the_data(client, ranking):
    Ranking.objects.update(name_en="</script><script>alert(1)</script>&")

    text = block(client, "sci/12/")

    assert text.count("<script") == 1
    assert linked_data(text)["name"].startswith("</script><script>")


@pytest.mark.parametrize("page", WITH_BLOCK)
def test_citations_stand_in_every_language_and_name_the_version(client, ranking, page):
    Correction.objects.create(
        edition=ranking.editions.get(number=12), before="9", after="8", **texts("reason", "Misread")
    )

    text = block(client, page, "ko")

    assert '<dd lang="en">Office en, “' in text
    assert '<dd lang="ko">Office ko, ' in text
    assert "version 12.1 of " in text
    assert f"http://127.0.0.1:8000/en/rankings/{html.escape(page)}</dd>" in text
    assert "version = {12.1}" in text


@pytest.mark.parametrize("page", WITH_BLOCK)
def test_citation_within_a_text_names_publisher_and_year(client, ranking, page):
    text = block(client, page, "ko")

    assert '<dd lang="ko">(Office ko, 2025)</dd>' in text
    assert '<dd lang="en">(Office en, 2025)</dd>' in text


def test_entry_for_lists_of_references_is_safe_for_latex(client, ranking):
    Ranking.objects.update(publisher_en="R&D_50% {Ltd}")

    assert r"author = {{R\&amp;D\_50\% \{Ltd\}}}" in block(client, "sci/12/")


def test_ranking_without_public_editions_has_nothing_to_download(client):
    make_edition(make_ranking(), 1, {"busan": 8}, is_public=False)

    assert "downloads" not in client.get("/en/rankings/sci/").text


@pytest.mark.parametrize("page", [page for page in WITH_BLOCK if page not in WITHOUT_FRAME])
def test_code_for_other_sites_shows_a_frame_that_answers(client, ranking, page):
    Ranking.objects.update(name_en='"Smart" <Index>')
    code = html.unescape(block(client, page).split("<code>&lt;div")[1].split("</code>")[0])

    attributes = dict(re.findall(r'([a-z]+)="([^"]*)"', code.split("<iframe")[1]))

    assert client.get(html.unescape(attributes["src"])).status_code == 200
    assert '"Smart" <Index>' in html.unescape(attributes["title"])
    assert (attributes["width"], attributes["loading"]) == ("100%", "lazy")
    assert int(attributes["height"]) > 300
    assert re.fullmatch(r"height: max\(\d+px, \d+px - 35cqw\)", attributes["style"])


def test_pictures_and_frame_keep_what_was_chosen_of_the_chart(client, ranking):
    text = block(client, "sci/cities/busan/?measure=skills&x=edition&page=2&other=1")

    assert 'href="/en/rankings/sci/cities/busan/chart.png?measure=skills&amp;x=edition"' in text
    assert "frame/?measure=skills&amp;amp;x=edition&quot;" in text
    assert 'href="/en/rankings/sci/cities/busan/data.csv"' in text
