from html.parser import HTMLParser

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from rankings.models import City, Edition, Measure, Ranking, Result, Source


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


def user_with(*codenames):
    user = User.objects.create_user("-".join(codenames) or "nobody", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return user


@pytest.fixture
def editor(db):
    return user_with("change_edition", "change_result")


@pytest.fixture
def grid(client, editor, edition):
    client.force_login(editor)
    return Grid(client, edition)


class Grid:
    """The page as an editor uses it: fields are read from the HTML, filled in and sent back."""

    def __init__(self, client, edition):
        self.client = client
        self.edition = edition
        self.address = reverse("admin:rankings_edition_grid", args=[edition.pk])
        self.measures = {measure.code: measure.pk for measure in edition.ranking.measures.all()}

    def open(self):
        self.response = self.client.get(self.address)
        self.fields = form_fields(self.response)
        return self

    def name(self, city, figure):
        """The field of a figure such as «overall», «overall-region», «technology»."""
        code, _dash, part = figure.partition("-")
        [row] = [
            name.removesuffix("-city").removesuffix("-name")
            for name, value in self.fields.items()
            if name.endswith(("-city", "-name")) and value in (str(city.pk), city.name)
        ]
        return f"{row}-{self.measures[code]}-{part or 'world'}"

    def text(self, city, figure="overall"):
        return self.fields[self.name(city, figure)]

    def type(self, city, **figures):
        for figure, text in figures.items():
            self.fields[self.name(city, figure.replace("_", "-"))] = text
        return self

    def add_city(self, name, **figures):
        """Name the city of the first row that has none yet, and enter its figures."""
        row = next(
            field.removesuffix("-name")
            for field, value in self.fields.items()
            if field.endswith("-name") and not value
        )
        self.fields[f"{row}-name"] = name
        for figure, text in figures.items():
            code, _dash, part = figure.partition("_")
            self.fields[f"{row}-{self.measures[code]}-{part or 'world'}"] = text
        return row

    def save(self, **extra):
        self.response = self.client.post(self.address, {**self.fields, **extra})
        if self.response.status_code == 200:
            self.fields = form_fields(self.response)
        return self

    def confirm(self, **extra):
        """Tick what the page asks to confirm, and save again."""
        return self.save(confirmed=self.response.context["form"].confirmation, **extra)

    @property
    def is_saved(self):
        return self.response.status_code == 302

    @property
    def sentences(self):
        """All that the page says against saving."""
        form = self.response.context["form"]
        in_rows = [sentence for _name, sentence in form.errors_in_rows + form.notes_in_rows]
        return "\n".join([*form.non_field_errors(), *form.warnings, *in_rows])


class FieldReader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.fields = {}

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "input" and attrs.get("type") not in ("submit", "checkbox") and "name" in attrs:
            self.fields[attrs["name"]] = attrs.get("value", "")


def form_fields(response):
    reader = FieldReader()
    reader.feed(response.content.decode())
    return {
        name: value
        for name, value in reader.fields.items()
        if name not in ("csrfmiddlewaretoken", "next")
    }


def stored(edition):
    """The results of an edition as «city code scope» → text."""
    return {
        f"{result.city.slug} {result.measure.code} {result.scope}": text_of(result)
        for result in edition.results.select_related("city", "measure")
    }


def text_of(result):
    rank = f"{'=' * result.is_joint}{result.rank}" if result.rank else result.status
    return rank if result.rating is None else f"{rank} / {result.rating}"
