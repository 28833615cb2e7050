"""What is not counted: other sites, programs, floods, forged forms, and data of persons."""

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.signing import Signer
from django.test import RequestFactory
from django.urls import resolve
from django.utils.translation import override

from portal.feedback import senders
from portal.feedback.models import FeedbackAnswer, FeedbackPage, FeedbackSender
from portal.feedback.refusals import LARGEST
from portal.feedback.signed import LONGEST_PATH, form_of, path_signer, token_of
from tests.news.articles import make_article

from .answers import BROWSER, OURS, form_on, given, remark, send

pytestmark = pytest.mark.django_db

CODES = [code for code, _name in settings.LANGUAGES]
ATTACKS = [
    "/ko/news/1/",
    "https://evil.example/",
    "//evil.example/",
    "javascript:alert(1)",
    "/admin/",
    "../../etc/passwd",
    "/ko/news/1/\x00",
    "🏙" * 500,
    "",
]
TOKENS = ["1", "1:abc", "../../admin", "%00", "1:1abcde:" + "a" * 43, "🏙"]


@pytest.fixture
def page():
    return f"/ko/news/{make_article().pk}/"


def is_empty():
    return not FeedbackAnswer.objects.exists() and not FeedbackPage.objects.exists()


@pytest.mark.parametrize(
    "told",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": "http://testserver"},
        {"origin": "https://evil.example"},
        {"origin": "http://testserver.evil.example"},
        {"origin": "null"},
        {"referer": "http://testserver/"},
        {},
    ],
)
@pytest.mark.parametrize("code", CODES)
def test_other_sites_cannot_answer_for_a_reader(client, page, code, told):
    address = page.replace("/ko/", f"/{code}/")
    response = send(client, address, headers={"user-agent": BROWSER} | told)

    assert response.status_code == 403
    assert b'id="feedback"' not in response.content
    assert is_empty()


@pytest.mark.parametrize(
    "told",
    [
        {"sec-fetch-site": "same-origin", "origin": "null"},
        {"sec-fetch-site": "none"},
        {"origin": "http://testserver"},
        {"origin": settings.SITE_URL},
    ],
)
def test_pages_of_ours_can(client, page, told):
    assert send(client, page, headers={"user-agent": BROWSER} | told).status_code == 303


def test_remarks_come_from_our_pages_too(client, page):
    answered = send(client, page)

    response = remark(client, answered, comment="밖에서", headers={"sec-fetch-site": "cross-site"})

    assert response.status_code == 403
    assert FeedbackAnswer.objects.get().comment == ""


@pytest.mark.parametrize("agent", ["", "Googlebot/2.1", "python-requests/2.32"])
def test_programs_are_not_counted(client, page, agent):
    assert send(client, page, headers=OURS | {"user-agent": agent}).status_code == 403
    assert is_empty()


def test_editors_are_not_counted(client, page):
    client.force_login(User.objects.create_user("editor", is_staff=True))

    assert send(client, page).status_code == 403
    assert is_empty()


@pytest.mark.parametrize("signed", ATTACKS)
def test_paths_that_no_page_of_ours_sent_are_refused(client, page, signed):
    response = send(client, page, signed=signed)

    assert response.status_code == 400
    assert "evil" not in response.content.decode()
    assert is_empty()


def test_signature_of_another_kind_or_path_is_refused(client, page):
    path, _separator, signature = form_on(client, page).rpartition(":")

    for signed in (Signer().sign(path), f"{path}1/:{signature}", f"{path}:{signature[:-1]}"):
        assert send(client, page, signed=signed).status_code == 400
    assert is_empty()


def test_page_of_one_language_is_not_answered_under_another(client, page):
    assert send(client, page, code="en").status_code == 400


@pytest.mark.parametrize(("more", "status"), [(0, 303), (1, 400)])
def test_path_is_no_longer_than_its_column(client, more, status):
    slug = "a" * (LONGEST_PATH - len("rankings//") + more)
    request = RequestFactory().get(f"/ko/rankings/{slug}/")
    with override("ko"):
        request.resolver_match = resolve(request.path)
        offered = form_of(request)

    response = send(client, "/ko/", signed=path_signer.sign(request.path))

    assert response.status_code == status
    assert (offered is None) == (status == 400)


