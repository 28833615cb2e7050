"""The forms of a ranking and its editions."""

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from rankings.models import (
    Edition,
    MeasureLabel,
    Ranking,
    Source,
)

from .conftest import NO_INLINES, address, page, texts, user_with

pytestmark = pytest.mark.django_db


def ranking_form(**extra):
    return {
        "abbreviation": "X",
        "slug": "x",
        "url": "https://x.kr",
        "position": "0",
        **texts(name="순위", publisher="기관"),
        **NO_INLINES,
        **extra,
    }


def measures(*rows):
    fields = {"measures-TOTAL_FORMS": str(len(rows))}
    for index, (code, kind) in enumerate(rows):
        row = {"code": code, "kind": kind, "position": index, **texts(label="지표")}
        fields |= {f"measures-{index}-{name}": value for name, value in row.items()}
    return fields


def test_ranking_is_added_with_measures_and_regions(admin_client):
    regions = {"regions-TOTAL_FORMS": "1", "regions-0-slug": "asia"}
    regions |= {f"regions-0-{name}": text for name, text in texts(name="아시아").items()}

    response = admin_client.post(
        address(Ranking, "add"),
        ranking_form(**measures(("overall", "overall"), ("tech", "area")), **regions),
    )

    assert response.status_code == 302
    ranking = Ranking.objects.get()
    assert [measure.code for measure in ranking.measures.all()] == ["overall", "tech"]
    assert ranking.regions.get().name_en == "아시아"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("a", "overall"), ("b", "overall")], "이 순위에는 이미 종합 지표가 있습니다."),
        ([("a", "area"), ("a", "dimension")], "다른 줄과 겹칩니다."),
    ],
)
def test_measures_that_collide_are_refused(admin_client, rows, sentence):
    response = admin_client.post(address(Ranking, "add"), ranking_form(**measures(*rows)))

    assert sentence in page(response)
    assert not Ranking.objects.exists()


def test_name_is_asked_in_every_language(admin_client):
    response = admin_client.post(address(Ranking, "add"), ranking_form(name_en=""))

    assert list(response.context["adminform"].form.errors) == ["name_en"]


def edition_form(ranking, **extra):
    return {
        "ranking": ranking.pk,
        "number": "13",
        "published_on": "2026-06-01",
        "precision": "month",
        **NO_INLINES,
        **extra,
    }


def test_previous_edition_is_proposed(admin_client, sci, edition):
    for number in (3, 14):
        Edition.objects.create(ranking=sci, number=number, published_on="2021-01-01")

    response = admin_client.post(address(Edition, "add"), edition_form(sci), follow=True)

    assert Edition.objects.get(number=13).previous == edition
    assert "직전 회차는 SCI 12" in page(response)


def test_first_edition_has_no_previous(admin_client, sci):
    admin_client.post(address(Edition, "add"), edition_form(sci))

    assert Edition.objects.get().previous is None


def test_previous_edition_can_be_taken_away(admin_client, sci, edition):
    later = Edition.objects.create(
        ranking=sci, number=13, published_on="2026-06-01", previous=edition
    )

    admin_client.post(address(Edition, "change", later.pk), edition_form(sci))

    later.refresh_from_db()
    assert later.previous is None


def test_number_and_previous_follow_the_latest_of_the_ranking(admin_client, sci, edition):
    response = admin_client.get(address(Edition, "add"), {"ranking": sci.pk})

    initial = response.context["adminform"].form.initial
    assert (initial["number"], initial["previous"]) == (13, edition.pk)


def test_number_and_previous_of_an_address_stand_above_the_latest(admin_client, sci, edition):
    address_of_tenth = {"ranking": sci.pk, "number": 10, "previous": ""}

    response = admin_client.get(address(Edition, "add"), address_of_tenth)

    initial = response.context["adminform"].form.initial
    assert (initial["number"], initial["previous"]) == ("10", "")


@pytest.mark.parametrize("ranking", ["x", "99", "999999999999999999999999"])
def test_unknown_ranking_in_the_address_proposes_nothing(admin_client, sci, edition, ranking):
    response = admin_client.get(address(Edition, "add"), {"ranking": ranking})

    assert response.status_code == 200
    assert "number" not in response.context["adminform"].form.initial


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"number": "12"}, "이 순위에는 같은 번호의 회차가 이미 있습니다."),
        ({"number": "11", "previous": "12"}, "직전 회차의 번호는 이 회차보다 작아야 합니다."),
        ({"number": "0"}, "number"),
        ({"previous": "other"}, "직전 회차는 같은 순위의 회차여야 합니다."),
    ],
)
def test_edition_that_cannot_be_is_refused(admin_client, sci, edition, fields, sentence):
    gfci = Ranking.objects.create(
        slug="gfci", name_ko="금융", abbreviation="GFCI", url="https://g.kr"
    )
    other = Edition.objects.create(ranking=gfci, number=1, published_on="2020-01-01")
    editions = {"12": edition.pk, "other": other.pk}
    if "previous" in fields:
        fields = {**fields, "previous": editions[fields["previous"]]}

    response = admin_client.post(address(Edition, "add"), edition_form(sci, **fields))

    assert response.status_code == 200
    assert sentence in page(response)
    assert Edition.objects.count() == 2


def test_labels_of_one_edition_must_differ_in_measure(admin_client, sci, edition):
    area = sci.measures.get(kind="area")
    labels = {"labels-TOTAL_FORMS": "2"}
    for index in range(2):
        labels |= {f"labels-{index}-measure": area.pk}
        labels |= {f"labels-{index}-{name}": text for name, text in texts(label="분야").items()}
    form = edition_form(sci, number="12", **labels)

    response = admin_client.post(address(Edition, "change", edition.pk), form)

    assert "다른 줄과 겹칩니다." in page(response)
    assert not MeasureLabel.objects.exists()


def test_edition_leads_to_its_table(admin_client, edition):
    grid = reverse("admin:rankings_edition_grid", args=[edition.pk])

    assert grid in page(admin_client.get(address(Edition, "change", edition.pk)))
    assert grid in page(admin_client.get(address(Edition, "changelist")))


def test_table_is_not_offered_to_those_who_may_not_enter_figures(client, edition):
    client.force_login(user_with("view_edition"))

    content = page(client.get(address(Edition, "change", edition.pk)))

    assert reverse("admin:rankings_edition_grid", args=[edition.pk]) not in content


def test_edition_becomes_public_only_by_those_who_may_publish(client, sci, edition):
    client.force_login(user_with("change_edition"))
    source = Source.objects.create(url="https://a.kr/1", title_ko="발표문")
    form = edition_form(sci, number="12", is_public="on", sources=[source.pk])
    client.post(address(Edition, "change", edition.pk), form)
    edition.refresh_from_db()
    assert not edition.is_public

    user = User.objects.get()
    user.user_permissions.add(Permission.objects.get(codename="publish_edition"))
    client.post(address(Edition, "change", edition.pk), form)
    edition.refresh_from_db()
    assert edition.is_public
