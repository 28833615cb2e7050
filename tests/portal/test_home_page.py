"""The home page: the story of the day, the notices, and where our city stands."""

import re
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from news.models import Article, DailyViews, Image
from portal.models import SiteSettings
from rankings.models import City, Edition, Measure, Ranking, Result
from tests.news.articles import hidden_articles, make_article, make_department
from tests.pictures import png
from tests.portal.pages import Page
from tests.rankings.factories import make_edition, make_result
from tests.rankings.factories import make_ranking as make_small_ranking

CODES = [code for code, _name in settings.LANGUAGES]


def html_of(client, code="ko"):
    response = client.get(f"/{code}/")
    assert response.status_code == 200
    return response.content.decode()


def story_in(html):
    return re.search(r'<article class="story">.*?<h2><a[^>]*>([^<]*)<', html, re.DOTALL)[1]


def headlines_in(html, heading):
    """The titles in the section under the heading of this id; None where there is no such one."""
    section = section_of(html, heading)
    return section and re.findall(r"<li><a[^>]*>([^<]*)<", section)


def section_of(html, heading):
    section = re.search(rf'<section [^>]*labelledby="{heading}".*?</section>', html, re.DOTALL)
    return section and section[0]


def read(article, days_ago, count):
    day = timezone.localdate() - timedelta(days=days_ago)
    DailyViews.objects.create(article=article, day=day, language="ko", count=count)


def make_ranking(slug="sci", position=0):
    """A ranking with four editions, of which the third does not know our city."""
    ranking = Ranking.objects.create(
        slug=slug,
        name_ko=f"지수 {slug}",
        name_en=f"Index {slug}",
        abbreviation=slug.upper(),
        position=position,
    )
    measure = Measure.objects.create(
        ranking=ranking,
        code="overall",
        kind=Measure.Kind.OVERALL,
        label_ko="종합",
        label_en="Overall",
    )
    city, _created = City.objects.get_or_create(
        slug=settings.HOME_CITY, defaults={"name_ko": "부산", "name_en": "Busan"}
    )
    previous = None
    for number, rank in enumerate([62, 41, None, 8], start=1):
        previous = Edition.objects.create(
            ranking=ranking,
            number=number,
            published_on=date(2020 + number, 5, 1),
            previous=previous,
            is_public=True,
        )
        if rank:
            Result.objects.create(edition=previous, city=city, measure=measure, rank=rank)
    return ranking


@pytest.mark.django_db
def test_the_newest_news_is_the_story_and_the_others_follow(client):
    for title in ("하나", "둘", "셋"):
        make_article(title)
    make_article("공지", kind=Article.Kind.NOTICE)

    html = html_of(client)

    assert story_in(html) == "셋"
    assert headlines_in(html, "latest-news") == ["둘", "하나"]
    assert headlines_in(html, "latest-notices") == ["공지"]


@pytest.mark.django_db
def test_a_single_story_stands_alone(client):
    make_article("하나")

    html = html_of(client)

    assert story_in(html) == "하나"
    assert headlines_in(html, "latest-news") is None
    assert headlines_in(html, "most-read") is None
    assert "등록된 공지사항이 없습니다." in html


