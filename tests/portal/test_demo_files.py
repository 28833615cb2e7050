"""The files of the demonstration content are complete and name only what exists."""

import re
from collections import Counter
from datetime import date, datetime, timedelta

import pytest

from tests.portal.demo_files import (
    ARTICLES,
    BODIES,
    CITIES,
    CITY_REGIONS,
    DEMO,
    DEPARTMENTS,
    EDITIONS,
    EMBED,
    INDICES,
    LABELS,
    LANGUAGES,
    MEASURES,
    NUMBERS,
    RANKS,
    RESULTS,
    SOURCES,
    body,
    ready_languages,
)

COUNTS = ("researched", "included", "factors", "previous")
LICENCES = {f"kogl-{kind}" for kind in ("0", "1", "2", "3", "4", "ai")}
FIGURE = re.compile(r"^!\[(.*)\]\(image:(\d+)(?: \"(.+)\")?\)$", re.MULTILINE)


# ---- rankings


def test_rankings_are_complete_in_both_languages():
    """Names, methods, labels and regions are written in every language."""
    for ranking in INDICES.values():
        texts = [ranking[field] for field in ("name", "publisher", "frequency", "methodology")]
        texts += [measure["label"] for measure in ranking["measures"]]
        texts += [region["name"] for region in ranking["regions"]]

        assert all(set(text) == LANGUAGES and all(text.values()) for text in texts)


def test_each_ranking_has_one_overall_measure():
    overall = Counter(
        slug for (slug, _), measure in MEASURES.items() if measure["kind"] == "overall"
    )

    assert overall == dict.fromkeys(INDICES, 1)
    assert {measure["kind"] for measure in MEASURES.values()} == {
        "overall", "area", "dimension", "survey",
    }  # fmt: skip
    assert len(MEASURES) == sum(len(ranking["measures"]) for ranking in INDICES.values())


def test_cities_have_names_in_both_languages():
    for city in CITIES:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", city["slug"])
        assert re.fullmatch(r"[가-힣]+", city["name_ko"]), city["slug"]
        assert re.search("[가-힣]", city["country_ko"]), city["slug"]
        assert city["name_en"]
        assert city["country_en"]


def test_no_name_means_two_cities():
    """A name or alias in a source leads to one city, whichever language it is in."""
    names = Counter(
        name
        for city in CITIES
        for field in ("name_ko", "name_en", "aliases_ko", "aliases_en")
        for name in city[field].split("|")
        if name
    )

    assert [name for name, count in names.items() if count > 1] == []
    assert len({city["slug"] for city in CITIES}) == len(CITIES)


def test_city_regions_exist_and_are_given_once():
    regions = {
        (slug, region["slug"]) for slug, ranking in INDICES.items() for region in ranking["regions"]
    }
    given = {(row["ranking"], row["region"]) for row in CITY_REGIONS if row["region"]}

    assert given == regions
    assert {(row["ranking"], row["city"]) for row in CITY_REGIONS} == {
        (row["ranking"], row["city"]) for row in RESULTS
    }
    assert len(CITY_REGIONS) == len({(row["ranking"], row["city"]) for row in CITY_REGIONS})


def test_editions_are_dated_and_numbered():
    assert len(NUMBERS) == len(EDITIONS)
    for edition in EDITIONS:
        published = date.fromisoformat(edition["published_on"])

        assert edition["ranking"] in INDICES
        assert edition["precision"] in {"day", "month", "year"}
        assert edition["precision"] == "day" or published.day == 1
        assert all(edition[field].isdigit() or not edition[field] for field in COUNTS)
        assert bool(edition["note_ko"]) == bool(edition["note_en"])


def test_previous_is_the_preceding_number_wherever_it_exists():
    for (ranking, number), edition in NUMBERS.items():
        preceding = str(int(number) - 1)

        expected = preceding if (ranking, preceding) in NUMBERS else ""

        assert edition["previous"] == expected


