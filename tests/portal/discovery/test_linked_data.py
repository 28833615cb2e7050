"""What an article and the site tell search engines of themselves."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

from news.models import Article
from portal.models import SiteSettings
from tests.news.articles import make_article, make_department
from tests.portal.discovery.structured import structured_data, violations
from tests.rankings.factories import make_edition, make_ranking

pytestmark = pytest.mark.django_db

HOSTILE = ["</script><script>alert(1)</script>", "a]]>&amp;\"'<!--", "bell\x07 \u2028 null"]


def article_data(client, article, code="en"):
    html = client.get(f"/{code}/news/{article.pk}/").text
    return structured_data(html)["NewsArticle"]


@pytest.mark.parametrize("title", HOSTILE)
def test_a_title_stays_a_title(client, title):
    article = make_article("제목", title, department=make_department("부서", title))

    data = structured_data(client.get(f"/en/news/{article.pk}/").text)

    assert violations(list(data.values())) == []
    assert data["NewsArticle"]["headline"] == title
    assert data["NewsArticle"]["author"]["name"] == title


def test_times_are_those_that_readers_see(client):
    published = datetime(2026, 3, 1, 0, 30, tzinfo=UTC)
    article = make_article(published_at=published)
    Article.objects.filter(pk=article.pk).update(
        created_at=published, updated_at=published + timedelta(days=1)
    )

    data = article_data(client, article)

    assert data["datePublished"] == "2026-03-01T09:30:00+09:00"
    assert data["dateModified"] == "2026-03-02T09:30:00+09:00"


def test_an_article_names_the_figures_it_rests_on_once(client):
    ranking = make_ranking()
    make_edition(ranking, 1, {"busan": 9})
    article = make_article(body_en="[[ranking:sci/1]]\n\n[[ranking:sci/1]]\n\n[[trend:sci/busan]]")

    based = article_data(client, article)["isBasedOn"]

    start = f"{settings.SITE_URL}/en/rankings/sci/"
    assert [each["url"] for each in based] == [f"{start}1/", f"{start}cities/busan/"]
    assert all(each["name"] for each in based)


@pytest.mark.parametrize(
    ("is_official", "kind"), [(True, "GovernmentOrganization"), (False, "Organization")]
)
def test_only_an_office_calls_itself_one(client, is_official, kind):
    SiteSettings.objects.create(
        pk=1, name="Site", organisation="Office", phone="051-120", is_official=is_official
    )

    data = structured_data(client.get("/en/").text)

    assert violations(list(data.values())) == []
    assert data[kind]["telephone"] == "051-120"
    assert data["WebSite"]["publisher"] == {"@id": data[kind]["@id"]}


def test_the_search_of_the_site_is_there(client):
    action = structured_data(client.get("/en/").text)["WebSite"]["potentialAction"]

    address = action["target"]["urlTemplate"].replace("{search_term_string}", "festival")
    assert client.get(address.removeprefix(settings.SITE_URL)).status_code == 200


def test_a_withdrawn_article_tells_nothing(client):
    article = make_article(status=Article.Status.WITHDRAWN)

    assert structured_data(client.get(f"/en/news/{article.pk}/").text).keys() <= {"BreadcrumbList"}


def test_the_pictures_of_an_article_are_there(client):
    article = make_article(body_en="□ text")

    [address] = article_data(client, article)["image"]

    path = address.removeprefix(settings.SITE_URL)
    assert client.get(path)["Content-Type"].startswith("image/")
