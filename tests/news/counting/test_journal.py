import errno
import os
import resource
import signal
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.counting import journal as journals
from news.counting.clock import HOUR, now
from news.counting.journal import Journal, Reading, Tail, parse

# A test runner has threads of its own; the children here do nothing that these could hold up.
forks = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")

READING = Reading(1_790_737_200_123, 42, "ko", "0123456789abcdef" * 2)
LINE = READING.line()


@pytest.fixture
def journal(tmp_path):
    with closing(Journal(tmp_path / "readings")) as journal:
        yield journal


def paths(journal, state="journal"):
    return sorted(journal.folder.glob(f"*.{state}"))


def content(journal):
    return b"".join(path.read_bytes() for path in paths(journal))


def read(path, offset=0):
    with closing(Tail(path, offset)) as tail:
        return [reading for *_, reading in tail.readings()], tail


def test_a_line_gives_the_reading_back():
    assert parse(LINE) == READING


@given(st.integers(0, len(LINE)), st.integers(0, len(LINE)))
def test_no_part_of_a_line_passes_for_a_reading(start, end):
    part = LINE[start:end]

    assert parse(part) == (READING if part == LINE else None)
    assert part == LINE or parse(part.rstrip(b"\n") + b"\n") in (None, READING)


@given(st.binary(max_size=300))
def test_any_bytes_are_either_a_reading_or_not(line):
    reading = parse(line)

    assert reading is None or reading.line() == line


def test_an_appended_reading_is_in_the_file_at_once(journal):
    journal.append(READING)

    assert content(journal) == LINE


def test_a_journal_is_left_to_others_only_when_its_process_lets_go(journal):
    journal.append(READING)
    [path] = paths(journal)

    _, while_open = read(path)
    journal.close()
    _, afterwards = read(path)

    assert not while_open.is_final
    assert afterwards.is_final


def test_threads_share_a_journal_without_mixing_their_lines(journal):
    def append():
        for _ in range(200):
            journal.append(READING)

    threads = [threading.Thread(target=append) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(paths(journal)) == 1
    assert content(journal) == LINE * 1600


def test_a_full_journal_is_followed_by_another(journal, monkeypatch):
    monkeypatch.setattr(journals, "LARGEST", 3 * len(LINE))

    for _ in range(7):
        journal.append(READING)

    assert sorted(path.stat().st_size // len(LINE) for path in paths(journal)) == [1, 3, 3]


def test_an_old_journal_is_let_go_even_when_nobody_reads_any_more(journal, time_machine):
    journal.append(READING)
    time_machine.move_to(datetime.now(UTC) + timedelta(minutes=30))

    journal.rotate()

    assert read(*paths(journal))[1].is_final


def test_a_young_journal_stays(journal):
    journal.append(READING)
    journal.rotate()

    assert not read(*paths(journal))[1].is_final


@forks
def test_a_child_process_writes_to_a_journal_of_its_own(journal):
    journal.append(READING)
    child = os.fork()
    if not child:
        journal.append(READING)
        os._exit(0)
    os.waitpid(child, 0)

    assert [path.stat().st_size for path in paths(journal)] == [len(LINE)] * 2
    assert sorted(read(path)[1].is_final for path in paths(journal)) == [False, True]


@forks
def test_a_full_disk_leaves_a_torn_end_that_is_no_reading(journal):
    """The limit on the size of files stands in for the disk: a write is cut short there too."""
    child = os.fork()
    if not child:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(LINE) + 20,) * 2)
        journal.append(READING)
        try:
            journal.append(READING)
        except OSError as error:
            journal.append(READING)
            os._exit(error.errno)
        os._exit(0)
    _, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == errno.ENOSPC
    assert sorted(path.read_bytes() for path in paths(journal)) == sorted([LINE, LINE + LINE[:20]])
    assert [reading for path in paths(journal) for reading in read(path)[0]] == [READING] * 2


def test_a_folder_that_cannot_be_written_raises(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(NotADirectoryError):
        Journal(tmp_path / "file" / "readings").append(READING)


def test_a_journal_that_cannot_be_opened_is_not_used_later(journal, monkeypatch):
    journal.folder.mkdir()
    monkeypatch.setattr(journals.secrets, "token_hex", lambda _: "x" * 300)
    with pytest.raises(OSError, match="File name too long"):
        journal.append(READING)
    monkeypatch.undo()

    journal.append(READING)

    assert content(journal) == LINE


@pytest.mark.parametrize(
    ("content", "readings"),
    [
        (b"", 0),
        (LINE, 1),
        (LINE + LINE[:30], 1),
        (LINE + b"\n" + LINE, 2),
        (b"garbage\n" + LINE, 1),
        (b"\x00" * 100_000 + LINE, 0),
        (b"\x00" * 100_000 + b"\n" + LINE, 1),
        (b"x" * 255 + b"\n" + LINE, 1),
        (b"x" * 256 + b"\n" + LINE, 1),
        (LINE.replace(b"ko", "한".encode()) + LINE, 1),
        (LINE.replace(b" 42 ", b" -1 ") + LINE, 1),
    ],
)
def test_what_is_no_reading_is_skipped(tmp_path, content, readings):
    path = tmp_path / "1.journal"
    path.write_bytes(content)

    found, tail = read(path)

    assert found == [READING] * readings
    assert (tail.end, tail.is_exhausted) == (len(content), True)


def test_skipped_bytes_are_logged_once(tmp_path, caplog):
    path = tmp_path / "1.journal"
    path.write_bytes(b"garbage\nmore\n" + LINE)

    read(path)

    assert [record.getMessage() for record in caplog.records] == [
        "1.journal: skipped 13 bytes that hold no reading"
    ]


def test_the_end_of_a_line_being_written_is_waited_for(journal):
    journal.append(READING)
    [path] = paths(journal)
    with path.open("ab") as file:
        file.write(LINE[:10])

    found, tail = read(path)

    assert (len(found), tail.end) == (1, len(LINE))


def test_reading_goes_on_where_it_ended(tmp_path):
    path = tmp_path / "1.journal"
    path.write_bytes(LINE * 3)

    assert len(read(path, 2 * len(LINE))[0]) == 1


def test_a_journal_shorter_than_what_was_counted_holds_nothing_more(tmp_path):
    path = tmp_path / "1.journal"
    path.write_bytes(LINE)

    found, tail = read(path, 1000)

    assert (found, tail.is_exhausted) == ([], True)


def test_what_a_process_left_that_died_while_opening_is_removed_after_an_hour(tmp_path):
    (tmp_path / "1.new").touch()
    (tmp_path / "2.new").touch()
    old = (now() - 2 * HOUR) / 1000
    os.utime(tmp_path / "1.new", (old, old))

    journals.remove_unopened(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["2.new"]
