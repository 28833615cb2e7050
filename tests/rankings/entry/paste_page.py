"""The pages on which a table is pasted and looked over, as an editor uses them."""

from html.parser import HTMLParser

from django.urls import reverse

from rankings.models import Draft

TABLE = "도시\t순위\t평점\t기술\n런던\t1\t700\t2\n부산\t8\t636\t3\n서울\t9\t630\t1\n"


class Desk:
    """Forms are read from the HTML, filled in and sent back; without JavaScript, as ever."""

    def __init__(self, client, edition):
        self.client, self.edition = client, edition
        self.measures = {measure.code: measure.pk for measure in edition.ranking.measures.all()}

    def address(self, name, *keys):
        return reverse(f"admin:rankings_{name}", args=[self.edition.pk, *keys])

    def paste(self, text="", **fields):
        """Send a table; the review opens when it could be read."""
        address = self.address("edition_paste")
        self.response = self.client.post(address, {"text": text, **fields}, follow=True)
        return self.read()

    def open(self, draft=None):
        draft = draft or Draft.objects.open().first()
        self.response = self.client.get(self.address("draft_review", draft.pk))
        return self.read()

    def read(self):
        reader = FormReader()
        reader.feed(self.content)
        self.fields, self.boxes = reader.fields, reader.boxes
        return self

    def set(self, name, value):
        """Choose in the one field whose name ends with `name`."""
        [field] = [known for known in {**self.fields, **self.boxes} if known.endswith(name)]
        self.fields[field] = value
        return self

    def tick(self, name):
        """Tick all boxes called `name`."""
        self.fields[name] = self.boxes[name]
        return self

    def look_again(self):
        return self.send(review="1")

    def save(self):
        return self.send(save="1")

    def accept(self):
        """Accept what the page asks to check, with a reason, and save."""
        return self.tick("confirmed").set("warning_reason", "원문과 같음").save()

    def send(self, **button):
        address = self.address("draft_review", self.draft.pk)
        self.response = self.client.post(address, {**self.fields, **button}, follow=True)
        if self.response.context and "review" in self.response.context:
            self.read()
        return self

    @property
    def draft(self):
        return self.response.context["draft"]

    @property
    def review(self):
        return self.response.context["review"]

    @property
    def page(self):
        return self.response.context["page"]

    @property
    def content(self):
        return self.response.content.decode()

    @property
    def is_saved(self):
        return bool(self.response.redirect_chain) and self.response.redirect_chain[-1][
            0
        ] == self.address("edition_grid")

    @property
    def messages(self):
        return [str(message) for message in self.response.context["messages"]]

    def states(self):
        """What the grid shows as «city code-part» → (state, text)."""
        codes = {str(pk): code for code, pk in self.measures.items()}
        return {
            f"{row.name} {codes[column.key.split('-')[0]]} {column.key.split('-')[1]}": (
                str(cell.state),
                cell.text,
            )
            for row in self.page.rows
            for column, cell in zip(self.page.columns, row.cells, strict=True)
        }


class FormReader(HTMLParser):
    """What a browser would send, and the values of the boxes that could be ticked."""

    def __init__(self):
        super().__init__()
        self.fields, self.boxes = {}, {}
        self.select = self.area = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        name = attrs.get("name")
        value = attrs.get("value", "on" if attrs.get("type") == "checkbox" else "")
        if tag == "input" and name and attrs.get("type") != "submit":
            self.read_input(attrs.get("type"), name, value, "checked" in attrs)
        elif tag == "select":
            self.select = name
            self.fields[name] = ""
        elif tag == "option" and self.select and "selected" in attrs:
            self.fields[self.select] = value
        elif tag == "textarea":
            self.area = name
            self.fields[name] = ""

    def read_input(self, kind, name, value, is_checked):
        if kind not in ("checkbox", "radio"):
            self.fields[name] = value
            return
        self.boxes.setdefault(name, []).append(value)
        if is_checked and kind == "radio":
            self.fields[name] = value
        elif is_checked:
            self.fields.setdefault(name, []).append(value)

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
        elif tag == "textarea":
            self.area = None

    def handle_data(self, data):
        if self.area:
            # Browsers leave out the line break that Django puts before the text.
            known = self.fields[self.area]
            self.fields[self.area] = known + data if known else data.removeprefix("\n")
