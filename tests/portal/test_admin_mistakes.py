"""A form of the admin that is refused says at its top where each mistake is mended."""

import re

import pytest
from django.urls import reverse

from tests.newsroom import article, at_work, fields_of
from tests.pictures import png

pytestmark = pytest.mark.django_db


def links(client, address, **typed):
    """[(target, sentence)] of the mistakes told about what is `typed`."""
    page = client.post(address, fields_of(client.get(address), **typed)).content.decode()
    part = re.search(r"<section class=.mistakes.*?</section>", page, re.DOTALL)
    found = re.findall(r'<a href="#([^"]+)">([^<]*)</a>', part[0]) if part else []
    assert all(f'id="{target}"' in page for target, _sentence in found)
    return found


def change(draft):
    return reverse("admin:news_article_change", args=[draft.pk])


@pytest.mark.parametrize(
    ("typed", "target", "place"),
    [
        ({"title_ko": ""}, "id_title_ko", "제목 (한국어): "),
        ({"published_at_0": "오늘"}, "id_published_at_0", "게시 일시: "),
        (
            {"images-TOTAL_FORMS": 1, "images-0-is_decorative": "on"},
            "id_images-0-file",
            "그림 1 – 파일: ",
        ),
    ],
)
def test_each_mistake_leads_to_its_field(typed, target, place):
    [(found, sentence)] = links(at_work("editor"), change(article()), **typed)

    assert found == target
    assert sentence.startswith(place)
    assert len(sentence) > len(place)


def test_a_mistake_of_several_rows_leads_to_their_heading():
    draft = article()
    image = draft.images.create(file=png(), alt_ko="다리")
    typed = {"body_ko": f"![](image:{image.pk})", "images-0-DELETE": "on"}

    [(target, sentence)] = links(at_work("editor"), change(draft), **typed)

    assert target == "images-heading"
    assert sentence.startswith("그림: ")


def test_every_form_of_the_admin_tells_its_mistakes():
    address = reverse("admin:rankings_city_add")

    targets = [target for target, _sentence in links(at_work("administrator"), address, slug="!")]

    assert "id_slug" in targets


def test_a_form_without_mistakes_has_no_such_list():
    assert links(at_work("editor"), change(article()), _continue="1") == []
