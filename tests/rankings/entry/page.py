"""The page of the entry table, as an editor uses it."""

from html.parser import HTMLParser

from django.urls import reverse


class Grid:
    """The page as an editor uses it: fields are read from the HTML, filled in and sent back."""

    def __init__(self, client, edition):
        self.client = client
        self.edition = edition
        self.address = reverse("admin:rankings_edition_grid", args=[edition.pk])
        self.measures = {measure.code: measure.pk for measure in edition.ranking.measures.all()}

    def open(self):
        self.response = self.client.get(self.address)
        self.fields = form_fields(self.response.content.decode())
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
            self.fields = form_fields(self.response.content.decode())
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
        in_rows = [sentence for _name, sentence in form.sentences_on_rows]
        return "\n".join([*form.non_field_errors(), *form.warnings, *in_rows])


class FieldReader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.fields = {}

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "input" and attrs.get("type") not in ("submit", "checkbox") and "name" in attrs:
            self.fields[attrs["name"]] = attrs.get("value", "")


def form_fields(page, with_token=False):
    """What the inputs of a page hold, without what a browser sends besides."""
    reader = FieldReader()
    reader.feed(page)
    token = {"csrfmiddlewaretoken"} if not with_token else set()
    return {name: value for name, value in reader.fields.items() if name not in token | {"next"}}
