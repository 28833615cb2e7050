"""Searches as a reader makes them."""

from news.search.index import keep_up


def search(client, code="ko", **query):
    keep_up()
    response = client.get(f"/{code}/search/", query)
    assert response.status_code == 200
    return response


def found(client, code="ko", **query):
    """The titles that are found, and the names."""
    context = search(client, code, **query).context["search"]
    titles = ["".join(part.text for part in row.title) for row in rows_of(context)]
    return titles, [str(named.url) for named in context.named]


def rows_of(context):
    return context.articles.rows if context.articles else []


def shown(parts):
    return "".join(f"[{part.text}]" if part.is_hit else part.text for part in parts)


def titles(client, code="ko", **query):
    return found(client, code, **query)[0]
