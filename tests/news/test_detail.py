"""The page of an article: what it shows, and in which language."""

import re
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone, translation

from news import embeds
from news.licences import PERMISSIONS, Licence
from news.models import Article, Attachment, Image
from tests.news.articles import make_article, make_department
from tests.news.reader import address_of, html_of, text_of
from tests.news.uploads import picture
from tests.portal.pages import Page

pytestmark = pytest.mark.django_db

CODES = [code for code, _name in settings.LANGUAGES]


def test_the_page_shows_kind_title_date_department_with_contact_and_views(client):
    article = make_article(
        "부산 8위",
        "Busan is 8th",
        department=make_department(
            "디지털경제실",
            "Digital Economy Office",
            phone="051-888-1234",
            email="office@example.org",
        ),
        published_at=datetime(2025, 12, 17, 1, tzinfo=UTC),
    )

    korean, english = (
        text_of(html_of(client, address_of(article))),
        html_of(client, address_of(article, "en")),
    )

    for word in ("보도자료", "부산 8위", "게시일 2025. 12. 17.", "디지털경제실", "조회수 0"):
        assert word in korean
    for word in ("Busan is 8th", "17 December 2025", "Digital Economy Office"):
        assert word in english
    assert "051-888-1234 office@example.org" in korean
    assert '<a href="tel:+82-51-888-1234">+82-51-888-1234</a>' in english
    assert '<a href="mailto:office@example.org">office@example.org</a>' in english


def test_a_revision_is_dated_only_when_readers_could_have_seen_the_text_before(client):
    article = make_article(published_at=timezone.now() - timedelta(days=400))
    assert "수정일" not in html_of(client, address_of(article))

    now = timezone.now()
    Article.objects.filter(pk=article.pk).update(
        created_at=now - timedelta(days=400), updated_at=now
    )
    assert "수정일" in html_of(client, address_of(article))
    assert "Updated" in html_of(client, address_of(article, "en"))


@pytest.mark.parametrize(
    ("created", "published", "updated", "is_revised"),
    [
        (0, 0, 0.5, False),
        (0, 0, 2, True),
        (0, 48, 24, False),
        (0, 48, 50, True),
        (48, 0, 48, False),
        (48, 0, 50, True),
    ],
    ids=["at once", "later", "before it appears", "after it", "entered late", "and changed"],
)
def test_what_counts_as_a_revision(created, published, updated, is_revised):
    start = datetime(2025, 1, 1, tzinfo=UTC)
    article = Article(
        created_at=start + timedelta(hours=created),
        published_at=start + timedelta(hours=published),
        updated_at=start + timedelta(hours=updated),
    )

    assert bool(article.revised_at) == is_revised


def test_the_body_is_read_from_its_notation(client):
    article = make_article(body_ko="□ 첫째 점\n○ 둘째 점\n※ 참고", lead_ko="앞글입니다.")

    html = html_of(client, address_of(article))

    assert '<ul class="points level-1">' in html
    assert "□" not in html
    assert '<p class="lead">앞글입니다.</p>' in html


def test_a_long_body_gets_a_table_of_contents_and_a_short_one_none(client):
    headings = ["개요", "현황", "계획", "일정"]
    long = make_article(body_ko="\n".join(f"<{heading}>\n□ 글" for heading in headings))
    short = make_article(body_ko="<개요>\n□ 글")

    html = html_of(client, address_of(long))

    for heading in headings:
        anchor = re.search(rf'<a href="#([^"]+)">{heading}</a>', html)[1]
        assert f'id="{anchor}"' in html
    assert 'class="contents"' not in html_of(client, address_of(short))


def test_attachments_are_listed_with_type_and_size(client):
    article = make_article()
    Attachment.objects.create(
        article=article, file=SimpleUploadedFile("붙임 1.txt", b"a" * 1_258_291), title_ko="붙임"
    )
    Attachment.objects.create(article=article, file=SimpleUploadedFile("표.csv", b"a,b"))

    korean, english = (
        text_of(html_of(client, address_of(article))),
        html_of(client, address_of(article, "en")),
    )

    assert "붙임 (TXT, 1.2 MB)" in korean
    assert "표.csv (CSV, 1 KB)" in text_of(english)
    assert '<span lang="ko">붙임</span>' in english
    assert '<span lang="ko">표.csv</span>' in english


def test_images_of_the_article_appear_in_its_body_and_those_of_others_do_not(client):
    article, other = make_article(), make_article()
    image = Image.objects.create(article=article, file=picture("바다.png"), alt_ko="파도")
    foreign = Image.objects.create(article=other, file=picture("산.png"))
    article.body_ko = f"![](image:{image.pk})\n![산](image:{foreign.pk})\n![](image:999999999)"
    article.save()

    html = html_of(client, address_of(article))

    assert f'<img src="/files/images/{image.pk}" alt="파도" width="40" height="30"' in html
    assert f"/files/images/{foreign.pk}" not in html
    assert html.count('class="missing"') == 2


