import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction

from news.models import Article, Department


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demo content, loaded once for the tests of a module, which only read it."""
    with django_db_blocker.unblock(), transaction.atomic():
        number_from_one()
        call_command("load_demo", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def kept_pages(settings):
    """The portal keeps pages, as in production; none of an earlier test."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()


@pytest.fixture
def from_one(db):
    number_from_one()


def number_from_one():
    """What stands in addresses: PostgreSQL goes on after earlier tests, though all is gone."""
    tables = [model._meta.db_table for model in (Article, Department)]
    sequences = [{"table": table, "column": "id"} for table in tables]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_by_name_sql(no_style(), sequences):
            cursor.execute(statement)