@pytest.mark.django_db
def test_the_story_shows_its_first_picture(client, tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    story = make_article("그림")
    first, _second = (
        Image.objects.create(article=story, file=png(size=(900, 600))) for _number in range(2)
    )

    html = html_of(client)

    [shown] = re.findall(r'<img class="story-picture" src="([^"]+)" width="(\d+)"', html)
    assert shown == (first.get_absolute_url(), "900")
    assert (
        f"/images/{first.pk}/" in re.search(r'<source type="image/avif" srcset="([^"]+)"', html)[1]
    )
    assert "story-wave" not in html


@pytest.mark.django_db
def test_what_was_read_most_in_the_last_days_is_told_with_its_views(client):
    for title, days_ago, count in (("가끔", 0, 3), ("자주", 6, 1200), ("예전", 7, 5000)):
        read(make_article(title, f"{title} en"), days_ago, count)
    read(make_article("한국어만", is_ready_en=False), 0, 9)

    korean, english = html_of(client, "ko"), html_of(client, "en")

    assert headlines_in(korean, "most-read") == ["자주", "한국어만", "가끔"]
    assert headlines_in(english, "most-read") == ["자주 en", "가끔 en"]
    assert "조회수 1,200회" in korean
    assert "1,200 views" in english


@pytest.mark.django_db
def test_departments_lead_to_the_articles_of_theirs_that_a_reader_can_open(client):
    first, second = make_department("대변인"), make_department("홍보과")
    make_department("빈 부서")
    make_article(department=first)
    make_article(department=second)
    make_article(department=second)
    make_article(department=second, is_ready_en=False)

    section = re.search(
        r'<section class="departments".*?</section>', html_of(client, "en"), re.DOTALL
    )[0]

    counts = re.findall(r'department=(\d+)".*?<span>([^<]*)</span></a>', section)
    assert counts == [(str(first.pk), "1 article"), (str(second.pk), "2 articles")]


@pytest.mark.django_db
def test_a_pinned_story_comes_before_newer_ones(client):
    make_article("고정", is_pinned=True)
    make_article("새것")

    html = html_of(client)

    assert story_in(html) == "고정"
    assert "주요 소식" in html


@pytest.mark.django_db
def test_a_pinned_notice_is_marked_where_it_stands_before_newer_ones(client):
    make_article("고정", kind=Article.Kind.NOTICE, is_pinned=True)
    make_article("새것", kind=Article.Kind.NOTICE)

    notices = re.findall(
        r"<li>(.*?)<a[^>]*>([^<]*)<", section_of(html_of(client), "latest-notices")
    )

    assert [title for _mark, title in notices] == ["고정", "새것"]
    assert ["고정" in mark for mark, _title in notices] == [True, False]


@pytest.mark.django_db
def test_each_language_opens_with_what_is_ready_in_it(client):
    make_article("둘 다", "Both")
    make_article("한국어만", is_ready_en=False)

    assert story_in(html_of(client, "ko")) == "한국어만"
    assert story_in(html_of(client, "en")) == "Both"


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_what_is_not_public_is_not_on_the_home_page(client, code):
    hidden = hidden_articles()
    for article in hidden.values():
        read(article, 0, 1)

    html = html_of(client, code)

    for article in hidden.values():
        assert article.title_ko not in html
        assert article.title_en not in html


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("ko", "아직 한국어 게시물이 없습니다."),
        ("en", "There are no articles in this language yet."),
    ],
)
def test_an_empty_portal_has_a_home_page(client, code, sentence):
    page = Page(html_of(client, code))

    assert sentence in [text for _language, text in page.texts]
    assert len(page.headings) == 1


@pytest.mark.django_db
def test_our_city_is_shown_in_each_ranking_with_its_change_and_course(client):
    make_ranking("gfci", position=2)
    sci = make_ranking("sci", position=1)
    sci.editions.get(number=4).results.update(rank=7)

    html = html_of(client, "en")

    ranks = re.findall(r'class="standing-rank">([^<]*)<', html)
    assert ranks == ["7th", "8th"]
    assert "Busan rose 55 places, from 62nd in May 2021 to 7th in May 2024." in html
    assert html.count('class="trend-chart sparkline"') == 2
    assert html.count("no figure for the previous edition") == 2


@pytest.mark.django_db
def test_a_city_that_left_the_latest_edition_is_not_shown_with_an_old_rank(client):
    ranking = make_ranking()
    ranking.editions.get(number=4).results.all().delete()

    html = html_of(client, "en")

    assert re.findall(r'class="standing-rank">([^<]*)<', html) == ["–"]
    assert "Not in the latest edition" in html


@pytest.mark.django_db
def test_figures_that_are_not_public_are_not_shown(client):
    make_ranking().editions.update(is_public=False)

    assert "standing-rank" not in html_of(client)


