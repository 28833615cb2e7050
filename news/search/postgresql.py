"""The index on PostgreSQL: a stored tsvector for each language beside the texts, and GIN."""

from modeltranslation.utils import build_localized_fieldname as in_language

from ..readiness import LANGUAGE_CODES
from .tables import ARTICLES, ATTACHMENTS, STALE, TEXTS, WORDS_OF_ARTICLES, text_columns

AND, OR = " & ", " | "
REMOVAL = [f"DROP FUNCTION IF EXISTS {table}_search() CASCADE" for table in (ARTICLES, ATTACHMENTS)]


def document_name(code, in_title):
    return in_language("titles" if in_title else "texts", code)


def make_index(cursor):
    """Whether any language had to be added."""
    cursor.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND NOT attisdropped",
        [TEXTS],
    )
    present = {name for (name,) in cursor.fetchall()}
    wanted = [(code, in_title) for code in LANGUAGE_CODES for in_title in (True, False)]
    missing = [document for document in wanted if document_name(*document) not in present]
    for code, in_title in missing:
        name, text = (
            document_name(code, in_title),
            " || ' ' || ".join(
                f"coalesce({column}, '')" for column in text_columns(code, in_title)
            ),
        )
        cursor.execute(
            f"ALTER TABLE {TEXTS} ADD {name} tsvector GENERATED ALWAYS AS "
            f"(array_to_tsvector(array_remove(string_to_array({text}, ' '), ''))) STORED"
        )
        cursor.execute(f"CREATE INDEX ON {TEXTS} USING gin ({name}) WITH (fastupdate = off)")
    return bool(missing)


def triggers():
    """Statements that make them, whether or not they are there."""
    changed = f"UPDATE OF {', '.join(WORDS_OF_ARTICLES)}"
    yield from trigger(ARTICLES, "id", f"INSERT OR {changed}")
    yield from trigger(ATTACHMENTS, "article_id", "INSERT OR UPDATE OR DELETE")


def trigger(table, article, events):
    yield f"""
        CREATE OR REPLACE FUNCTION {table}_search() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE changed {table} := COALESCE(NEW, OLD);
        BEGIN INSERT INTO {STALE} (article_pk) VALUES (changed.{article}); RETURN NULL; END $$
    """
    yield f"""
        CREATE OR REPLACE TRIGGER {table}_search AFTER {events} ON {table}
        FOR EACH ROW EXECUTE FUNCTION {table}_search()
    """


def articles_with(expression, code, in_title):
    """SQL and parameters of the query for the numbers of articles; see `database`."""
    sql = f"SELECT article_id FROM {TEXTS} WHERE {document_name(code, in_title)} @@ %s::tsquery"
    return sql, [expression]


def written(piece):
    return f"'{piece.text}'" + (":*" if piece.is_beginning else "")
