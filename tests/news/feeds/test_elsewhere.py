"""The HTML of our pages, for those who read it elsewhere."""

import pytest

from news.feeds.elsewhere import html_elsewhere

PAGE = "https://portal.example/ko/news/7/"


@pytest.mark.parametrize(
    ("ours", "there"),
    [
        ('<p class="note" role="note">A &amp; B &#8217;</p>', "<p>A &amp; B &#8217;</p>"),
        ('<a href="/ko/">x</a>', '<a href="https://portal.example/ko/">x</a>'),
        ('<a href="#note" id="m">*</a>', f'<a href="{PAGE}#note">*</a>'),
        ('<a href="mailto:a@b.kr">x</a>', '<a href="mailto:a@b.kr">x</a>'),
        (
            '<img src="/files/images/3" srcset="/a 400w, /b 800w" alt="&lt;b&gt;" loading="lazy">',
            '<img src="https://portal.example/files/images/3" srcset="https://portal.example/a '
            '400w, https://portal.example/b 800w" alt="&lt;b&gt;">',
        ),
        ("<p>a</p><svg><g><line/></g><text>x</text></svg><p>b</p>", "<p>a</p><p>b</p>"),
        ("<form><p>Sort</p><input><button>Go</button></form><p>b</p>", "<p>b</p>"),
        ('<script type="application/ld+json">{"a": "</b>"}</script>b', "b"),
        ('<span class="a visually-hidden">up <b>4</b></span> 4', " 4"),
        ('<td colspan="2" class="num">1<br/>2</td>', '<td colspan="2">1<br>2</td>'),
    ],
)
def test_what_says_something_stays_and_leads_back_here(ours, there):
    assert html_elsewhere(ours, PAGE) == there


def test_a_picture_stands_in_for_a_drawing_and_leads_to_its_page():
    html = html_elsewhere("<svg><title>x</title></svg>", PAGE, ("https://p/c.png", 'A "rise"'))

    assert html == (f'<a href="{PAGE}"><img src="https://p/c.png" alt="A &quot;rise&quot;"></a>')
