"""Document → HTML.

Classes, for whoever styles them:

ul.points.level-1 .level-2 .level-3    points by the level of their mark; a level may be missing
ol.points.numbered                     points «1.», numbered by the browser
ol.points.labelled > li > span.label   points «가.» «1)» «(1)» «①»: the label is part of the text
ul.run                                 items of «A: ▲ x, ▲ y»
ol.steps                               items of «x → y → z»
p.note  div.note  span.note            note: on its own, with a list, within a line
sup.footnote-reference > a             footnote mark in the text
p.footnote  div.footnote               footnote below the point it explains
a.footnote-back                        its mark, which leads back to the text
blockquote.quotation > p               quotation
div.table-scroll > table               table; caption > span.unit
.number .align-center .align-right     cells
figure.figure > picture > img          image; without other formats no picture; + figcaption
div.embed.embed-KIND                   live table or chart
p.missing                              sentence in the place of an image or embed that is not there
span[aria-hidden]                      ▲ △ ※ and marks of notes: seen, not read out
"""

from collections.abc import Callable, Iterable
from typing import Protocol

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from .document import Document
from .markup import element, joined
from .tree import (
    Aside,
    Block,
    Cell,
    Content,
    Embed,
    Footnote,
    Heading,
    ImageReference,
    Inline,
    Item,
    Link,
    Mark,
    Note,
    Paragraph,
    Phrase,
    Points,
    Quotation,
    Reference,
    Run,
    Steps,
    Strong,
    Table,
    Text,
)

LINE = "\n"


class Image(Protocol):
    """``alt`` stands in where the text has none; it may be missing.

    So may ``sources``, pairs of a type and a srcset, and with them ``sizes``.
    """

    src: str
    width: int
    height: int


def render(
    document: Document,
    *,
    image: Callable[[int], Image | None] | None = None,
    embed: Callable[[Embed], SafeString | None] | None = None,
    heading_level: int = 2,
    id_prefix: str = "",
) -> SafeString:
    """The document as HTML, in the active language where it needs words of its own.

    ``image`` gives what stands behind image:NUMBER, ``embed`` the HTML of one of its embeds.
    """
    renderer = Renderer(image, embed, heading_level, id_prefix)
    return joined(renderer.blocks(document.blocks), LINE)