def test_a_decorative_image_has_no_alternative_text(client):
    article = make_article()
    image = Image.objects.create(
        article=article, file=picture("선.png"), alt_ko="구분선", is_decorative=True
    )
    Article.objects.filter(pk=article.pk).update(body_ko=f"![](image:{image.pk})")

    assert f'<img src="/files/images/{image.pk}" alt=""' in html_of(client, address_of(article))


@pytest.mark.parametrize("body", ["[[nonsense:1]]", "[[ranking:no/1]]", "[[trend:sci/none]]"])
def test_an_embed_without_data_leaves_a_sentence(client, body):
    article = make_article(body_ko=body, body_en=body)

    assert 'class="missing"' in html_of(client, address_of(article))
    assert 'class="missing"' in html_of(client, address_of(article, "en"))


@pytest.fixture
def greeting(monkeypatch):
    monkeypatch.setattr(embeds, "PROVIDERS", {})
    embeds.register(["greeting"], check=lambda kind, argument: None, render=greet)


def greet(greetings):
    texts = [translation.gettext("Home") + argument for _kind, argument in greetings]
    source = {"title": "", "address": "", "picture": ""}
    return [SimpleNamespace(html=text, corrected_at=None, **source) for text in texts]


@pytest.mark.usefixtures("greeting")
def test_embeds_speak_the_language_of_the_text_around_them(client):
    article = make_article(body_ko="[[greeting:1]]", is_ready_en=False)

    assert '<div class="embed embed-greeting" id="embed-1">홈1</div>' in html_of(
        client, address_of(article, "en")
    )


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("licence", Licence.values)
def test_the_licence_is_named_with_what_it_allows_and_its_terms_are_linked(client, code, licence):
    html = html_of(client, address_of(make_article(licence=licence), code))

    with translation.override(code):
        assert str(Licence(licence).label) in html
        assert str(PERMISSIONS[licence]) in html
    assert f'href="/{code}/pages/copyright/"' in html[: html.index("<footer")]
    assert 'href="https://www.kogl.or.kr/info/license.do"' in html


def test_sharing_works_by_links_and_the_rest_waits_for_a_script(client):
    html = html_of(client, address_of(make_article("부산 & 해운대")))

    assert (
        "mailto:?subject=%EB%B6%80%EC%82%B0%20%26%20%ED%95%B4%EC%9A%B4%EB%8C%80&amp;body=" in html
    )
    for button in re.findall(r"<button[^>]*(?:data-copy-link|data-print|data-share)[^>]*>", html):
        assert "hidden" in button


def test_the_reading_is_noted_by_an_image_that_needs_no_script(client):
    article = make_article()

    assert f'src="/en/news/{article.pk}/reading.gif"' in html_of(client, address_of(article, "en"))


def test_an_article_in_one_language_shows_its_original_to_readers_of_the_other(client):
    article = make_article(
        "부산 8위",
        lead_ko="앞글",
        body_ko="□ 본문\n[[x:1]]",
        body_en="□ unfinished",
        is_ready_en=False,
    )

    html = html_of(client, address_of(article, "en"))
    page = Page(html)

    assert page.language == "en"
    assert "This article is not available in English yet." in html
    assert f'<a href="/ko/news/{article.pk}/" hreflang="ko">Open the page in Korean</a>' in html
    assert page.hangul_in("en") == []
    assert {("ko", "부산 8위"), ("ko", "앞글"), ("ko", "본문")} <= set(page.texts)
    assert "unfinished" not in html
    assert page.meta["robots"] == "noindex"


def test_its_canonical_address_is_the_original_and_no_other_language_is_promised(client):
    article = make_article(is_ready_en=False)

    for code in CODES:
        page = Page(html_of(client, address_of(article, code)))
        canonical = [link["href"] for link in page.links if link.get("rel") == "canonical"]
        translations = [link for link in page.links if link.get("rel") == "alternate"]
        alternates = [link["hreflang"] for link in translations if "hreflang" in link]
        assert canonical == [settings.SITE_URL + address_of(article, "ko")]
        assert alternates == ["ko"]


def test_an_article_in_all_languages_is_canonical_in_each(client):
    article = make_article()

    page = Page(html_of(client, address_of(article, "en") + "?kind=news"))

    canonical = [link["href"] for link in page.links if link.get("rel") == "canonical"]
    assert canonical == [settings.SITE_URL + address_of(article, "en")]
    assert "robots" not in page.meta


def test_six_queries_are_enough_for_a_page_with_everything(client, django_assert_max_num_queries):
    for _ in range(8):
        make_article()
    article = make_article()
    image = Image.objects.create(article=article, file=picture("바다.png"))
    Attachment.objects.create(article=article, file=SimpleUploadedFile("a.txt", b"text"))
    Article.objects.filter(pk=article.pk).update(body_ko=f"![바다](image:{image.pk})")
    make_article()

    with django_assert_max_num_queries(6):
        html_of(client, address_of(article) + "?kind=news")


@pytest.mark.parametrize("code", CODES)
def test_the_page_is_the_same_for_every_reader(client, code):
    response = client.get(address_of(make_article(), code))

    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert response["Cache-Control"].startswith("public")


def test_the_page_only_reads(client):
    assert client.post(address_of(make_article())).status_code == 405
