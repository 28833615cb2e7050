from datetime import timedelta
from itertools import count

import pytest
from django.utils import timezone

from news.counting import noting
from news.counting.journal import Journal
from news.models import Article, Department

BROWSER = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/141.0.0.0 Mobile Safari/537.36"
)


@pytest.fixture
def readings(tmp_path, settings, monkeypatch):
    """The folder of the journals, empty and used by this test alone."""
    settings.READINGS_DIR = tmp_path / "readings"
    journal = Journal(settings.READINGS_DIR)
    monkeypatch.setattr(noting, "journal", journal)
    yield settings.READINGS_DIR
    journal.close()


@pytest.fixture
def publish(db):
    """Publishes one article more each time it is called."""
    department = Department.objects.create(name="Press office")
    numbers = count(1)

    def publish(**fields):
        now = timezone.now()
        defaults = {
            "department": department,
            "status": Article.Status.PUBLISHED,
            "published_at": now - timedelta(days=next(numbers)),
            "title_ko": "제목",
            "is_ready_ko": True,
        }
        return Article.objects.create(**defaults | fields)

    return publish


@pytest.fixture
def browser(client):
    """A test client that comes along as a reader's browser; keyword arguments are headers."""

    def get(path, **headers):
        return client.get(path, headers={"user-agent": BROWSER} | headers)

    return get
