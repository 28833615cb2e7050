"""The areas, dimensions and survey questions of one city: in one edition and the one before."""

from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .changes import Change, Kind, change_between
from .figures import Selection
from .models import City, Edition, Measure, Result
from .words.findings import finding

HEADINGS = {
    Measure.Kind.AREA: _("Areas"),
    Measure.Kind.DIMENSION: _("Dimensions"),
    Measure.Kind.SURVEY: _("Survey questions"),
}


@dataclass(frozen=True)
class Component:
    """One measure; `before` and `now` are None where an edition has no figure of the city."""

    measure: Measure
    before: Result | None
    now: Result | None
    change: Change

    @property
    def label(self):
        return label_of(self.now or self.before)

    @property
    def move(self):
        return self.change.kind if self.change.is_known else Kind.UNKNOWN

    @property
    def named(self):
        """What carries the label in each language."""
        return getattr(self.now or self.before, "own_label", None) or self.measure

    @property
    def former_label(self):
        """The label in the edition before, when it was another one; otherwise empty."""
        former = label_of(self.before) if self.before else ""
        return former if former != self.label else ""


@dataclass(frozen=True)
class Group:
    kind: str
    components: list[Component]

    @property
    def heading(self):
        return HEADINGS[self.kind]

    @property
    def finding(self):
        """How many rose, fell and stayed; empty when none can be compared."""
        labels = [component.label for component in self.components]
        return finding(self.kind, labels, [component.move for component in self.components])


@dataclass(frozen=True)
class Areas:
    """What a city reached in `edition` besides its overall rank; `previous` may be None."""

    city: City
    edition: Edition
    previous: Edition | None
    groups: list[Group]

    def get_absolute_url(self):
        return reverse("rankings:city-detail", args=[self.edition.ranking.slug, self.city.slug])

    @property
    def title(self):
        return _("%(city)s in the %(ranking)s (%(edition)s)") % {
            "city": self.city.name,
            "ranking": self.edition.ranking.name,
            "edition": self.edition.short,
        }

    @property
    def results(self):
        components = [c for group in self.groups for c in group.components]
        return [result for c in components for result in (c.now, c.before) if result]


def areas_selection(timeline, edition, city):
    compared = [edition, timeline.previous(edition)]
    return Selection([e for e in compared if e], is_overall=False, city=city)


def areas_of(timeline, edition, results):
    """The Areas from one city's `results` in `edition` and the one before, if there are any."""
    if not results:
        return None
    previous = timeline.previous(edition)
    figures = defaultdict(dict)
    for result in sorted(results, key=lambda r: (r.measure.position, r.measure.code)):
        figures[result.measure][result.edition_id] = result
    components = [component_of(edition, previous, figures[measure]) for measure in figures]
    return Areas(results[0].city, edition, previous, list(groups_of(components)))


def latest_with_components(timeline):
    """The last edition of a timeline that was loaded with the components of a city, or None."""
    return next((edition for edition in timeline.newest_first if edition.has_components), None)


def component_of(edition, previous, results):
    before, now = results.get(previous and previous.pk), results.get(edition.pk)
    return Component((now or before).measure, before, now, change_between(now, before))


def groups_of(components):
    for kind in HEADINGS:
        members = [c for c in components if c.measure.kind == kind]
        if members:
            yield Group(kind, members)


def label_of(result):
    own = getattr(result, "own_label", None)
    return own.label if own else result.measure.label
