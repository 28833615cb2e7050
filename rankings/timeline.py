"""The public editions of one ranking, in the order of their numbers."""

from .changes import Presence
from .models import Edition, Result


class Timeline:
    """`editions` run from the oldest; each has its ranking, size of table and corrections."""

    def __init__(self, editions):
        self.editions = list(editions)
        self._by_id = {edition.pk: edition for edition in self.editions}
        self._by_number = {edition.number: edition for edition in self.editions}

    def __bool__(self):
        return bool(self.editions)

    def __iter__(self):
        return iter(self.editions)

    @property
    def ranking(self):
        return self.editions[0].ranking

    @property
    def first(self):
        return self.editions[0]

    @property
    def latest(self):
        return self.editions[-1]

    @property
    def newest_first(self):
        return self.editions[::-1]

    def numbered(self, number):
        return self._by_number.get(number)

    def until(self, edition):
        """The timeline as it ends with `edition`."""
        return Timeline(other for other in self.editions if other.number <= edition.number)

    def previous(self, edition):
        """The edition that changes are computed against, unless it is not public."""
        return self._by_id.get(edition.previous_id)

    def neighbours(self, edition):
        """The editions listed before and after `edition`, each None at an end."""
        place = self.editions.index(edition)
        before = self.editions[place - 1] if place else None
        return before, next(iter(self.editions[place + 1 :]), None)

    def presences(self, edition, statuses):
        """A city's Presence in the editions before `edition`, the previous one first.

        `statuses` are those of its overall results by the id of the edition.
        """
        earlier = [other for other in self.editions if other.number < edition.number]
        presences = [presence(other, statuses) for other in [self.previous(edition), *earlier]]
        if len(earlier) < edition.number - 1:
            presences.append(Presence.UNKNOWN)
        return presences


def load_timeline(ranking, components_of=None):
    """The timeline of the ranking with the slug `ranking`, in one query; empty if unknown.

    With `components_of`, the slug of a city, each edition also has `has_components`.
    """
    editions = public_editions([ranking])
    if components_of:
        editions = editions.with_components_of(components_of)
    return Timeline(editions)


def load_timelines(rankings):
    """The timelines of the rankings with the slugs `rankings` by slug, in one query."""
    editions = {ranking: [] for ranking in rankings}
    for edition in public_editions(rankings):
        editions[edition.ranking.slug].append(edition)
    return {ranking: Timeline(own) for ranking, own in editions.items()}


def public_editions(rankings):
    editions = Edition.objects.public().filter(ranking__slug__in=rankings)
    editions = editions.with_table_size().with_corrections()
    return editions.select_related("ranking").order_by("number")


def presence(edition, statuses):
    if edition is None:
        return Presence.UNKNOWN
    status = statuses.get(edition.pk)
    if status is None:
        return Presence.ABSENT if is_complete(edition) else Presence.UNKNOWN
    return Presence.ABSENT if status == Result.Status.ABSENT else Presence.PRESENT


def is_complete(edition):
    """Whether a city that is not in the table was not in the edition.

    A rank beyond the stated number of cities shows that there were more than that.
    """
    stated = edition.cities_included
    return bool(stated) and edition.entered >= max(stated, edition.worst_rank or 0)
