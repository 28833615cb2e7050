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
from .query import AllOf, AnyOf
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


def articles_with(wanted, code, *, in_title=False):
    """The numbers of the articles whose text in language `code` holds what is wanted, as SQL.

    `wanted` is a Piece, or AllOf or AnyOf such.
    """
    connection = connections[router.db_for_read(ArticleText)]
    dialect = DIALECTS[connection.vendor]
    return RawSQL(*dialect.articles_with(expression(wanted, dialect), code, in_title))


def expression(wanted, dialect):
    match wanted:
        case AllOf(parts):
            sign = dialect.AND
        case AnyOf(parts):
            sign = dialect.OR
        case piece:
            return dialect.written(piece)
    return f"({sign.join(expression(part, dialect) for part in parts)})"


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
