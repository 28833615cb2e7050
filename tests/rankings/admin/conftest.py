"""What the tests of the rankings' lists and forms in the admin share."""

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from rankings.models import (
    City,
    Edition,
    Ranking,
    Result,
)

LANGUAGES = ("ko", "en")
NO_INLINES = {
    f"{prefix}-{count}_FORMS": "0"
    for prefix in ("measures", "regions", "labels", "aliases", "claims")
    for count in ("TOTAL", "INITIAL")
}


def user_with(*codenames):
    user = User.objects.create_user("u", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return user


@pytest.fixture
def sci():
    ranking = Ranking.objects.create(
        slug="sci", name_ko="지수", name_en="Index", abbreviation="SCI", url="https://a.kr"
    )
    for kind in ("overall", "area"):
        ranking.measures.create(code=kind, kind=kind, label_ko=kind, label_en=kind)
    return ranking


@pytest.fixture
def edition(sci):
    return Edition.objects.create(ranking=sci, number=12, published_on="2025-12-04")


@pytest.fixture
def busan():
    return City.objects.create(slug="busan", name_ko="부산", name_en="Busan", country_ko="대한민국")


@pytest.fixture
def result(edition, busan):
    overall = edition.ranking.measures.get(kind="overall")
    return Result.objects.create(edition=edition, city=busan, measure=overall, rank=8)


@pytest.fixture
def admin_client(client):
    client.force_login(User.objects.create_superuser("admin"))
    return client


def texts(**fields):
    """Each text in every language of the site."""
    return {f"{name}_{code}": text for name, text in fields.items() for code in LANGUAGES}


def address(model, view, *args):
    return reverse(f"admin:rankings_{model._meta.model_name}_{view}", args=args)


def page(response):
    return response.content.decode()
