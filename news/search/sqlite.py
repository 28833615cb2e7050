"""The index on SQLite: an FTS5 table over the table of texts."""

from .tables import (
    ARTICLES,
    ATTACHMENTS,
    STALE,
    TEXTS,
    WORDS_OF_ARTICLES,
    WORDS_OF_TEXTS,
    text_columns,
)

INDEX = f"{TEXTS}_index"
AND, OR = " AND ", " OR "
REMOVAL = [
    f"DROP TABLE IF EXISTS {INDEX}",
    *(
        f"DROP TRIGGER IF EXISTS {table}_search_{event}"
        for table in (ARTICLES, ATTACHMENTS)
        for event in ("insert", "update", "delete")
    ),
]


def make_index(cursor):
    """Whether it had to be made, or made anew because languages have changed."""
    cursor.execute(f"SELECT name FROM pragma_table_info('{INDEX}')")
    if [name for (name,) in cursor.fetchall()] == WORDS_OF_TEXTS:
        return False
    cursor.execute(f"DROP TABLE IF EXISTS {INDEX}")
    cursor.execute(
        f"CREATE VIRTUAL TABLE {INDEX} USING fts5({', '.join(WORDS_OF_TEXTS)}, "
        f"content='{TEXTS}', content_rowid='article_id', "
        "detail=column, tokenize='unicode61 remove_diacritics 0')"
    )
    cursor.execute(f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')")
    return True


def triggers():
    """Statements that make them, whether or not they are there."""
    put = f"INSERT INTO {INDEX} (rowid, {', '.join(WORDS_OF_TEXTS)}) VALUES ({row('NEW')});"
    take = (
        f"INSERT INTO {INDEX} ({INDEX}, rowid, {', '.join(WORDS_OF_TEXTS)}) "
        f"VALUES ('delete', {row('OLD')});"
    )
    changed = f"UPDATE OF {', '.join(WORDS_OF_ARTICLES)}"
    yield from trigger("search_insert", "INSERT", TEXTS, put)
    yield from trigger("search_update", "UPDATE", TEXTS, take + put)
    yield from trigger("search_delete", "DELETE", TEXTS, take)
    yield from trigger("search_insert", "INSERT", ARTICLES, noting("NEW.id"))
    yield from trigger("search_update", changed, ARTICLES, noting("NEW.id"))
    yield from trigger("search_insert", "INSERT", ATTACHMENTS, noting("NEW.article_id"))
    yield from trigger("search_update", "UPDATE", ATTACHMENTS, noting("NEW.article_id"))
    yield from trigger("search_delete", "DELETE", ATTACHMENTS, noting("OLD.article_id"))


def row(name):
    return ", ".join(f"{name}.{column}" for column in ["article_id", *WORDS_OF_TEXTS])


def noting(article):
    return f"INSERT INTO {STALE} (article_pk) VALUES ({article});"


def trigger(name, event, table, action):
    yield f"DROP TRIGGER IF EXISTS {table}_{name}"
    yield f"CREATE TRIGGER {table}_{name} AFTER {event} ON {table} BEGIN {action} END"


def articles_with(expression, code, in_title):
    """SQL and parameters of the query for the numbers of articles; see `database`."""
    columns = " ".join(text_columns(code, in_title))
    sql = f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s"
    return sql, [f"{{{columns}}} : ({expression})"]


def written(piece):
    return f'"{piece.text}"' + ("*" if piece.is_beginning else "")
