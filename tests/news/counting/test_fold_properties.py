"""Whatever is noted, folded, torn or killed in whatever order: the counts are the reference's."""

import tempfile
from collections import Counter
from contextlib import closing, suppress
from pathlib import Path

import pytest
from django.db import connection
from django.test import override_settings
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from news.counting import fold
from news.counting.clock import MINUTE, SECOND, day_of, now
from news.counting.journal import Journal, Reading, Tail
from news.models import DailyViews, JournalCursor, RecentReading, ViewTotal

from .reference import reference


class KilledError(Exception):
    pass


def is_final(path):
    with closing(Tail(path, 0)) as tail:
        return tail.is_final


class Counting(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self.temporary.name)
        self.settings = override_settings(READINGS_DIR=self.folder)
        self.settings.enable()
        self.processes = [Journal(self.folder) for _ in range(3)]
        self.noted = []
        self.start = now() - 30 * MINUTE
        for model in (ViewTotal, DailyViews, JournalCursor, RecentReading):
            model.objects.all().delete()

    @rule(
        process=st.integers(0, 2),
        seconds=st.integers(-5, 5).map(lambda step: step * 15) | st.integers(-900, 900),
        article=st.integers(0, 1),
        language=st.sampled_from(["ko", "en"]),
        visitor=st.integers(0, 1),
    )
    def note(self, process, seconds, article, language, visitor):
        at = self.start + seconds * SECOND
        reading = Reading(at, self.articles[article], language, f"{visitor:032x}")
        self.processes[process].append(reading)
        self.noted.append(reading)

    @rule(process=st.integers(0, 2), torn=st.integers(0, 50))
    def die(self, process, torn):
        """The process ends, perhaps in the middle of a line; its next request opens another."""
        living = self.living_journals()
        self.processes[process].close()
        half = Reading(self.start, self.articles[0], "ko", "f" * 32).line()[:torn]
        for path in living - self.living_journals():
            path.write_bytes(path.read_bytes() + half)

    def living_journals(self):
        return {path for path in self.folder.glob("*.journal") if not is_final(path)}

    @rule()
    def fold(self):
        fold.fold_all()

    @rule(statements=st.integers(0, 30))
    def fold_until_killed(self, statements):
        left = statements

        def kill(execute, *args):
            nonlocal left
            left -= 1
            if left == -1:
                raise KilledError
            return execute(*args)

        with suppress(KilledError), connection.execute_wrapper(kill):
            fold.fold_all()

    def teardown(self):
        for process in self.processes:
            process.close()
        fold.fold_all()
        left = [path for path in self.folder.iterdir() if path.suffix != ".lock"]
        self.settings.disable()
        self.temporary.cleanup()

        expected = reference(self.noted, day_of)
        by_day = {
            (row.article_id, row.day, row.language): row.count
            for row in DailyViews.objects.exclude(count=0)
        }
        totals = Counter()
        for (article, _, _), readings in expected.items():
            totals[article] += readings
        assert by_day == expected
        assert dict(ViewTotal.objects.values_list("article", "count")) == totals
        assert left == []
        assert not JournalCursor.objects.exists()


# Real transactions: in a test that is one itself, a killed statement would spoil what follows.
@pytest.mark.django_db(transaction=True)
def test_the_counts_are_the_reference_model_s(publish, monkeypatch):
    monkeypatch.setattr(fold, "BATCH", 4)
    monkeypatch.setattr(fold, "PAUSE", 0)
    monkeypatch.setattr(fold, "SIDE_BY_SIDE", 4)
    monkeypatch.setattr(Counting, "articles", [publish().pk, publish().pk], raising=False)

    run_state_machine_as_test(
        Counting, settings=settings(max_examples=150, stateful_step_count=30, deadline=None)
    )
