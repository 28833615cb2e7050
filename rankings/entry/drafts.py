"""Drafts of pasted figures between the database and their review."""

from dataclasses import asdict, replace
from enum import Enum, auto

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from modeltranslation.utils import get_translation_fields

from ..models import AcceptedWarning, Draft, Edition, MeasureLabel, RememberedColumn
from ..names.folding import folded
from . import storage
from .pasted.knowledge import Knowledge
from .pasted.layout import guess_layout, headings, role_choices
from .pasted.table import table_from
from .review import Review
from .rows import written_figures

HEADING_LENGTH = RememberedColumn._meta.get_field("heading").max_length


class Refusal(Enum):
    """Why a draft cannot be saved yet."""

    UNDECIDED = auto()
    PROBLEMS = auto()
    STALE = auto()
    NOT_SEEN = auto()
    WARNINGS = auto()
    DELETIONS = auto()
    REASONS = auto()


def load_knowledge(edition, sheet):
    previous = edition.previous
    knowledge = Knowledge(
        sheet,
        storage.load_city_names(),
        labels=names_of_measures(edition.ranking),
        number=edition.number,
        previous_number=previous and previous.number,
    )
    roles = dict(role_choices(knowledge))
    columns = RememberedColumn.objects.filter(ranking=edition.ranking_id)
    remembered = dict(columns.values_list("heading", "role"))
    knowledge.remembered = {heading: role for heading, role in remembered.items() if role in roles}
    return knowledge


def names_of_measures(ranking):
    """Every name that each measure has or had in an edition, in any language, and its code."""
    fields = get_translation_fields("label")
    names = {pk: list(own) for pk, *own in ranking.measures.values_list("pk", "code", *fields)}
    labels = MeasureLabel.objects.filter(measure__ranking=ranking)
    for measure, *others in labels.values_list("measure_id", *fields):
        names[measure] += others
    return {measure: [name for name in known if name] for measure, known in names.items()}


@transaction.atomic
def start(edition, person, table, *, file_name="", source=None, **decided):
    """The draft of `table`: a new one, or the open one that this person has of it already.

    `decided` are decisions that are known beforehand, as the fields of the draft hold them.
    """
    # A second press of the button waits here for the draft of the first.
    Edition.objects.select_for_update().get(pk=edition.pk)
    if same := draft_of(edition, person, table, file_name):
        same.source = source
        same.save()
        return same
    return Draft.objects.create(
        edition=edition,
        made_by=person,
        table=asdict(table),
        file_name=file_name,
        source=source,
        compared_with=written_figures(storage.load_sheet(edition).stored),
        **decided,
    )


def draft_of(edition, person, table, file_name):
    known = Draft.objects.open().filter(edition=edition, made_by=person, file_name=file_name)
    return next((draft for draft in known if table_from(draft.table) == table), None)


def read_again(draft, table, file_name, source):
    """Put another table in place of that of `draft`, of which the decisions stay.

    What was said of the columns holds for these columns only. Returns whether they are the same.
    """
    header = draft.layout.get("header", ())
    is_same = headings(table_from(draft.table), header) == headings(table, header)
    if not is_same:
        draft.layout = {}
    draft.table, draft.source = asdict(table), source
    draft.file_name = file_name or draft.file_name
    draft.save()
    return is_same


def look_over(draft):
    sheet = storage.load_sheet(draft.edition)
    return Review(draft, sheet, load_knowledge(draft.edition, sheet))


def text_of(draft):
    """The lines of the draft for an editor to correct, such as they were or as a table of tabs."""
    is_text = draft.table["separator"] not in ("grid", "sheet", "sentence")
    return "\n".join(
        line["text"] if is_text else "\t".join(" ".join(cell.split()) for cell in line["cells"])
        for line in draft.table["lines"]
    )


def refusals(review, seen_figures, seen_changes):
    """Why the figures are not saved yet, with what the page showed as digests; empty if nothing."""
    draft = review.draft
    is_stale = seen_figures != review.stored_digest
    standing = {
        Refusal.UNDECIDED: review.is_undecided,
        Refusal.PROBLEMS: bool(review.problems),
        Refusal.STALE: is_stale,
        Refusal.NOT_SEEN: seen_changes != review.changes_digest and not is_stale,
        Refusal.WARNINGS: bool(review.warnings)
        and not (review.warnings_digest in draft.confirmed and draft.warning_reason),
        Refusal.DELETIONS: bool(review.deletions)
        and review.deletions_digest not in draft.confirmed,
        Refusal.REASONS: bool(review.corrections)
        and not all(draft.reasons.get(code) for code, _name in settings.LANGUAGES),
    }
    return [refusal for refusal, stands in standing.items() if stands]


def save(review, person):
    """Write all that `review` announces, or nothing; the caller has locked the edition.

    Raises `IntegrityError` when figures were stored beside the lock.
    """
    draft, edition = review.draft, review.draft.edition
    with transaction.atomic():
        storage.store(edition, review.sheet, review.changes, draft.source)
        storage.note_corrections(edition, review.sheet, review.corrections, draft.reasons)
        keep_warnings(review, person)
        remember_columns(review)
        draft.saved_at = timezone.now()
        draft.save()


def keep_warnings(review, person):
    AcceptedWarning.objects.bulk_create(
        AcceptedWarning(
            edition=review.draft.edition,
            sentence=finding.sentence,
            reason=review.draft.warning_reason,
            accepted_by=person,
        )
        for finding in review.warnings
    )


def remember_columns(review):
    """Keep what columns held whose headings do not tell it, for the next table with such ones.

    What a heading tells is left to be told anew: «Rank» is another column in a long table, and
    the edition before is another one next time.
    """
    ranking = review.draft.edition.ranking
    told = guess_layout(review.table, replace(review.knowledge, remembered={})).roles
    texts = headings(review.table, review.layout.header)
    roles = {
        folded(heading)[:HEADING_LENGTH]: role if role != told[index] else ""
        for index, (heading, role) in enumerate(zip(texts, review.layout.roles, strict=True))
        if role and folded(heading)
    }
    RememberedColumn.objects.filter(ranking=ranking, heading__in=roles).delete()
    RememberedColumn.objects.bulk_create(
        RememberedColumn(ranking=ranking, heading=heading, role=role)
        for heading, role in roles.items()
        if role
    )
