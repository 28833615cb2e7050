"""Tells whether a file would still be the same, before its figures are read."""

import hashlib
import json

from ..models import Result
from .contents import load_claims

# Raised when files of the same data begin to look otherwise.
FORM = 2
# More than editors write at once.
REVISIONS = 100
OF_EDITION = ["number", "precision", "previous_id", "cities_included", "entered", "worst_rank"]


def state_of(metadata, timeline, names, file):
    """Text that changes whenever the file `file` of a dataset does, and sometimes more often.

    Every change of a figure leaves a revision, in whichever ranking it was. The version of the
    metadata counts the corrections, which are never changed.
    """
    editions = [
        [getattr(edition, name) for name in OF_EDITION] + [edition.published_on.isoformat()]
        for edition in timeline
    ]
    claims = digest_of_claims(metadata.dataset)
    state = [FORM, file, metadata.as_dict(), names.digest, claims, editions, last_revisions()]
    return hashlib.sha256(json.dumps(state).encode()).hexdigest()[:32]


def digest_of_claims(dataset):
    """Claims leave no revisions, and are exceptions among figures: they are read themselves."""
    digest = hashlib.sha256()
    for row in load_claims(dataset):
        digest.update(json.dumps(row, default=str).encode())
    return digest.hexdigest()


def last_revisions():
    """Several: a transaction may end after one that took the next number."""
    revisions = Result.history.order_by("-history_id")
    return list(revisions.values_list("history_id", flat=True)[:REVISIONS])
