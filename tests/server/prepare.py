"""Makes the database of a portal under test: python -m tests.server.prepare ARTICLES"""

import os
import sys

import django


def main(articles):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from news.models import Article, Department

    call_command("migrate", verbosity=0)
    department = Department.objects.create(name="Press office")
    for number in range(articles):
        Article.objects.create(
            department=department,
            status=Article.Status.PUBLISHED,
            published_at=timezone.now(),
            title_ko=f"제목 {number}",
            body_ko="□ 본문",
            is_ready_ko=True,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]))
