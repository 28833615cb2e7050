"""Files as a browser and a cache meet them."""

import gzip
import json
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.models import SiteSettings
from rankings.models import City, Claim, Correction

from ..factories import make_claim, make_edition, make_ranking, make_result, texts
from .files import FILES, OFFERED, PAGES, TABLES, address, archived, body, get, xlsx_records

pytestmark = pytest.mark.django_db

LANGUAGES = [code for code, _name in settings.LANGUAGES]
# Timeline, site, five tables of names, sources, the last revisions, the claims, three tables, a
# newcomer's past, and what the choice of a city, a measure or a comparison takes.
MOST_QUERIES = 16


def etag_of(client, page, file):
    return client.head(address(page, file))["ETag"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("page", "file"), OFFERED)
def test_file_is_the_same_for_every_reader(client, ranking, page, file, language):
    response = get(client, page, file, language)

    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    assert response["Cache-Control"].startswith("public, max-age=")
    assert response["Content-Language"] == language
    assert response["X-Content-Type-Options"] == "nosniff"
    assert body(response)


@pytest.mark.parametrize(("page", "file"), OFFERED)
def test_unchanged_file_is_not_sent_again(client, ranking, page, file):
    etag = etag_of(client, page, file)

    again = get(client, page, file, if_none_match=etag)

    assert (again.status_code, again["ETag"], body(again)) == (304, etag, b"")
    assert again["Cache-Control"].startswith("public, max-age=")


def test_figures_are_not_read_for_a_file_that_is_not_sent(client, ranking):
    etag = etag_of(client, "ranking", "data.csv")

    with CaptureQueriesContext(connection) as queries:
        get(client, "ranking", "data.csv", if_none_match=etag)

    assert not [query for query in queries if '"rankings_result"."rank" AS' in query["sql"]]
    assert len(queries) < MOST_QUERIES


@pytest.mark.parametrize(("page", "file"), OFFERED)
def test_same_data_give_the_same_bytes(client, ranking, page, file):
    first, second = get(client, page, file), get(client, page, file)

    assert first["ETag"] == second["ETag"]
    assert body(first) == body(second)


def correct(ranking):
    Correction.objects.create(
        edition=ranking.editions.get(number=12), before="9", after="8", **texts("reason", "Misread")
    )


def change_rank(ranking):
    result = ranking.editions.get(number=12).results.get(city__slug="paris")
    result.rank = 3
    result.save()


def rename_city(ranking):
    City.objects.filter(slug="busan").update(**texts("name", "Pusan"))


def cite_another_source(ranking):
    ranking.editions.get(number=12).sources.clear()


def change_licence(ranking):
    SiteSettings.objects.create(pk=1, **texts("name", "x"), data_licence="kogl-0")


def contradict(ranking):
    make_claim(ranking.editions.get(number=12).results.get(city__slug="paris"), 3)


def explain_claim(ranking):
    Claim.objects.filter(rank=9).update(**texts("note", "Not the final version"))


def withdraw_previous(ranking):
    ranking.editions.filter(number=11).update(is_public=False)


@pytest.mark.parametrize(
    "change",
    [
        *(correct, change_rank, contradict, explain_claim, rename_city),
        *(cite_another_source, change_licence, withdraw_previous),
    ],
)
@pytest.mark.parametrize("file", FILES)
def test_changed_file_is_sent_again(client, ranking, file, change):
    etag = etag_of(client, "edition", file)
    change(ranking)

    assert etag_of(client, "edition", file) != etag
    assert body(get(client, "edition", file, if_none_match=etag))


@pytest.mark.parametrize(("page", "file"), OFFERED)
def test_head_tells_what_get_would_send(client, ranking, page, file):
    head, whole = client.head(address(page, file)), client.get(address(page, file))

    assert body(head) == b""
    for name in ("ETag", "Content-Type", "Content-Disposition", "Cache-Control"):
        assert head.headers.get(name) == whole.headers.get(name)
    body(whole)


@pytest.mark.parametrize(
    ("page", "language", "plain", "name"),
    [
        ("edition", "en", "sci-12-v12.0.csv", "smart-index-en-12-2025-12-04-v12.0.csv"),
        ("city", "ko", "sci-busan-v12.0.csv", "smart-index-ko-부산-v12.0.csv"),
        ("measure", "ko", "sci-overall-v12.0.csv", "smart-index-ko-종합-v12.0.csv"),
        ("ranking", "en", "sci-v12.0.csv", "smart-index-en-all-v12.0.csv"),
        (
            "editions",
            "ko",
            "sci-12-10-compared-v12.0.csv",
            "smart-index-ko-10회차-12회차-비교-v12.0.csv",
        ),
        (
            "comparison",
            "en",
            "sci-paris-busan-skills-v12.0.csv",
            "smart-index-en-paris-en-busan-en-skills-en-v12.0.csv",
        ),
    ],
)
def test_file_has_a_name_for_every_browser(client, ranking, page, language, plain, name):
    City.objects.filter(slug="busan").update(name_ko="부산")
    ranking.measures.filter(code="overall").update(label_ko="종합")

    header = get(client, page, "data.csv", language)["Content-Disposition"]

    kind, first, second = header.split("; ")
    assert header.isascii()
    assert (kind, first) == ("attachment", f'filename="{plain}"')
    assert unquote(second.removeprefix("filename*=UTF-8''")) == name


