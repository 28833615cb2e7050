from types import SimpleNamespace

import pytest
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from news.press_release import parse, render

from .strict_html import StrictHTML, announced_text


def test_result_is_marked_as_safe():
    assert isinstance(render(parse("<b>")), SafeString)
    assert render(parse("")) == ""


def test_headings_begin_at_the_level_that_the_page_needs():
    document = parse("<개요>")

    assert render(document) == '<h2 id="section-개요">개요</h2>'
    assert render(document, heading_level=4) == '<h4 id="section-개요">개요</h4>'
    assert render(document, heading_level=9).startswith("<h6 ")


def test_id_prefix_keeps_two_documents_on_one_page_apart():
    document = parse("<개요>\n지수*\n* 뜻\n\n표: 가\n|나|\n|-|\n|다|")

    html = render(document, id_prefix="ko-") + render(document, id_prefix="en-")

    checked = StrictHTML(html)
    assert all(id.startswith(("ko-", "en-")) for id in checked.ids | checked.targets)
    assert len(checked.ids) == 8


def test_sign_that_is_all_a_cell_says_is_read_out():
    html = render(parse("|※|참고|\n|-|-|\n|※|※ 뜻|"))

    assert '<th scope="row">※</th>' in html
    assert '<span aria-hidden="true">※</span> 뜻' in html


def test_links_of_a_footnote_lead_there_and_back():
    html = render(parse("지수*와 지표*\n* 뜻"))

    assert 'href="#footnote-1" id="footnote-1-mark-1"' in html
    assert 'href="#footnote-1" id="footnote-1-mark-2"' in html
    assert 'id="footnote-1" role="doc-footnote"' in html
    assert 'href="#footnote-1-mark-1" role="doc-backlink"' in html


def test_image_without_other_formats():
    image = SimpleNamespace(src="/a.webp?b=1&c=2", width=10, height=20)

    html = render(parse('![<"바다">](image:1)'), image={1: image}.get)

    assert html == (
        '<figure class="figure">\n'
        '<img src="/a.webp?b=1&amp;c=2" alt="&lt;&quot;바다&quot;&gt;" width="10" height="20" '
        'fetchpriority="high" decoding="async">\n'
        "</figure>"
    )


@pytest.mark.parametrize(
    ("written", "stored", "alt"),
    [("바다", "산", "바다"), ("", "산", "산"), ("", "", ""), ("", None, "")],
)
def test_description_in_the_text_comes_before_the_one_of_the_image(written, stored, alt):
    image = SimpleNamespace(src="/a.webp", width=1, height=1, alt=stored)

    html = render(parse(f"![{written}](image:1)"), image=lambda number: image)

    assert f' alt="{alt}" ' in html


def test_attribute_is_escaped_even_if_it_claims_to_be_safe():
    image = SimpleNamespace(src=mark_safe('/a"onerror="x'), width=1, height=1)

    html = render(parse("![](image:1)"), image=lambda number: image)

    assert 'src="/a&quot;onerror=&quot;x"' in html


def test_embed_that_is_not_safe_is_escaped():
    html = render(parse("[[a-1:b]]"), embed=lambda embed: "<script>")

    assert html == '<div class="embed embed-a-1" id="embed-1">&lt;script&gt;</div>'


def test_what_is_missing_leaves_a_sentence():
    with override("en"):
        html = render(parse("![바다](image:1)\n[[a:b]]"), embed=lambda embed: None)

    assert '<p class="missing">The image is not available. 바다</p>' in html
    assert '<p class="missing">The data that belongs here is not available' in html


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("가: ▲ 나, ▲ 라.", "가:\n\n나\n라\n"),
        ("▲ 나와 △ 다", " 나와  다"),
        ("가 ※ 나", "가  나"),
        ("※ 나", " 나"),
        ("[▲ 나](/ko/)", " 나"),
        ("**△ 나**", " 나"),
        ("증감 △3.2%", "증감 △3.2%"),
        ("감소 ▲2.5%, ▲1%", "감소 ▲2.5%, ▲1%"),
        ("증감 △3억 원", "증감 △3억 원"),
        ("증감 △3억 원, △2억 원", "증감 3억 원, 2억 원"),
        ("4계단 ▲4", "4계단 4"),
        ("▲3개 도로 ▲2개 공원", "3개 도로 2개 공원"),
    ],
)
def test_screen_reader_hears_no_list_marks(text, announced):
    assert announced_text(render(parse(text))) == announced
