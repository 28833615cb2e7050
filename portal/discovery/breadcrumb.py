"""The path of a page as search engines read it, taken from the path that readers see."""

from html.parser import HTMLParser

from news.addresses import whole

# A path of one step leads nowhere.
FEWEST = 2


def breadcrumb_list(html):
    """A BreadcrumbList of schema.org from the list in `html`, or None when it is too short."""
    trail = Trail(html)
    if len(trail.steps) < FEWEST:
        return None
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            list_item(position, *step) for position, step in enumerate(trail.steps, 1)
        ],
    }


def list_item(position, name, path):
    """The page itself has no link."""
    item = {"@type": "ListItem", "position": position, "name": name}
    return item | {"item": whole(path)} if path else item


class Trail(HTMLParser):
    """`steps` are (name, path) of the items of a list; the path may be empty."""

    def __init__(self, html):
        super().__init__()
        self.steps = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag == "li":
            self.steps.append(("", ""))
        if tag == "a" and self.steps:
            name, _path = self.steps[-1]
            self.steps[-1] = (name, dict(attrs)["href"])

    def handle_data(self, data):
        if self.steps:
            name, path = self.steps[-1]
            self.steps[-1] = (" ".join(f"{name}{data}".split()), path)
