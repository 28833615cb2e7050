"""Which requests of a visitor for an article are one reading, and which are several.

The double-click rule of the COUNTER Code of Practice 5.1, section 7.2: a request within
30 seconds of another by the same visitor for the same article repeats it. Exactly 30 seconds
apart is within. The rule holds from each request to the next, so a chain of requests with no
longer gap is one reading however long it lasts. It counts for the day and the language of its
first request.

The result depends on the times of the requests alone and never on the order in which they
become known: a request that arrives late and closes the gap between two readings makes them
one again.
"""

from collections import Counter
from typing import NamedTuple

from .clock import SECOND

REPEAT_WITHIN = 30 * SECOND


class Visit(NamedTuple):
    """One reading: the time and language of its first request, and the time of its last."""

    first: int
    language: str
    last: int

    def touches(self, at):
        return self.first - REPEAT_WITHIN <= at <= self.last + REPEAT_WITHIN


def spanning(visits):
    return min(visits)._replace(last=max(visit.last for visit in visits))


def count(readings, visits, day_of):
    """How `readings` change the counts: {(article, day, language): difference}.

    `visits` maps (visitor, article) to the visits known so far, and is brought up to date.
    """
    changes = Counter()
    for reading in readings:
        key = (reading.visitor, reading.article)
        known = visits.get(key, [])
        joined = [visit for visit in known if visit.touches(reading.at)]
        visit = spanning([*joined, Visit(reading.at, reading.language, reading.at)])
        visits[key] = [other for other in known if other not in joined] + [visit]
        for other in joined:
            changes[reading.article, day_of(other.first), other.language] -= 1
        changes[reading.article, day_of(visit.first), visit.language] += 1
    return changes
