"""The index in the database, as SQLite and PostgreSQL keep it.

Both look for whole words in text that is cut into pieces already: neither needs to know Korean.
Triggers keep the index at one with `ArticleText`, and note each article whose words change,
however that happens. All is made after every `migrate`: a further language needs a further
column, and Django loses the triggers of a table when it rebuilds one on SQLite.
"""

from contextlib import contextmanager

from django.db import connections, router, transaction
from django.db.models.expressions import RawSQL

from ..models import ArticleText
from . import postgresql, sqlite
from .tables import ARTICLES, STALE, TEXTS

DIALECTS = {"sqlite": sqlite, "postgresql": postgresql}


def install(using):
    """Make what search needs of the database; a new index is to be filled with all articles."""
    connection = connections[using]
    dialect = DIALECTS[connection.vendor]
    with connection.cursor() as cursor:
        if TEXTS not in connection.introspection.table_names(cursor):
            return  # migrated back to a time before search
        if dialect.make_index(cursor):
            note_all(cursor)
        for statement in dialect.triggers():
            cursor.execute(statement)


def uninstall(connection):
    """Take away what would outlive the tables of search."""
    with connection.cursor() as cursor:
        for statement in DIALECTS[connection.vendor].REMOVAL:
            cursor.execute(statement)


def note_all(cursor):
    cursor.execute(f"INSERT INTO {STALE} (article_pk) SELECT id FROM {ARTICLES}")


def articles_with(pieces, code, *, in_title=False):
    """The numbers of the articles whose text in language `code` holds all `pieces`, as SQL."""
    connection = connections[router.db_for_read(ArticleText)]
    sql, parameters = DIALECTS[connection.vendor].articles_with(pieces, code, in_title)
    return RawSQL(sql, parameters)


@contextmanager
def without_reading_all(query):
    """Inside, PostgreSQL looks for `query` in its index, even if most articles hold the words.

    It would rather read all texts one by one, and does not know that each must be unpacked first.
    """
    connection = connections[router.db_for_read(ArticleText)]
    if not query or connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        yield
