"""Many editors save one article at the same moment: one is stored, all others are told."""

import pytest

from .newsroom import editors
from .portal import at_the_same_time

pytestmark = pytest.mark.server

AT_ONCE = 8
SAVED, REFUSED = 302, 200


def text(title, version, department):
    return {
        "kind": "news",
        "licence": "kogl-1",
        "department": department,
        "title_ko": title,
        "is_ready_ko": "on",
        "published_at_0": "2026-03-02",
        "published_at_1": "09:00:00",
        "seen_version": version,
        "images-TOTAL_FORMS": 0,
        "images-INITIAL_FORMS": 0,
        "attachments-TOTAL_FORMS": 0,
        "attachments-INITIAL_FORMS": 0,
    }


def save_at_once(newsroom, article, version, department):
    """The answers to everybody's own title for the article as it was at `version`."""

    def save(person):
        typed = text(f"{version} {person}", version, department)
        return newsroom[person].send(f"/admin/news/article/{article}/change/", **typed)

    return at_the_same_time(save, range(len(newsroom)))


def test_of_many_who_save_at_once_exactly_one_is_stored(portal):
    article = portal.articles()[0]
    portal.start(workers=AT_ONCE)
    newsroom = editors(portal, AT_ONCE)

    for _round in range(3):
        where = f"FROM news_article WHERE id = {article}"
        [[version, department]] = portal.execute(f"SELECT version, department_id {where}")
        answers = save_at_once(newsroom, article, version, department)

        assert sorted(answers) == [REFUSED] * (AT_ONCE - 1) + [SAVED], portal.logged()
        stored = portal.execute(f"SELECT version, title_ko {where}")
        assert stored == [(version + 1, f"{version} {answers.index(SAVED)}")]
