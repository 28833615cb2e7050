"""The archive of everything that belongs to a page."""

import json

import pytest
from frictionless import validate

from .files import PAGES, TABLES, archived, body, get

pytestmark = pytest.mark.django_db

WITH_ARCHIVE = [page for page in PAGES if page != "ranking"]


def files_of(client, page, language="en"):
    return archived(body(get(client, page, "data.zip", language)))


@pytest.mark.parametrize("page", WITH_ARCHIVE)
def test_archive_holds_the_files_of_the_page(client, ranking, correction, page):
    files = files_of(client, page)

    assert sorted(files) == ["README.txt", *sorted([*TABLES.values(), "datapackage.json"])]
    for name in TABLES.values():
        assert files[name] == body(get(client, page, name))


@pytest.mark.parametrize("page", WITH_ARCHIVE)
def test_unpacked_archive_is_a_valid_package(client, ranking, correction, tmp_path, page):
    for name, content in files_of(client, page).items():
        (tmp_path / name).write_bytes(content)

    report = validate(str(tmp_path / "datapackage.json"))

    assert report.flatten(["rowNumber", "fieldName", "note"]) == []
    assert report.valid
    paths = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))["resources"]
    assert [resource["path"] for resource in paths] == list(TABLES.values())


@pytest.mark.parametrize("language", ["ko", "en"])
def test_text_for_people_says_in_each_language_what_it_is(client, ranking, language):
    told = files_of(client, "edition", language)["README.txt"].decode()

    assert told.startswith("\ufeff")
    assert "\n" not in told.replace("\r\n", "")
    for code in ("ko", "en"):
        assert f"Smart Index {code}" in told
        assert f"(Office {code}, 2025)" in told
        assert f"http://127.0.0.1:8000/{code}/rankings/sci/12/" in told
    assert "KOGL Type 1: attribution\r\nhttps://" in told
    assert "공공누리 제1유형" in told
    assert "- claims.csv: Conflicting claims" in told


def test_names_stand_in_the_text_as_they_are(client, ranking):
    type(ranking).objects.update(name_en="R&D <Index>")

    assert "R&D <Index>, edition 12" in files_of(client, "edition")["README.txt"].decode()