class Renderer:
    def __init__(self, image, embed, heading_level: int, id_prefix: str) -> None:
        self._image = image or (lambda number: None)
        self._embed = embed or (lambda embed: None)
        self._heading = f"h{min(max(heading_level, 1), 6)}"
        self._id_prefix = id_prefix
        self._is_first_image = True

    # ---- blocks

    def blocks(self, blocks: Iterable[Block]) -> list[SafeString]:
        return [html for block in blocks for html in self._block(block)]

    def _block(self, block: Block) -> list[SafeString]:
        if isinstance(block, Paragraph):
            return self._content(block.content, "p")
        draw = {
            Points: self._points,
            Heading: self._headline,
            Note: self._note,
            Footnote: self._footnote,
            Quotation: self._quotation,
            Table: self._table,
            ImageReference: self._figure,
            Embed: self._embedded,
        }[type(block)]
        return [draw(block)]

    def _headline(self, heading: Heading) -> SafeString:
        return element(self._heading, {"id": self._id(heading.id)}, self._inline(heading.children))

    def _quotation(self, quotation: Quotation) -> SafeString:
        paragraph = element("p", {}, self._inline(quotation.children))
        return element("blockquote", {"class": "quotation"}, paragraph)

    def _note(self, note: Note) -> SafeString:
        attributes = {"class": "note", "role": "note"}
        return self._marked(attributes, _unread(note.mark), note.content)

    def _marked(self, attributes: dict, mark: SafeString, content: Content) -> SafeString:
        """A note: one paragraph, or several elements when there is a list in it."""
        first, others = self._first_phrase(content)
        line = joined([mark, first], " ")
        if not others:
            return element("p", attributes, line)
        return element("div", attributes, "", element("p", {}, line), *others, "", separator=LINE)

    def _points(self, points: Points) -> SafeString:
        if points.level:
            items = [self._item(item) for item in points.items]
            attributes = {"class": f"points level-{points.level}"}
            return element("ul", attributes, "", *items, "", separator=LINE)
        return self._ordered(points)

    def _ordered(self, points: Points) -> SafeString:
        """The browser writes «1.» itself; any other label is part of the text."""
        is_native = points.style == "1."
        first = points.items[0].number
        items = [
            self._item(item, None if item.number == expected else item.number, not is_native)
            for expected, item in zip(_expected(points.items), points.items, strict=True)
        ]
        attributes = {
            "class": f"points {'numbered' if is_native else 'labelled'}",
            "start": None if first == 1 else first,
            # Without its markers a list is no longer a list to VoiceOver, unless it says so.
            "role": None if is_native else "list",
        }
        return element("ol", attributes, "", *items, "", separator=LINE)

    def _item(self, item: Item, value: int | None = None, has_label: bool = False) -> SafeString:
        label = element("span", {"class": "label"}, item.label) if has_label else ""
        first, others = self._first_phrase(item.content)
        text = joined(filter(None, [label, first]), " ")
        parts = [text, *others, *self.blocks(item.blocks)]
        end = [""] if len(parts) > 1 else []
        return element("li", {"value": value}, *parts, *end, separator=LINE)

    def _first_phrase(self, content: Content) -> tuple[SafeString | str, list[SafeString]]:
        """The text that stands directly in its element, and what follows it."""
        html = self._content(content, None)
        if not content or isinstance(content[0], Run | Steps):
            return "", html
        return html[0], html[1:]

    def _content(self, content: Content, paragraph: str | None) -> list[SafeString]:
        """``paragraph``: the element around a phrase; a point needs none around its first."""
        html: list[SafeString] = []
        phrase: list[SafeString] = []
        for part in content:
            match part:
                case Phrase(children):
                    phrase.append(self._inline(children))
                case Aside() if phrase or not html:
                    phrase.append(self._inline([part]))
                case Aside(children):
                    html.append(self._aside("p", "※", children))
                case Run(items) | Steps(items):
                    html += self._phrase(phrase, "p" if html else paragraph)
                    phrase = []
                    html.append(self._run(part, items))
        return html + self._phrase(phrase, "p" if html else paragraph)

    def _phrase(self, parts: list[SafeString], name: str | None) -> list[SafeString]:
        if not parts:
            return []
        text = joined(parts, " ")
        return [element(name, {}, text) if name else text]

    def _run(self, part: Run | Steps, items: list[list[Inline]]) -> SafeString:
        name, css = ("ul", "run") if isinstance(part, Run) else ("ol", "steps")
        lines = [element("li", {}, self._inline(item)) for item in items]
        return element(name, {"class": css}, "", *lines, "", separator=LINE)

    def _aside(self, name: str, mark: str, children: list[Inline]) -> SafeString:
        attributes = {"class": "note", "role": "note"}
        return element(name, attributes, _unread(mark), " ", self._inline(children))

    # ---- footnotes

    def _footnote(self, footnote: Footnote) -> SafeString:
        number = footnote.number
        back = {
            "class": "footnote-back",
            "href": f"#{self._reference_id(number, 1)}",
            "role": "doc-backlink",
            "aria-label": gettext("Back to the text above footnote {number}").format(number=number),
        }
        attributes = {
            "class": "footnote",
            "id": self._id(f"footnote-{number}"),
            "role": "doc-footnote",
        }
        return self._marked(attributes, element("a", back, footnote.mark), footnote.content)

    def _reference(self, reference: Reference) -> SafeString | str:
        if reference.footnote is None:
            return reference.mark
        attributes = {
            "href": f"#{self._id(f'footnote-{reference.footnote}')}",
            "id": self._reference_id(reference.footnote, reference.occurrence),
            "role": "doc-noteref",
            "aria-label": gettext("Footnote {number}").format(number=reference.footnote),
        }
        return element(
            "sup", {"class": "footnote-reference"}, element("a", attributes, reference.mark)
        )

    def _reference_id(self, number: int, occurrence: int) -> str:
        return self._id(f"footnote-{number}-mark-{occurrence}")

    def _id(self, name: str) -> str:
        return f"{self._id_prefix}{name}"

    # ---- tables

    def _table(self, table: Table) -> SafeString:
        caption_id = self._id(table.caption_id)
        caption = self._caption(table, caption_id)
        region = {"class": "table-scroll", "role": "region", "tabindex": 0}
        if caption:
            region["aria-labelledby"] = caption_id
        else:
            region["aria-label"] = gettext("Table {number}").format(number=table.number)
        figures = table.figures
        header = self._header(table, figures)
        rows = [self._row(cells, table.width, figures) for cells in table.rows]
        body = [element("tbody", {}, "", *rows, "", separator=LINE)] if rows else []
        inner = element("table", {}, "", *caption, header, *body, "", separator=LINE)
        return element("div", region, "", inner, "", separator=LINE)

    def _caption(self, table: Table, id: str) -> list[SafeString]:
        parts = [self._inline(table.caption)] if table.caption else []
        if table.unit:
            parts.append(element("span", {"class": "unit"}, self._inline(table.unit)))
        return [element("caption", {"id": id}, joined(parts, " "))] if parts else []

    def _header(self, table: Table, figures: set[int]) -> SafeString:
        cells = [
            self._cell("th" if cell.children else "td", cell, {"scope": "col"}, at in figures)
            for at, cell in enumerate(table.header)
        ]
        row = element("tr", {}, *cells, *_missing_cells(table.width - len(cells)))
        return element("thead", {}, "", row, "", separator=LINE)

    def _row(self, cells: list[Cell], width: int, figures: set[int]) -> SafeString:
        first, *others = cells
        name = "th" if first.children and width > 1 else "td"
        html = [self._cell(name, first, {"scope": "row"})]
        html += [self._cell("td", cell, {}, at in figures) for at, cell in enumerate(others, 1)]
        return element("tr", {}, *html, *_missing_cells(width - len(cells)))

    def _cell(self, name: str, cell: Cell, scope: dict, is_figure: bool = False) -> SafeString:
        css = ["number"] if is_figure else []
        css += [f"align-{cell.alignment}"] if cell.alignment else []
        attributes = {**(scope if name == "th" else {}), "class": " ".join(css) or None}
        return element(name, attributes, self._in_cell(cell.children))

    def _in_cell(self, children: list[Inline]) -> SafeString | str:
        match children:
            case [Mark(mark)]:  # is what the cell says, and read out
                return mark
            case _:
                return self._inline(children)

    # ---- images and embeds

    def _figure(self, reference: ImageReference) -> SafeString:
        image = self._image(reference.number)
        parts = [_missing_image(reference) if image is None else self._picture(image, reference)]
        if reference.caption:
            parts.append(element("figcaption", {}, reference.caption))
        return element("figure", {"class": "figure"}, "", *parts, "", separator=LINE)

    def _picture(self, image: Image, reference: ImageReference) -> SafeString:
        # Only the first one is likely to be seen at once: it is not waited for.
        eager, self._is_first_image = self._is_first_image, False
        sources = getattr(image, "sources", ())
        html = _image(image, reference.alt, is_eager=eager)
        return element("picture", {}, *_sources(image, sources), html) if sources else html

    def _embedded(self, embed: Embed) -> SafeString:
        html = self._embed(embed)
        if html is None:
            sentence = gettext("The data that belongs here is not available at the moment.")
            return element("p", {"class": "missing"}, sentence)
        attributes = {"class": f"embed embed-{embed.kind}", "id": self._id(embed.id)}
        return element("div", attributes, html)

    # ---- within a line

    def _inline(self, children: list[Inline]) -> SafeString:
        return joined(map(self._node, children))

    def _node(self, node: Inline) -> SafeString | str:
        match node:
            case Text(text):
                return text
            case Strong(children):
                return element("strong", {}, self._inline(children))
            case Link(address, children):
                return self._link(address, children)
            case Mark(mark):
                return _unread(mark)
            case Reference():
                return self._reference(node)
            case Aside(children):
                return self._aside("span", "※", children)

    def _link(self, address: str, children: list[Inline]) -> SafeString:
        is_elsewhere = address.lower().startswith("http")
        attributes = {"href": address, "rel": "external noopener" if is_elsewhere else None}
        return element("a", attributes, self._inline(children))