@pytest.mark.parametrize("answer", ["", "maybe", "YES", "1", "yes\x00"])
def test_answer_is_yes_or_no(client, page, answer):
    assert send(client, page, answer).status_code == 400
    assert is_empty()


@pytest.mark.parametrize("token", TOKENS)
def test_forged_tokens_lead_nowhere(client, page, token):
    given()

    for path in (f"/ko/feedback/{token}/", f"/ko/feedback/{token}/thanks/"):
        assert client.get(path).status_code in (404, 410)
    response = client.post(f"/ko/feedback/{token}/", {"comment": "a"}, headers=OURS)
    assert response.status_code in (404, 410)
    assert FeedbackAnswer.objects.get().comment == ""


def test_token_of_a_deleted_answer_is_too_late(client):
    answer = given()
    token = token_of(answer)
    answer.delete()

    assert client.get(f"/ko/feedback/{token}/").status_code == 410


def test_huge_bodies_are_refused_before_they_are_read(client, page):
    signed = form_on(client, page)

    response = client.post(
        "/ko/feedback/", {"page": signed, "useful": "yes", "more": "x" * LARGEST}, headers=OURS
    )

    assert response.status_code == 413
    assert is_empty()


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data"])
def test_bodies_of_other_kinds_are_no_answers(client, kind):
    response = client.post("/ko/feedback/", b"useful=yes", content_type=kind, headers=OURS)

    assert response.status_code == 400
    assert is_empty()


@pytest.mark.parametrize("parameter", ["", "; boundary=", "; boundary=\xe9"])
@pytest.mark.parametrize("address", ["/ko/feedback/", "/ko/feedback/{}/"])
def test_body_that_cannot_be_read_leaves_no_traceback(client, caplog, parameter, address):
    address = address.format(token_of(given()))

    kind = f"multipart/form-data{parameter}"
    response = client.post(address, b"useful=yes", content_type=kind, headers=OURS)

    assert response.status_code == 400
    assert "읽을 수 없습니다" in response.content.decode()
    assert not [record for record in caplog.records if record.exc_info]


def test_other_methods_are_refused(client):
    for method in (client.put, client.patch, client.delete, client.options):
        assert method("/ko/feedback/").status_code == 405


def test_one_network_sends_only_so_much_within_an_hour(client, page, monkeypatch):
    monkeypatch.setattr(senders, "MOST_PER_HOUR", 3)

    answered = [
        send(client, page, headers=OURS | {"user-agent": f"{BROWSER} {number}"}).status_code
        for number in range(5)
    ]
    elsewhere = send(client, page, REMOTE_ADDR="192.0.2.7").status_code

    assert answered == [303, 303, 303, 429, 429]
    assert elsewhere == 303
    assert FeedbackAnswer.objects.count() == 4


def test_remarks_count_towards_the_same_limit(client, page, monkeypatch):
    monkeypatch.setattr(senders, "MOST_PER_HOUR", 1)
    answered = send(client, page)

    assert remark(client, answered, comment="하나 더").status_code == 429


def test_addresses_of_one_customer_are_one_network(client, page):
    for last in (":1", "2:3:4:5"):
        send(client, page, REMOTE_ADDR=f"2001:db8:1:2:{last}")
    send(client, page, REMOTE_ADDR="2001:db8:1:3::1")

    assert sorted(FeedbackSender.objects.values_list("count", flat=True)) == [1, 2]


def test_nothing_stored_tells_the_address(client, page):
    send(client, page, REMOTE_ADDR="192.0.2.77")

    stored = [*FeedbackAnswer.objects.values_list(), *FeedbackSender.objects.values_list()]
    assert "192.0.2.77" not in str(stored)


def test_server_behind_a_socket_takes_answers(client, page):
    assert send(client, page, REMOTE_ADDR="").status_code == 303
