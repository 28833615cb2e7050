import pytest
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction

from news.models import Article


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demo content, loaded once for the tests of a module, which only read it."""
    with django_db_blocker.unblock(), transaction.atomic():
        number_articles_from_one()
        call_command("load_demo", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def from_one(db):
    number_articles_from_one()


def number_articles_from_one():
    """PostgreSQL would go on after the articles of earlier tests, though they are gone."""
    sequence = {"table": Article._meta.db_table, "column": "id"}
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_by_name_sql(no_style(), [sequence]):
            cursor.execute(statement)
