"""The description of the data for programs, as the Frictionless tool judges it."""

import json

import pytest
from frictionless import Package, validate

from .files import PAGES, body, get

pytestmark = pytest.mark.django_db


@pytest.fixture
def packed(client, tmp_path):
    """Writes a page's package and its tables into a folder; returns the path of the package."""

    def pack(page, change=lambda text: text):
        descriptor = json.loads(body(get(client, page, "datapackage.json")))
        for resource in descriptor["resources"]:
            name = f"{resource['name']}.csv"
            address = f"http://testserver{resource['path'].removeprefix('http://127.0.0.1:8000')}"
            data = body(client.get(address)).decode("utf-8-sig")
            (tmp_path / name).write_text(change(data), "utf-8-sig", newline="")
            del resource["scheme"]
            resource["path"] = name
        path = tmp_path / "datapackage.json"
        path.write_text(json.dumps(descriptor), "utf-8")
        return str(path)

    return pack


@pytest.mark.parametrize("page", PAGES)
def test_package_of_every_dataset_is_valid(ranking, correction, evil_city, packed, page):
    path = packed(page)

    report = validate(path)

    assert report.flatten(["rowNumber", "fieldName", "note"]) == []
    assert report.valid
    assert len(Package(path).resources[0].read_rows()) > 1


BROKEN = {
    "a rank that is no number": ("ranked,8,", "ranked,eighth,", "type-error"),
    "an unknown scope": (",world,", ",moon,", "constraint-error"),
    "no city": (",busan,", ",,", "constraint-error"),
    "a column too few": (",measure_kind,", ",", "field-count-error"),
    "a figure twice": (",seoul,", ",rome,", "primary-key"),
    "a claim of no figure": ("world,9,", "country,9,", "foreign-key"),
    "a claim twice": ("source/claim-9,", "source/rating,", "primary-key"),
    "a correction of nothing known": (",rating,", ",weather,", "constraint-error"),
}


@pytest.mark.parametrize(("before", "after", "error"), BROKEN.values(), ids=BROKEN)
def test_broken_data_are_noticed(ranking, correction, packed, before, after, error):
    path = packed("edition", lambda text: text.replace(before, after))

    found = {kind for [kind] in validate(path).flatten(["type"])}

    assert found & {error, "extra-label", "incorrect-label", "extra-cell"}


def test_titles_stand_in_each_language(client, ranking):
    package = json.loads(body(get(client, "edition", "datapackage.json", "ko")))
    rank = next(f for f in package["resources"][0]["schema"]["fields"] if f["name"] == "rank")

    assert package["title"] == package["title_ko"]
    assert package["title_en"] == "Smart Index en, edition 12 (SCI 12)"
    assert (rank["title_ko"], rank["title_en"]) == (rank["title"], "Rank")


def test_package_names_licence_publisher_and_sources(client, ranking):
    package = json.loads(body(get(client, "edition", "datapackage.json")))

    assert package["licenses"][0]["name"] == "KOGL-1"
    assert [source["title"] for source in package["sources"]] == ["Office en", "Report 1 en"]
    assert package["contributors"] == [{"title": "Haeundae", "roles": ["publisher"]}]
