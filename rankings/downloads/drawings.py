"""The chart of a page, for a picture or for the frame of another site."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404

from ..across import BY_DATE, across_named
from ..pages.measure_pages import load_measure_page
from ..pages.measures import measures_with, named
from ..plots import Plot
from ..trends import Trend, load_trend


@dataclass(frozen=True)
class TrendDrawing:
    """One line; `template` draws it wherever it stands, since it takes the width that there is."""

    trend: Trend
    template = fixed_template = "rankings/_trend_chart.html"

    @property
    def title(self):
        return self.trend.title

    @property
    def text(self):
        return self.trend.sentence

    @property
    def query(self):
        """What was chosen, as the page of the city is asked for it."""
        measure, across = self.trend.measure, self.trend.across
        chosen = {"measure": measure and measure.code, "x": across is not BY_DATE and across.name}
        return urlencode({name: value for name, value in chosen.items() if value})

    def fixed(self, width):
        """What the template of a picture of that width needs, and its height."""
        return {"trend": self.trend}, self.trend.chart.height


@dataclass(frozen=True)
class LinesDrawing:
    """Several lines; a picture of them has a template of its own, whose width is fixed."""

    title: str
    text: str
    plot: Plot
    query = None  # that of the dataset
    template = "rankings/_line_chart.html"
    fixed_template = "rankings/_line_chart_fixed.html"

    def fixed(self, width):
        plot = self.plot.for_width(width)
        return {"plot": plot}, plot.chart.height


def city_drawing(timeline, city, query):
    """The trend of the city with the slug `city` as the `query` of its page asks for it."""
    measure = named(measures_with(city, timeline.ranking), query.get("measure"))
    trend = load_trend(timeline, city, measure, across_named(query.get("x")))
    if trend is None or trend.chart is None:
        raise Http404
    return TrendDrawing(trend)


def comparison_drawing(comparison):
    return lines(comparison.title, comparison.sentences, comparison.plot)


def measure_drawing(timeline, dataset, query):
    """Our own city and the first ones among all, or those that the `query` asks for."""
    page = load_measure_page(timeline, dataset.measure, query)
    return lines(dataset.title, page.sentences, page.plot)


def lines(title, sentences, plot):
    if plot is None:
        raise Http404
    return LinesDrawing(title, " ".join(sentences), plot)
