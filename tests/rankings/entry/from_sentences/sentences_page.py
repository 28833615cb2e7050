"""The page on which ranks are read out of sentences, as an editor uses it."""

from django.urls import reverse

from rankings.models import Draft
from tests.rankings.entry.paste_page import FormReader


class Reader:
    """The form is read from the HTML, filled in and sent back; without JavaScript, as ever."""

    def __init__(self, client, ranking, edition=None):
        self.client, self.ranking = client, ranking
        query = {"edition": edition.pk} if edition else None
        self.address = reverse("admin:rankings_ranking_sentences", args=[ranking.pk], query=query)

    def open(self):
        self.response = self.client.get(self.address)
        return self.update()

    def read(self, text, **fields):
        self.open()
        self.fields |= {"text": text, **fields}
        return self.send(read="1")

    def review(self):
        return self.send(review="1")

    def send(self, **button):
        self.response = self.client.post(self.address, {**self.fields, **button}, follow=True)
        return self.update()

    def update(self):
        reader = FormReader()
        reader.feed(self.content)
        self.fields, self.boxes = reader.fields, reader.boxes
        return self

    def take(self, *numbers):
        """Tick these figures and no others."""
        self.fields["take"] = [str(number) for number in numbers]
        return self

    def choose(self, **fields):
        self.fields |= {name.replace("_", "-"): value for name, value in fields.items()}
        return self

    @property
    def content(self):
        return self.response.content.decode()

    @property
    def page(self):
        return self.response.context["page"]

    @property
    def found(self):
        """Each figure as (city, measure, edition, rank, whether it is ticked)."""
        return [
            (
                row.city.name or row.city.label,
                row.measure.name or row.measure.label,
                row.suggestion.edition,
                row.rank,
                row.is_taken,
            )
            for row in self.page.rows
        ]

    @property
    def errors(self):
        forms = self.response.context["form"], self.response.context.get("choices")
        return [
            sentence
            for form in forms
            if form is not None
            for sentences in form.errors.values()
            for sentence in sentences
        ]

    @property
    def conflicts(self):
        return [conflict["sentence"] for conflict in self.page.conflicts]

    @property
    def draft(self):
        """The only draft there is."""
        return Draft.objects.get()

    @property
    def lines(self):
        return [tuple(line["cells"]) for line in self.draft.table["lines"]]
