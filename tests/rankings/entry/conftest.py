import pytest
from django.contrib.auth.models import Permission, User

from rankings.models import City, Edition, Measure, Ranking, Result, Source

from .page import Grid
from .paste_page import Desk


@pytest.fixture
def ranking(db):
    ranking = Ranking.objects.create(
        slug="sci", name_ko="지수", abbreviation="SCI", url="https://a.kr"
    )
    for position, (code, kind, label) in enumerate(
        [
            ("technology", "area", "기술"),
            ("overall", "overall", "종합"),
            ("support", "dimension", "지원"),
        ]
    ):
        Measure.objects.create(
            ranking=ranking, code=code, kind=kind, label_ko=label, position=position
        )
    return ranking


@pytest.fixture
def cities(db):
    names = {"busan": "부산", "seoul": "서울", "london": "런던", "zurich": "취리히"}
    return {
        slug: City.objects.create(slug=slug, name_ko=name, name_en=slug.title(), country_ko="-")
        for slug, name in names.items()
    }


@pytest.fixture
def previous(ranking, cities):
    """Edition 11: London 1, Busan 12, Seoul 17."""
    edition = Edition.objects.create(ranking=ranking, number=11, published_on="2025-05-01")
    overall = ranking.measures.get(code="overall")
    for slug, rank in [("busan", 12), ("london", 1), ("seoul", 17)]:
        Result.objects.create(edition=edition, city=cities[slug], measure=overall, rank=rank)
    return edition


@pytest.fixture
def edition(ranking, previous):
    edition = Edition.objects.create(
        ranking=ranking,
        number=12,
        published_on="2025-12-04",
        previous=previous,
        cities_included=77,
    )
    source = Source.objects.create(url="https://example.org/sci-12", title_ko="발표문")
    edition.sources.add(source)
    return edition


@pytest.fixture
def unmeasured(db):
    """An edition of a ranking without measures."""
    ranking = Ranking.objects.create(
        slug="x", name_ko="새 순위", abbreviation="X", url="https://a.kr"
    )
    return Edition.objects.create(ranking=ranking, number=1, published_on="2025-01-01")


def user_with(*codenames):
    user = User.objects.create_user("-".join(codenames) or "nobody", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return user


@pytest.fixture
def editor(db):
    """Somebody who may enter figures, also those that readers already see."""
    return user_with("change_edition", "change_result", "publish_edition")


@pytest.fixture
def grid(client, editor, edition):
    client.force_login(editor)
    return Grid(client, edition)


@pytest.fixture
def desk(client, editor, edition, cities):
    """Pastes into an edition of nine cities, of which every table here has fewer."""
    edition.cities_included = 9
    edition.save()
    client.force_login(editor)
    return Desk(client, edition)


def make_public(edition):
    edition.is_public = True
    edition.save()


def stored(edition):
    """The results of an edition as «city code scope» → text."""
    return {
        f"{result.city.slug} {result.measure.code} {result.scope}": text_of(result)
        for result in edition.results.select_related("city", "measure")
    }


def text_of(result):
    rank = f"{'=' * result.is_joint}{result.rank}" if result.rank else result.status
    if result.band_end:
        rank += f"-{result.band_end}"
    return rank if result.rating is None else f"{rank} / {result.rating}"
