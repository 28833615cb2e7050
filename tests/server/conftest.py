import shutil
from itertools import count

import psycopg
import pytest

from tests.postgres import postgres

from .portal import Portal

ARTICLES = 5

_numbers = count(1)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    folder = tmp_path_factory.mktemp("template")
    path = folder / "portal.sqlite3"
    Portal(folder, f"sqlite:///{path}").python("-m", "tests.server.prepare", str(ARTICLES))
    return path


@pytest.fixture(scope="session")
def postgres_template(tmp_path_factory):
    """The address of a server with a database named «template»."""
    with postgres() as url:
        execute(url, "CREATE DATABASE template")
        template = Portal(tmp_path_factory.mktemp("template"), database_of(url, "template"))
        template.python("-m", "tests.server.prepare", str(ARTICLES))
        yield url


def sqlite_database(request, tmp_path):
    path = shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "portal.sqlite3")
    return f"sqlite:///{path}"


def postgres_database(request, tmp_path):
    url = request.getfixturevalue("postgres_template")
    name = f"portal{next(_numbers)}"
    execute(url, f"CREATE DATABASE {name} TEMPLATE template")
    return database_of(url, name)


@pytest.fixture(params=[sqlite_database, postgres_database], ids=["sqlite", "postgres"])
def portal(request, tmp_path):
    """A portal with a few articles, on each kind of database; the test starts it."""
    portal = Portal(tmp_path, request.param(request, tmp_path))
    yield portal
    if portal.server:
        portal.kill()


@pytest.fixture
def machines(request, tmp_path_factory, tmp_path):
    """Two portals on machines of their own that share a database."""
    database = postgres_database(request, tmp_path)
    portals = [Portal(tmp_path_factory.mktemp("machine"), database) for _ in range(2)]
    yield portals
    for portal in portals:
        if portal.server:
            portal.kill()


def database_of(url, name):
    return url.replace("/postgres?", f"/{name}?")


def execute(url, sql):
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql)
