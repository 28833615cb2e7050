"""A running portal keeps its search index by itself, whoever changes articles, whoever dies."""

import pytest

from .portal import Reader, wait_until

pytestmark = pytest.mark.server


def rename(portal, article, title):
    """As no form of the portal does it: in the database itself."""
    portal.execute(f"UPDATE news_article SET title_ko = '{title}' WHERE id = {article}")


def index_of(portal):
    return portal.execute("SELECT article_id, title_ko FROM news_articletext ORDER BY article_id")


def is_indexed(portal, piece):
    return any(piece in title for _article, title in index_of(portal))


def test_article_that_anybody_changes_is_found_within_seconds(portal):
    portal.start(workers=2)

    rename(portal, portal.articles()[0], "광안대교 개통")

    wait_until(lambda: is_indexed(portal, "광안대"))
    assert Reader(portal, 1).get("/ko/search/?q=%EA%B4%91%EC%95%88%EB%8C%80%EA%B5%90") == 200


def test_index_is_kept_after_every_process_has_died(portal):
    portal.start(workers=2)
    wait_until(lambda: len(index_of(portal)) == len(portal.articles()))

    portal.kill()
    rename(portal, portal.articles()[0], "송정 해변")
    portal.start(workers=2)

    wait_until(lambda: is_indexed(portal, "송정"))
