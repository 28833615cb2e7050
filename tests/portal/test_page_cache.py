"""Pages of rankings are kept until something behind them changes."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.models import SiteSettings
from rankings.models import City, Result
from tests.newsroom import at_work, fields_of
from tests.rankings.factories import make_edition, make_ranking, make_result, make_source

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept_pages")]

PAGE = "/en/rankings/sci/1/"


@pytest.fixture
def edition():
    edition = make_edition(make_ranking(), 1, {"busan": 8, "london": 3})
    edition.sources.add(make_source())
    return edition


def shown(path=PAGE, **headers):
    response = Client().get(path, headers=headers)
    assert response.status_code == 200
    return response


def test_kept_page_is_the_page(edition):
    first, second = shown(), shown()

    assert second.content == first.content
    assert second.headers.items() == first.headers.items()


def test_kept_page_takes_one_query(edition, django_assert_num_queries):
    shown()

    with django_assert_num_queries(1):
        shown()


def test_page_is_kept_for_each_address_and_language(edition):
    pages = [PAGE, PAGE.replace("en", "ko", 1), f"{PAGE}?sort=city", "/en/rankings/sci/"]

    fresh = [shown(page).content for page in pages]

    assert len(set(fresh)) == len(pages)
    assert [shown(page).content for page in pages] == fresh


def test_readers_without_compression_get_kept_pages_too(edition):
    compressed = shown(**{"accept-encoding": "gzip"})
    plain = shown()

    assert compressed["Content-Encoding"] == "gzip"
    assert plain.content.decode().startswith("<!doctype html>")


def test_what_an_editor_saves_shows_at_once(edition):
    assert "London en" in shown().content.decode()
    london = City.objects.get(slug="london")
    approver = at_work("approver")
    address = reverse("admin:rankings_city_change", args=[london.pk])

    saved = approver.post(address, fields_of(approver.get(address), name_en="Londinium"))

    assert saved.status_code == 302
    assert "Londinium" in shown().content.decode()


def test_words_of_the_site_show_at_once(edition):
    SiteSettings.objects.create(pk=1, name_ko="해운대", name_en="Harbour")
    assert "Harbour" in shown().content.decode()
    administrator = at_work("administrator")
    address = reverse("admin:portal_sitesettings_change", args=[1])

    form = fields_of(administrator.get(address), name_en="Lighthouse", organisation_ko="시")
    saved = administrator.post(address, form | {"organisation_en": "City"})

    assert saved.status_code == 302
    assert "Lighthouse" in shown().content.decode()


def test_figure_changed_elsewhere_shows_with_its_revision(edition):
    before = shown().content.decode()

    result = Result.objects.get(city__slug="busan")
    result.rank = 9
    result.save()

    assert ">9<" in shown().content.decode()
    assert ">9<" not in before


def test_missing_page_is_not_kept(edition):
    assert Client().get("/en/rankings/sci/2/").status_code == 404

    make_edition(edition.ranking, 2, {"busan": 7})

    assert Client().get("/en/rankings/sci/2/").status_code == 200


def test_very_long_address_is_not_kept(edition, django_assert_max_num_queries):
    path = f"{PAGE}?q={'a' * 300}"
    shown(path)

    make_result(edition, "a" * 50, 20)

    with django_assert_max_num_queries(6) as queries:
        shown(path)
    assert len(queries) > 1


def test_frames_keep_their_permission_to_be_framed(edition):
    responses = [shown(f"{PAGE}frame/") for _time in range(2)]

    assert not any(response.has_header("X-Frame-Options") for response in responses)
    assert all(shown().has_header("X-Frame-Options") for _time in range(2))


def test_portal_without_a_cache_keeps_nothing(edition, settings, django_assert_max_num_queries):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}

    with django_assert_max_num_queries(6) as queries:
        shown()
    assert not any("django_admin_log" in query["sql"] for query in queries.captured_queries)