@pytest.mark.parametrize(
    ("table", "language", "plain", "name"),
    [
        (
            "claims",
            "en",
            "sci-12-claims-v12.0.csv",
            "smart-index-en-12-2025-12-04-claims-v12.0.csv",
        ),
        ("corrections", "en", "sci-12-corrections-v12.0.csv", None),
    ],
)
def test_file_of_another_table_says_which(client, ranking, table, language, plain, name):
    header = get(client, "edition", TABLES[table], language)["Content-Disposition"]

    assert f'filename="{plain}"' in header
    assert name is None or name in header


def test_version_counts_corrections_and_the_files_list_them(client, ranking):
    correct(ranking)
    correct(ranking)

    content = json.loads(body(get(client, "city", "data.json")))

    assert content["version"] == "12.2"
    assert [made["reason_en"] for made in content["corrections"]] == ["Misread en"] * 2
    assert "-v12.2.csv" in get(client, "edition", "data.csv")["Content-Disposition"]
    assert json.loads(body(get(client, "edition", "datapackage.json")))["version"] == "12.2"


def test_large_file_travels_compressed(client, ranking):
    response = get(client, "ranking", "data.csv", accept_encoding="gzip")

    assert response["Content-Encoding"] == "gzip"
    assert response.streaming
    plain = body(get(client, "ranking", "data.csv"))
    assert gzip.decompress(body(response)) == plain


def test_compressed_file_is_recognised_again(client, ranking):
    etag = get(client, "ranking", "data.csv", accept_encoding="gzip")["ETag"]

    again = get(client, "ranking", "data.csv", accept_encoding="gzip", if_none_match=etag)

    assert etag.startswith("W/")
    assert again.status_code == 304


def test_workbook_is_not_compressed_twice(client, ranking):
    response = get(client, "edition", "data.xlsx", accept_encoding="gzip")

    assert "Content-Encoding" not in response
    assert xlsx_records(body(response))


@pytest.mark.parametrize(("page", "file"), OFFERED)
def test_unpublished_edition_is_in_no_file(client, ranking, page, file):
    content = body(get(client, page, file))
    if file == "data.xlsx":
        records = [xlsx_records(content, sheet) for sheet in range(len(TABLES))]
        assert records[0]
        assert 13 not in {record["edition"] for table in records for record in table}
        assert "secret" not in str(records)
        return
    files = archived(content).values() if file == "data.zip" else [content]
    for content in files:
        assert b"secret" not in content
        assert b'"edition": 13' not in content
        assert b"sci,13," not in content


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    "page",
    [
        "sci/13/",
        "sci/99/",
        "sci/13/compared/12/",
        "sci/12/compared/13/",
        "sci/10/compared/12/",
        "sci/12/compared/12/",
        "nothing/",
        "nothing/1/",
        "sci/cities/secret/",
        "sci/cities/nowhere/",
        "sci/measures/nothing/",
        "hidden/",
        "hidden/1/",
        "hidden/cities/busan/",
        "hidden/measures/overall/",
        "hidden/compare/",
    ],
)
def test_what_is_not_public_has_no_files(client, ranking, page, file):
    make_edition(make_ranking("hidden"), 1, {"busan": 1}, is_public=False)

    assert client.get(f"/en/rankings/{page}{file}").status_code == 404


@pytest.mark.parametrize(
    "path", ["sci/12/data.exe", "sci/data.xlsx", "sci/data.zip", "sci/12/datacsv"]
)
def test_unknown_file_is_missing(client, ranking, path):
    assert client.get(f"/en/rankings/{path}").status_code == 404


def test_page_without_its_final_slash_is_still_found(client, ranking):
    assert client.get("/en/rankings/sci/12").status_code == 301


def test_sorting_and_paging_of_the_page_do_not_touch_the_file(client, ranking):
    path = address("edition", "data.csv")

    asked = client.get(f"{path}?page=2&sort=-city&region=asia")

    assert body(asked) == body(client.get(path))


def test_comparison_leaves_out_cities_that_are_not_public(client, ranking):
    path = "/en/rankings/sci/compare/data.csv?city=busan&city=secret&city=nowhere"

    response = client.get(path)

    assert 'filename="sci-busan-overall-v12.0.csv"' in response["Content-Disposition"]
    assert b"secret" not in body(response)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("file", ["data.csv", "claims.csv", "data.json"])
def test_number_of_queries_does_not_grow_with_the_data(client, ranking, page, file):
    small = count_queries(client, page, file)
    edition = ranking.editions.get(number=12)
    for number in range(60):
        make_claim(make_result(edition, f"city{number}", 100 + number), 300 + number)
        correct(ranking)

    assert count_queries(client, page, file) == small <= MOST_QUERIES


def count_queries(client, page, file):
    with CaptureQueriesContext(connection) as queries:
        body(get(client, page, file))
    return len(queries)


@pytest.mark.django_db(transaction=True)
def test_file_is_streamed_outside_of_a_transaction(client, ranking):
    lines = body(get(client, "ranking", "data.csv")).splitlines()

    assert len(lines) > 10


def test_revision_that_is_written_late_changes_the_file_too(client, ranking):
    """Its number was taken before another that readers have seen already."""
    history = ranking.editions.get(number=12).results.get(city__slug="paris").history
    late = history.get()
    number = late.history_id
    late.delete()
    before = etag_of(client, "edition", "data.csv")

    late.history_id = number
    late.save(force_insert=True)

    assert etag_of(client, "edition", "data.csv") != before
