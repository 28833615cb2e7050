"""Articles for tests: published and ready in every language unless told otherwise."""

from datetime import timedelta
from itertools import count

from django.utils import timezone

from news.models import Article, Department

minutes = count(1)


def make_department(name="대변인", name_en="Press Office", **fields):
    return Department.objects.create(name_ko=name, name_en=name_en, **fields)


def make_article(title="제목", title_en="A title", **fields):
    """Each article is newer than the one made before, unless `published_at` is given."""
    if "department" not in fields:
        fields["department"] = Department.objects.first() or make_department()
    defaults = {
        "status": Article.Status.PUBLISHED,
        "published_at": timezone.now() - timedelta(days=30) + timedelta(minutes=next(minutes)),
        "title_ko": title,
        "title_en": title_en,
        "is_ready_ko": True,
        "is_ready_en": True,
    }
    return Article.objects.create(**defaults | fields)


def hidden_articles():
    """One article for each way of not being public, by its name."""
    now = timezone.now()
    return {
        "draft": make_article("초안", "Draft story", status=Article.Status.DRAFT),
        "scheduled": make_article(
            "예약", "Scheduled story", published_at=now + timedelta(minutes=5)
        ),
        "expired": make_article("만료", "Expired story", expires_at=now - timedelta(minutes=5)),
        "withdrawn": make_article("거둔 글", "Withdrawn story", status=Article.Status.WITHDRAWN),
    }
