"""The HTML of our pages for those who read it elsewhere: in a feed reader, without our styles.

It is markup of our own making, not of readers: this keeps what says something and makes it lead
back here. Pure: knows no models.
"""

from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin

from django.utils.safestring import mark_safe

# Controls that would do nothing there, and drawings that depend on our styles.
LEFT_OUT = {"button", "form", "input", "script", "select", "style", "svg", "template", "textarea"}
VOID = {"br", "col", "hr", "img", "input", "source", "wbr"}
ADDRESSES = {"href", "src"}
KEPT_ATTRIBUTES = {
    *("href", "src", "srcset", "sizes", "type", "media", "alt", "width", "height"),
    *("colspan", "rowspan", "scope", "start", "value", "lang", "dir", "datetime", "hreflang"),
}
# Words that are only heard here, and would be seen there beside what they stand for.
UNSEEN = "visually-hidden"


def html_elsewhere(html, page, picture=None):
    """`html` with whole addresses, as on the `page` with that address.

    `picture` is (address, alternative text) of what stands in for a drawing, if anything does; it
    leads to the page.
    """
    reader = Elsewhere(page, picture)
    reader.feed(html)
    reader.close()
    return mark_safe("".join(reader.written))


class Elsewhere(HTMLParser):
    def __init__(self, page, picture):
        super().__init__(convert_charrefs=False)
        self.page = page
        self.picture = picture
        self.written = []
        self.left_out = []

    def handle_starttag(self, tag, attrs):
        if self.left_out or is_left_out(tag, dict(attrs)):
            if not self.left_out:
                self.stand_in(tag)
            # What has no end would keep everything after it out as well.
            if tag not in VOID:
                self.left_out.append(tag)
            return
        self.written.append(f"<{tag}{''.join(map(self.attribute, attrs))}>")

    def handle_startendtag(self, tag, attrs):
        if self.left_out or is_left_out(tag, dict(attrs)):
            return
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.left_out:
            self.written.append(f"</{tag}>")
        elif tag in self.left_out:
            while self.left_out.pop() != tag:
                pass

    def handle_data(self, data):
        self.write(data)

    def handle_entityref(self, name):
        self.write(f"&{name};")

    def handle_charref(self, name):
        self.write(f"&#{name};")

    def write(self, text):
        if not self.left_out:
            self.written.append(text)

    def stand_in(self, tag):
        if tag == "svg" and self.picture:
            page, address, alternative = map(escape, (self.page, *self.picture))
            self.written.append(f'<a href="{page}"><img src="{address}" alt="{alternative}"></a>')

    def attribute(self, attribute):
        name, value = attribute
        if name not in KEPT_ATTRIBUTES or value is None:
            return ""
        if name in ADDRESSES:
            value = urljoin(self.page, value)
        if name == "srcset":
            value = ", ".join(self.candidate(part) for part in value.split(","))
        return f' {name}="{escape(value)}"'

    def candidate(self, text):
        """One picture of a srcset: its address, and for which width or density it is."""
        address, *fitting = text.split()
        return " ".join([urljoin(self.page, address), *fitting])


def is_left_out(tag, attributes):
    return tag in LEFT_OUT or UNSEEN in (attributes.get("class") or "").split()