def test_editions_follow_each_other_in_time():
    for ranking in INDICES:
        editions = sorted(
            (row for row in EDITIONS if row["ranking"] == ranking),
            key=lambda row: int(row["number"]),
        )
        dates = [row["published_on"] for row in editions]

        assert dates == sorted(set(dates))


@pytest.mark.parametrize("number", [18, 19, 21, 25, 27, 31, 32, 33, 35])
def test_derived_numbers_say_so(number):
    """GFCI 37 is March 2025; two editions a year lead back to the month."""
    edition = NUMBERS["gfci", str(number)]
    half_years = 37 - number
    month = date(2025 - half_years // 2 - half_years % 2, 9 if half_years % 2 else 3, 1)

    assert edition["published_on"] == month.isoformat()
    assert "follows from" in edition["note_en"]


def test_results_name_what_exists():
    slugs = {city["slug"] for city in CITIES}
    addresses = {source["url"] for source in SOURCES}

    for row in RESULTS:
        assert (row["ranking"], row["edition"]) in NUMBERS, row
        assert (row["ranking"], row["measure"]) in MEASURES, row
        assert row["city"] in slugs, row
        assert row["source"] in addresses, row
        assert row["scope"] in {"world", "region", "country"}
        assert row["basis"] in {"printed", "list_order", "arithmetic"}


def test_no_result_stands_twice():
    assert len(RANKS) == len(RESULTS)


def test_ranked_cities_and_no_others_have_a_rank():
    for row in RESULTS:
        assert row["status"] in {"ranked", "absent"}
        assert (row["status"] == "ranked") == bool(row["rank"])
        assert not row["rank"] or int(row["rank"]) >= 1
        assert re.fullmatch(r"\d*(\.\d+)?", row["rating"])


def test_cities_share_a_rank_only_when_joint():
    places = {}
    for row in RESULTS:
        assert row["joint"] in {"yes", "no"}
        if row["scope"] == "world" and row["rank"]:
            place = row["ranking"], row["edition"], row["measure"], row["rank"]
            places.setdefault(place, []).append(row["joint"])

    for place, joint in places.items():
        assert joint == ["no"] or (len(joint) > 1 and set(joint) == {"yes"}), place


def test_every_source_is_used_and_described():
    used = {row["source"] for row in RESULTS}
    used |= {address for row in EDITIONS for address in row["sources"].split()}

    assert used == {source["url"] for source in SOURCES}
    assert len(SOURCES) == len(used)
    for source in SOURCES:
        assert len(source["url"]) <= 500
        assert source["title_en"]
        assert re.search("[가-힣]", source["title_ko"])
        assert not re.search("[가-힣]", source["title_en"])
        assert not source["dated_on"] or date.fromisoformat(source["dated_on"])


def test_labels_of_single_editions_differ_from_the_usual():
    for row in LABELS:
        usual = MEASURES[row["ranking"], row["measure"]]["label"]

        assert (row["ranking"], row["edition"]) in NUMBERS
        assert (row["label_ko"], row["label_en"]) != (usual["ko"], usual["en"])


# ---- articles


def test_departments_can_be_reached():
    slugs = [department["slug"] for department in DEPARTMENTS]

    assert len(slugs) == len(set(slugs))
    for department in DEPARTMENTS:
        assert set(department["name"]) == LANGUAGES
        # Nobody's address, whoever registers what.
        assert department["email"].endswith(".example")
        assert "phone" not in department


@pytest.mark.parametrize("folder", ARTICLES)
def test_article_is_described(folder):
    article = ARTICLES[folder]

    assert re.fullmatch(r"\d\d(-[a-z0-9]+)+", folder)
    assert article["kind"] in {"news", "notice"}
    assert article["status"] == "published"
    assert article["licence"] in LICENCES
    assert article["department"] in {department["slug"] for department in DEPARTMENTS}
    assert ready_languages(article)
    for language in ready_languages(article):
        assert 0 < len(article["title"][language]) <= 200
        assert 0 < len(article["lead"][language]) <= 500
        assert body(folder, language).strip()


@pytest.mark.parametrize("folder", ARTICLES)
def test_article_is_published_in_its_time(folder):
    """Korean time, and never a date far away to fake a schedule."""
    article = ARTICLES[folder]

    if "scheduled_in_days" in article:
        assert article["scheduled_in_days"] == 30
        assert "published_at" not in article
    else:
        assert article["published_at"].utcoffset() == timedelta(hours=9)
        assert datetime(2024, 5, 1) < article["published_at"].replace(tzinfo=None)
        assert article["published_at"].replace(tzinfo=None) < datetime(2026, 12, 1)


def test_the_collection_shows_what_the_portal_can_do():
    both = Counter(
        article["kind"] for article in ARTICLES.values() if len(article["is_ready"]) == 2
    )
    articles = ARTICLES.values()

    assert both["news"] >= 9
    assert both["notice"] >= 6
    assert sum(ready_languages(article) == ["ko"] for article in articles) >= 2
    assert sum(article.get("is_pinned", False) for article in articles) == 1
    assert sum("scheduled_in_days" in article for article in articles) == 1
    assert max(len(article.get("attachments", [])) for article in articles) == 2
    assert max(len(article.get("images", [])) for article in articles) == 2


@pytest.mark.parametrize("folder", ARTICLES)
def test_every_file_is_named_and_every_name_has_a_file(folder):
    article = ARTICLES[folder]
    named = {part["file"] for kind in ("attachments", "images") for part in article.get(kind, [])}
    texts = {"article.toml", *(f"body.{language}.txt" for language in ready_languages(article))}

    assert {path.name for path in (DEMO / "articles" / folder).iterdir()} == named | texts
    for attachment in article.get("attachments", []):
        assert set(attachment["title"]) == LANGUAGES


@pytest.mark.parametrize(("folder", "language"), BODIES)
def test_figures_are_those_of_the_article(folder, language):
    """Each image is shown once, with the description it has in the database."""
    images = ARTICLES[folder].get("images", [])
    expected = [(image["alt"][language], str(image["number"])) for image in images]

    figures = FIGURE.findall(body(folder, language))

    assert [(alt, number) for alt, number, _caption in figures] == expected
    assert all(caption for _alt, _number, caption in figures)
    assert len(figures) == body(folder, language).count("](image:")


def test_images_are_small_pictures():
    """A WebP file begins RIFF … WEBP."""
    for path in (DEMO / "articles").glob("*/*.webp"):
        content = path.read_bytes()

        assert content[:4] == b"RIFF"
        assert content[8:12] == b"WEBP"
        assert len(content) < 150_000


@pytest.mark.parametrize(("folder", "language"), BODIES)
def test_embeds_lead_to_data(folder, language):
    text = body(folder, language)
    embeds = EMBED.findall(text)

    assert len(embeds) == text.count("[[")
    for kind, argument in embeds:
        ranking, *rest = argument.split("/")
        if kind == "ranking":
            assert (ranking, *rest) in NUMBERS
        elif kind == "trend":
            city, *ends = rest
            assert any(row["ranking"] == ranking and row["city"] == city for row in RESULTS)
            assert all((ranking, edition) in NUMBERS for edition in ends)
        else:
            city, edition = rest
            assert kind == "areas"
            assert any(
                (key[0], key[1], key[2]) == (ranking, edition, city) and key[3] != "overall"
                for key in RANKS
            )


@pytest.mark.parametrize("folder", [name for name, language in BODIES if language == "en"])
def test_both_languages_embed_and_link_the_same(folder):
    korean, english = body(folder, "ko"), body(folder, "en")

    assert EMBED.findall(korean) == EMBED.findall(english)
    assert re.findall(r"\]\((http[^)]+)\)", korean) == re.findall(r"\]\((http[^)]+)\)", english)


@pytest.mark.parametrize("folder", [name for name, language in BODIES if language == "en"])
def test_english_texts_are_english(folder):
    article = ARTICLES[folder]
    text = body(folder, "en") + article["title"]["en"] + article["lead"]["en"]

    assert not re.search("[가-힣]", text)
