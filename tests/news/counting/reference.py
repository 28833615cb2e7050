"""What the counts must be, computed the plain way from all requests at once."""

from collections import Counter, defaultdict
from itertools import pairwise


def reference(readings, day_of):
    """{(article, day, language): readings}: a reading begins where 30 seconds had no request."""
    requests = defaultdict(list)
    for reading in readings:
        requests[reading.visitor, reading.article].append((reading.at, reading.language))
    counts = Counter()
    for (_, article), times in requests.items():
        times.sort()
        before_first = (times[0][0] - 30_001, "")
        for (previous, _), (at, language) in pairwise([before_first, *times]):
            if at - previous > 30_000:
                counts[article, day_of(at), language] += 1
    return counts
