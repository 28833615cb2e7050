"""The admin as a whole: its language, its first page, the settings of the site."""

import html
import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from news.models import Article
from portal.models import SiteSettings
from tests.newsroom import article, at_work, errors_of, fields_of

pytestmark = pytest.mark.django_db

INDEX = reverse("admin:index")
LOGIN = reverse("admin:login")
SETTINGS = reverse("admin:portal_sitesettings_changelist")

HANGUL = re.compile("[가-힣]")
# Words that are the same in both languages, or names.
NEUTRAL = re.compile(r"English|root|Haeundae|SCI|KOGL|[0-9a-z_-]+@|·")


@pytest.fixture
def superuser(client):
    client.force_login(User.objects.create_superuser("root"))
    return client


def visible_lines(page):
    body = re.sub(r"(?s)<(script|style|template|option|code|svg)\b.*?</\1>", "", page)
    body = body.partition("<body")[2].partition(">")[2]
    text = html.unescape(re.sub(r"<[^>]+>", "\n", body))
    return [line.strip() for line in text.splitlines() if line.strip()]


def english_lines(page):
    return [
        line
        for line in visible_lines(page)
        if re.search("[A-Za-z]{3}", NEUTRAL.sub("", line)) and not HANGUL.search(line)
    ]


def admin_addresses():
    for name in (
        "index",
        "password_change",
        "news_article_changelist",
        "news_article_add",
        "news_department_changelist",
        "news_department_add",
        "auth_user_changelist",
        "auth_user_add",
        "auth_group_changelist",
        "auth_group_add",
        "portal_sitesettings_add",
    ):
        yield reverse(f"admin:{name}")


@pytest.mark.parametrize("address", [LOGIN, *admin_addresses()])
def test_everything_is_korean_even_for_a_browser_that_asks_for_english(superuser, address):
    client = Client() if address == LOGIN else superuser

    page = client.get(address, headers={"accept-language": "en"}).content.decode()

    assert '<html lang="ko"' in page
    assert english_lines(page) == []


def test_pages_about_one_article_are_korean(superuser):
    stored = article()
    stored.save()
    record = stored.history.first().pk
    pages = [
        reverse("admin:news_article_change", args=[stored.pk]),
        reverse("admin:news_article_history", args=[stored.pk]),
        reverse("admin:news_article_revision", args=[stored.pk, record]),
        reverse("admin:news_article_delete", args=[stored.pk]),
        reverse("admin:news_article_withdraw", args=[stored.pk]),
    ]

    for address in pages:
        assert english_lines(superuser.get(address).content.decode()) == [], address


def test_the_switch_makes_the_next_page_english(superuser):
    response = superuser.post(
        reverse("admin:set-language"), {"language": "en", "next": INDEX}, follow=True
    )

    assert response.request["PATH_INFO"] == INDEX
    page = response.content.decode()
    assert '<html lang="en"' in page
    assert "Work at hand" in page


def test_the_switch_works_before_the_login():
    client = Client()

    client.post(reverse("admin:set-language"), {"language": "en", "next": LOGIN})

    assert "Username:" in client.get(LOGIN).content.decode()


def test_the_switch_does_not_lead_to_another_site(superuser):
    response = superuser.post(
        reverse("admin:set-language"), {"language": "en", "next": "https://evil.example/"}
    )

    assert "evil" not in response.url


@pytest.mark.parametrize("address", [LOGIN, *admin_addresses()])
def test_no_page_carries_script_style_or_addresses_of_others(superuser, address):
    client = Client() if address == LOGIN else superuser

    page = client.get(address).content.decode()

    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", page)
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', page)


def test_the_first_page_shows_what_waits():
    now = timezone.now()
    article(title_ko="쓰는 중인 글")
    article(
        title_ko="내일의 글",
        status=Article.Status.PUBLISHED,
        published_at=now + timedelta(days=1),
    )
    article(title_ko="번역이 없는 글", status=Article.Status.PUBLISHED, published_at=now)

    page = at_work("editor").get(INDEX).content.decode()

    assert "게시물 추가" in page
    assert "쓰는 중인 글" in page
    assert "내일의 글" in page
    assert "English: 1건" in page
    assert "한국어: 없음" in page


def test_the_first_page_keeps_articles_from_who_may_not_see_them():
    article(title_ko="쓰는 중인 글")

    page = at_work(None).get(INDEX).content.decode()

    assert "쓰는 중인 글" not in page
    assert "게시물 추가" not in page


@pytest.mark.parametrize(("language", "count"), [("ko", "총 2건"), ("en", "2 entries")])
def test_lists_count_their_entries_in_the_editors_language(superuser, language, count):
    article(title_ko="하나")
    article(title_ko="둘")
    superuser.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    page = superuser.get(reverse("admin:news_article_changelist")).content.decode()

    assert count in re.search(r'(?s)<p class="paginator">(.*?)</p>', page)[1]


def test_words_of_django_are_told_apart_from_those_of_the_rankings(superuser):
    """«Change» leads to a list in the admin, and heads a column of moves in a table of ranks."""
    page = superuser.get(INDEX).content.decode()

    assert ">수정</a>" in page
    assert "변동" not in page


def test_the_settings_open_as_a_form_and_are_kept_in_one_row(superuser):
    first = superuser.get(SETTINGS, follow=True)
    saved = superuser.post(
        first.request["PATH_INFO"],
        fields_of(first, name_ko="해운대", name_en="Haeundae", organisation_ko="부산시"),
    )
    second = superuser.get(SETTINGS, follow=True)
    superuser.post(second.request["PATH_INFO"], fields_of(second, name_ko="바다"))

    assert saved.status_code == 302
    assert [(row.pk, row.name_ko) for row in SiteSettings.objects.all()] == [(1, "바다")]


@pytest.mark.parametrize(("email", "is_reminded"), [("", True), ("a@example.org", False)])
def test_who_leaves_readers_a_telephone_alone_is_told(superuser, email, is_reminded):
    SiteSettings.objects.create(
        pk=1, name_ko="해운대", organisation_ko="부산시", phone="051-888-1234", email=email
    )

    opened = superuser.get(SETTINGS, follow=True)
    saved = superuser.post(opened.request["PATH_INFO"], fields_of(opened), follow=True)

    for response in (opened, saved):
        assert ("전자우편 주소를 입력하십시오" in response.content.decode()) == is_reminded


def test_settings_without_a_name_are_refused(superuser):
    form = superuser.get(SETTINGS, follow=True)

    response = superuser.post(form.request["PATH_INFO"], fields_of(form, organisation_ko="부산시"))

    assert list(errors_of(response)) == ["name_ko"]


def test_the_settings_cannot_be_added_twice_or_deleted(superuser):
    SiteSettings.objects.create(pk=1, name_ko="해운대", organisation_ko="부산시")

    assert superuser.get(reverse("admin:portal_sitesettings_add")).status_code == 403
    assert superuser.get(reverse("admin:portal_sitesettings_delete", args=[1])).status_code == 403
