"""How many queries a page takes."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

# Of these one is the settings of the site, which the base template asks for.
MOST_QUERIES = 6


def count_queries(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)
