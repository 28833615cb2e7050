"""Give a portal an edition to enter and N editors at work; prints the keys of their sessions.

python -m tests.server.prepare_entry N
"""

import sys

import django

django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402

from rankings.models import City, Edition, Ranking  # noqa: E402


def add_edition():
    ranking = Ranking.objects.create(
        slug="sci", name_ko="지수", abbreviation="SCI", url="https://a.kr"
    )
    ranking.measures.create(code="overall", kind="overall", label_ko="종합")
    City.objects.create(slug="busan", name_ko="부산", country_ko="대한민국")
    return Edition.objects.create(ranking=ranking, number=12, published_on="2025-12-04")


def add_session(number):
    user = User.objects.create_superuser(f"editor{number}", password="x")
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return session.session_key


if __name__ == "__main__":
    sessions = [add_session(number) for number in range(int(sys.argv[1]))]
    sys.stdout.write(" ".join([str(add_edition().pk), *sessions]))
