"""How the server calls the portal."""

import resource
from threading import Thread

from portal.wsgi import with_room

CALLS = 200
DEPTHS = range(400)


def page_faults_at(depth):
    """How often memory was fetched during so many calls at this depth."""
    if depth:
        return page_faults_at(depth - 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(CALLS):
        go_down(5)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def go_down(depth):
    return depth and go_down(depth - 1)


def most_page_faults(_environ, _start_response):
    return max(map(page_faults_at, DEPTHS))


def test_no_depth_of_calls_fetches_memory_each_time():
    found = []
    application = with_room(most_page_faults)
    # Where threads begin, their stack is empty.
    thread = Thread(target=lambda: found.append(application({}, None)))
    thread.start()
    thread.join()

    assert found[0] < CALLS
