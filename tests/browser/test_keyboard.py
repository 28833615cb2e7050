"""Every public page by keyboard alone: each control in turn, none hidden, none without a mark."""

import pytest
from playwright.sync_api import expect

from tests.public_pages import CODES, FRAMES, MISSING, WHOLE_PAGES

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 800}
DESKTOP = {"width": 1280, "height": 900}
# The order does not depend on the language: each language is tried on one screen.
SCREENS = list(zip(CODES, (PHONE, DESKTOP), strict=True))

# The controls that the keyboard must reach, in the order in which the page is read; of each group
# of radio buttons it is the chosen one.
NUMBER_STOPS = """() => {
  const candidates = "a[href], button, input, select, textarea, summary, iframe, [tabindex]";
  const isStop = control =>
    control.tabIndex >= 0 && !control.disabled && !(control.type === "radio" && !control.checked)
    && control.checkVisibility({visibilityProperty: true});
  const stops = [...document.querySelectorAll(candidates)].filter(isStop);
  stops.forEach((control, number) => control.dataset.stop = number);
  window.looks = stops.map(control => outlineOf(control));
  function outlineOf(control) {
    const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(control);
    return `${outlineStyle} ${outlineWidth} ${boxShadow}`;
  }
  window.outlineOf = outlineOf;
  return stops.length;
}"""

# Whether the focused control looks focused, and is not covered wherever it lies on the screen.
FOCUSED = """() => {
  const control = document.activeElement, number = Number(control.dataset.stop ?? -1);
  return {
    number, isMarked: window.outlineOf(control) !== window.looks[number], isSeen: isSeen(control),
    html: control.outerHTML.slice(0, 120),
  };
  function isSeen(control) {
    const boxes = [control, ...control.children].flatMap(part => [...part.getClientRects()]);
    return boxes.some(box => {
      const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
      const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
      return [.1, .5, .9].some(along => [.1, .5, .9].some(down =>
        stands(control, left + (right - left) * along, top + (bottom - top) * down)));
    });
  }
  function stands(control, x, y) {
    const there = document.elementFromPoint(x, y);
    return [control, ...control.labels ?? []].some(part => part.contains(there));
  }
}"""


@pytest.fixture
def opened(open_demo, complaints):
    def open_page(path, viewport):
        page = open_demo(viewport=viewport, reduced_motion="reduce")
        page.goto(path)
        if path.endswith(MISSING):
            complaints.clear()  # the browser notes that the page is not there
        return page

    return open_page


def stops_of(page):
    """Each control in the order in which the Tab key reaches it, up to the end of the page."""
    for number in range(page.evaluate(NUMBER_STOPS)):
        page.keyboard.press("Tab")
        yield number, page.evaluate(FOCUSED)


@pytest.mark.parametrize("address", [*WHOLE_PAGES, MISSING, *FRAMES])
@pytest.mark.parametrize(("code", "viewport"), SCREENS)
def test_each_control_is_reached_and_seen_in_order(opened, code, viewport, address):
    page = opened(f"/{code}/{address}", viewport)

    for number, focused in stops_of(page):
        assert focused["number"] == number, focused
        assert focused["isMarked"], focused
        assert focused["isSeen"], focused


@pytest.mark.parametrize("address", [*WHOLE_PAGES, MISSING])
def test_the_first_control_leads_to_the_content(opened, address):
    page = opened(f"/{CODES[0]}/{address}", DESKTOP)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()