@pytest.mark.django_db
@pytest.mark.parametrize("rankings", [1, 5])
def test_the_home_page_costs_the_same_queries_however_much_there_is(
    client, rankings, django_assert_max_num_queries
):
    for number in range(rankings):
        make_ranking(f"index-{number}")
        read(make_article(department=make_department(str(number))), 0, 1)
        make_article(kind=Article.Kind.NOTICE)

    with django_assert_max_num_queries(6):
        html_of(client)


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_the_home_page_is_the_same_for_every_reader(client, code):
    response = client.get(f"/{code}/")

    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert client.post(f"/{code}/").status_code == 405


@pytest.mark.django_db
def test_every_page_offers_the_same_ways_and_help_in_the_same_order(client):
    article = make_article()
    addresses = [
        reverse("home"),
        reverse("news:article-list"),
        article.get_absolute_url(),
        "/ko/x/",
    ]

    for address in addresses:
        html = client.get(address).content.decode()
        order = [
            html.index(mark)
            for mark in ('class="skip-link"', 'class="main-nav"', '<main id="main"', 'class="help"')
        ]
        assert order == sorted(order)
        assert "<style" not in html
        assert " style=" not in html
        assert not re.search(r"<script(?![^>]*(?:src=|ld\+json))", html)
        assert "csrfmiddlewaretoken" not in html


@pytest.mark.django_db
def test_the_banner_of_official_sites_is_shown_only_where_it_is_allowed(client):
    banner = "이 누리집은 대한민국 공식 전자정부 누리집입니다."
    site = SiteSettings.objects.create(pk=1, name_ko="해운대", organisation_ko="부산광역시")
    assert banner not in html_of(client)

    site.is_official = True
    site.save()

    assert banner in html_of(client)


@pytest.mark.django_db
def test_every_page_says_whose_site_it_is_and_what_to_know_first(client):
    SiteSettings.objects.create(
        pk=1,
        name_ko="해운대",
        organisation_ko="부산광역시",
        tagline_ko="보도자료와 도시 순위",
        tagline_en="News and city rankings",
        notice_ko="시험 운영 중입니다.",
    )

    for code, tagline, notice in (
        ("ko", "보도자료와 도시 순위", "시험 운영 중입니다."),
        ("en", "News and city rankings", '<span lang="ko">시험 운영 중입니다.</span>'),
    ):
        before_main = client.get(f"/{code}/news/").content.decode().partition("<main")[0]
        assert f"<p>{tagline}</p>" in before_main
        assert f'<p class="wrap">{notice}</p>' in before_main


@pytest.mark.django_db
def test_there_is_no_strip_without_a_notice(client):
    assert "<aside" not in html_of(client)


@pytest.mark.django_db
@pytest.mark.parametrize(("rank", "said"), [(7, "up 1 place"), (11, "down 3 places")])
def test_a_move_is_told_with_what_it_is_measured_by(client, rank, said):
    editions = make_ranking().editions
    before = editions.get(number=2)
    before.results.update(rank=8)
    editions.filter(number=4).update(previous=before, cities_included=77)
    editions.get(number=4).results.update(rank=rank)

    text = " ".join(re.sub(r"<[^>]*>", " ", section_of(html_of(client, "en"), "our-city")).split())

    assert f"of 77 cities {'▲' if rank < 8 else '▼'} {said} from the previous edition" in text


@pytest.mark.django_db
def test_the_help_block_gives_organisation_phone_and_email(client):
    SiteSettings.objects.create(
        pk=1,
        name_ko="해운대",
        organisation_ko="부산광역시",
        organisation_en="Busan Metropolitan City",
        phone="051-120",
        email="press@example.org",
    )

    html = html_of(client, "en")

    assert "Busan Metropolitan City" in html
    assert '<a href="tel:+82-51-120">+82-51-120</a>' in html
    assert '<a href="mailto:press@example.org">press@example.org</a>' in html
    assert '<span lang="ko">해운대</span>' in html


@pytest.mark.django_db
def test_a_city_whose_ranks_were_never_published_stands_without_a_chart(client, settings):
    settings.HOME_CITY = "busan"
    make_result(make_edition(make_small_ranking(), 1), "busan", status="not_published")

    html = html_of(client, "en")

    assert "No ranks of Busan en are known." in html
    assert "sparkline" not in html
