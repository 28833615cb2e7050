"""Tells whether a file would still be the same, before its figures are read."""

import hashlib
import json

from ..models import Result

# Raised when files of the same data begin to look otherwise.
FORM = 1
# More than editors write at once.
REVISIONS = 100
OF_EDITION = ["number", "precision", "previous_id", "cities_included", "entered", "worst_rank"]


def state_of(metadata, timeline, names, file):
    """Text that changes whenever the file `file` of a dataset does, and sometimes more often.

    Every change of a figure leaves a revision, in whichever ranking it was.
    """
    editions = [
        [getattr(edition, name) for name in OF_EDITION] + [edition.published_on.isoformat()]
        for edition in timeline
    ]
    state = [FORM, file, metadata.as_dict(), names.digest, editions, last_revisions()]
    return hashlib.sha256(json.dumps(state).encode()).hexdigest()[:32]


def last_revisions():
    """Several: a transaction may end after one that took the next number."""
    revisions = Result.history.order_by("-history_id")
    return list(revisions.values_list("history_id", flat=True)[:REVISIONS])
