"""Articles are found by what their attachments say, and documents of any kind do no harm."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from django.core.management import call_command
from openpyxl import Workbook

from news.models import Article, Attachment, AttachmentText
from news.search.extract import MOST_LETTERS, text_of
from news.search.found import mentions
from news.search.index import keep_up, keep_up_with_files
from news.search.query import read_query
from tests.news.articles import make_article
from tests.news.compound import hwp
from tests.news.uploads import HWP, upload

DEMO = Path("portal/demo/articles/07-busan-sci-record")
HWPX = (
    '<sec xmlns:hp="urn:hp">'
    "<hp:p><hp:run><hp:t>부산은 세계</hp:t></hp:run><hp:run><hp:t> 8위</hp:t></hp:run></hp:p>"
    "<hp:p><hp:run><hp:tbl><hp:p><hp:t>표 안</hp:t></hp:p></hp:tbl></hp:run></hp:p>"
    "</sec>"
)
DOCX = (
    '<w:document xmlns:w="urn:w">'
    "<w:p><w:r><w:t>첫째</w:t></w:r></w:p><w:p><w:r><w:t>둘째</w:t></w:r></w:p>"
    "</w:document>"
)
ODT = '<o xmlns:t="urn:t"><t:p>부산은 <t:span>세계</t:span> 8위</t:p><t:h>제목</t:h></o>'
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x><p><t>&b;</t></p></x>'


def packed(**parts):
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return content.getvalue()


def workbook(*cells):
    content, book = BytesIO(), Workbook()
    book.active.append(cells)
    book.save(content)
    return content.getvalue()


DOCUMENTS = {
    "HWPX": (packed(Contents__section0_xml=HWPX), "부산은 세계 8위\n표 안\n"),
    "HWP": (hwp(["부산은 세계 8위", "둘째 \x0bxxxxxxx끝"]), "부산은 세계 8위\n둘째 끝\n"),
    "DOCX": (packed(word__document_xml=DOCX), "첫째\n둘째\n"),
    "ODT": (packed(content_xml=ODT), "부산은 세계 8위\n제목\n"),
    "XLSX": (workbook("도시", "순위"), "도시\n순위\n"),
    "PPTX": (
        packed(ppt__slides__slide10_xml=DOCX.replace("째", "장"), ppt__slides__slide2_xml=DOCX),
        "첫째\n둘째\n첫장\n둘장\n",
    ),
    "CSV": ("도시,순위\n부산,8\n".encode("cp949"), "도시,순위\n부산,8\n"),
    "TXT": ("부산은 8위".encode("utf-16"), "부산은 8위"),
    "ZIP": (packed(a="부산"), ""),
    "PNG": (b"\x89PNG", ""),
}


def read(folder, label, content):
    path = folder / "document"
    path.write_bytes(content)
    return text_of(label, path)


@pytest.mark.parametrize("label", DOCUMENTS)
def test_text_of_a_document(tmp_path, label):
    content, text = DOCUMENTS[label]

    assert read(tmp_path, label, content).strip() == text.strip()


def test_text_of_a_pdf_with_korean():
    text = text_of("PDF", DEMO / "busan-sci-ranks.pdf")

    assert "스마트센터지수" in "".join(text.split())


def test_encrypted_document_has_no_text(tmp_path):
    assert read(tmp_path, "HWP", hwp(["비밀"], flags=3)) == ""


def test_document_that_is_not_packed_is_read(tmp_path):
    assert read(tmp_path, "HWP", hwp(["부산은 세계 8위"], flags=0)).strip() == "부산은 세계 8위"


def test_beginning_of_a_long_document_is_read(tmp_path):
    text = read(tmp_path, "HWP", hwp(["부산 " * 1000] * 50))

    assert len(text) == MOST_LETTERS


@pytest.fixture
def article(db):
    return make_article("하나")


def attach(article, name, content):
    attachment = Attachment(article=article, file=upload(name, content))
    attachment.save()
    return attachment


def is_found(query):
    return Article.objects.filter(mentions(read_query(query), "ko")).exists()


@pytest.mark.parametrize(
    ("name", "label", "query"),
    [("a.hwp", "HWP", "둘째"), ("a.csv", "CSV", "부산"), ("a.hwpx", "HWPX", "세계 8위")],
)
def test_article_is_found_by_what_its_attachment_says(article, name, label, query):
    attach(article, name, DOCUMENTS[label][0])

    keep_up()
    assert not is_found(query)

    keep_up_with_files()
    assert is_found(query)


def test_file_that_is_replaced_is_read_again(article):
    attachment = attach(article, "a.txt", "옛 낱말".encode())
    keep_up_with_files()

    attachment.file = upload("a.txt", "새 낱말".encode())
    attachment.save()
    keep_up()
    assert not is_found("옛")

    keep_up_with_files()
    assert is_found("새")


def test_rebuilding_reads_every_file_again(article):
    attach(article, "a.txt", "낱말".encode())
    keep_up_with_files()
    AttachmentText.objects.update(text="")

    call_command("rebuild_search")

    assert is_found("낱말")


def test_file_is_read_once(article):
    attach(article, "a.txt", "낱말".encode())
    keep_up_with_files()
    AttachmentText.objects.update(text="다른 것")

    article.lead_ko = "앞글"
    article.save()
    keep_up_with_files()

    assert is_found("다른 것")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.4 broken"),
        ("a.hwp", HWP),
        ("a.hwpx", packed(mimetype="application/hwp+zip", Contents__section0_xml=BOMB)),
        ("a.hwpx", packed(mimetype="application/hwp+zip", Contents__section0_xml="<broken")),
    ],
)
def test_document_that_cannot_be_read_is_found_by_its_name(article, caplog, name, content):
    attach(article, name, content)

    keep_up_with_files()

    assert is_found("pdf" if name.endswith("pdf") else name[2:])
    assert AttachmentText.objects.get().text == ""
    assert "is found by its name alone" in caplog.text
