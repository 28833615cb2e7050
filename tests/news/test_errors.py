"""What readers see when there is nothing to see: in their language, with ways on."""

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import path

from portal import urls as portal_urls
from tests.portal.pages import Page

CODES = [code for code, _name in settings.LANGUAGES]


def fail(request):
    raise RuntimeError("a fault of ours")


urlpatterns = [path("ko/fail/", fail), *portal_urls.urlpatterns]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "heading"), [("ko", "페이지를 찾을 수 없습니다"), ("en", "Page not found")]
)
def test_an_unknown_page_says_so_and_offers_ways_on(client, code, heading):
    response = client.get(f"/{code}/no/such/page/")

    html = response.content.decode()
    assert response.status_code == 404
    assert Page(html).headings == [heading]
    assert Page(html).meta["robots"] == "noindex"
    for address in (f"/{code}/", f"/{code}/news/", f"/{code}/rankings/"):
        assert f'<li><a href="{address}">' in html
    assert 'rel="canonical"' not in html
    assert 'rel="alternate"' not in html


@pytest.mark.django_db
@pytest.mark.parametrize(("accepted", "code"), [("en", "en"), ("ko", "ko"), ("", "ko")])
def test_an_address_without_a_language_answers_in_that_of_the_browser(client, accepted, code):
    response = client.get("/nowhere", headers={"accept-language": accepted})

    assert response.status_code == 404
    assert Page(response.content.decode()).language == code


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/ko/%00", "/ko/%ff%fe/", "/ko/<script>alert(1)</script>/", "/ko/" + "가" * 3000]
)
def test_hostile_addresses_are_unknown_pages(client, address):
    response = client.get(address)

    assert response.status_code == 404
    assert "<script>alert" not in response.content.decode()


@override_settings(ROOT_URLCONF="tests.news.test_errors")
def test_a_fault_of_ours_is_told_in_every_language_without_the_database(caplog):
    response = Client(raise_request_exception=False).get("/ko/fail/")

    page = Page(response.content.decode())
    assert response.status_code == 500
    assert "a fault of ours" in caplog.text
    assert page.headings == ["일시적인 오류가 발생했습니다"]
    assert ("en", "Something went wrong") in page.texts
    assert page.title == "일시적인 오류가 발생했습니다 / Something went wrong"
    for code in CODES:
        assert f"/{code}/" in [link["href"] for link in page.links]
    assert "a fault of ours" not in response.content.decode()


def test_a_request_for_another_site_is_answered_in_every_language_without_the_database():
    response = Client(headers={"host": "elsewhere.example"}).get("/ko/")

    page = Page(response.content.decode())
    assert response.status_code == 400
    assert {"ko", "en"} <= {language for language, _text in page.texts}


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        ("text=" + "9" * 5_000_000, "application/x-www-form-urlencoded"),
        ("&".join(f"f{number}=1" for number in range(6_000)), "application/x-www-form-urlencoded"),
    ],
    ids=["bytes", "fields"],
)
def test_too_much_at_once_is_told_in_every_language(data, content_type):
    browser = Client(enforce_csrf_checks=True)
    browser.cookies["csrftoken"] = "a" * 32

    response = browser.post("/admin/login/", data, content_type)

    page = Page(response.content.decode())
    assert response.status_code == 400
    assert page.title == "한 번에 보낸 내용이 너무 많습니다 / Too much at once"
    assert any(language == "ko" and "저장하지 않았습니다" in text for language, text in page.texts)


@pytest.mark.django_db
def test_who_may_not_enter_is_told_what_to_do(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("staff", is_staff=True))

    response = client.get("/admin/news/article/")

    assert response.status_code == 403
    assert Page(response.content.decode()).headings == ["접근 권한이 없습니다"]