def _expected(items: list[Item]) -> Iterable[int]:
    """The number that a browser would give to each item."""
    yield items[0].number
    for item in items[:-1]:
        yield item.number + 1


def _unread(mark: str) -> SafeString:
    return element("span", {"aria-hidden": "true"}, mark)


def _missing_cells(width: int) -> list[SafeString]:
    """One wide cell: a short row below a very long one must not cost a thousand cells."""
    if width < 1:
        return []
    return [element("td", {"colspan": None if width == 1 else width})]


def _missing_image(reference: ImageReference) -> SafeString:
    sentence = gettext("The image is not available.")
    return element("p", {"class": "missing"}, joined(filter(None, [sentence, reference.alt]), " "))


def _sources(image: Image, sources: Iterable[tuple[str, str]]) -> list[SafeString]:
    return [
        element("source", {"type": type, "srcset": srcset, "sizes": image.sizes})
        for type, srcset in sources
    ]


def _image(image: Image, alt: str, *, is_eager: bool) -> SafeString:
    attributes = {
        "src": image.src,
        "alt": alt or getattr(image, "alt", None) or "",
        "width": image.width,
        "height": image.height,
        "loading": None if is_eager else "lazy",
        "fetchpriority": "high" if is_eager else None,
        "decoding": "async",
    }
    return element("img", attributes)
