"""Which uploads are accepted, what is refused and in which words, and how files are made safe."""

import re
import unicodedata
import warnings
import zlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image as Pillow

from news import files
from news.files import safe_name, validate_attachment, validate_image
from news.models import Attachment, Image
from tests.news.articles import make_article
from tests.news.uploads import (
    GENUINE,
    HTML,
    OTHER_COMPOUND_FILE,
    PDF,
    SVG,
    office_with,
    picture,
    picture_bytes,
    upload,
    zipped,
)

PICTURES = ["a.png", "a.jpg", "A.JPEG", "a.webp", "a.gif"]


def refusal(validate, file):
    with pytest.raises(ValidationError) as refused:
        validate(file)
    return refused.value


@pytest.mark.parametrize("name", GENUINE)
def test_what_offices_hand_out_can_be_attached(name):
    validate_attachment(upload(name, GENUINE[name]))


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_that_browsers_show_can_be_placed(name):
    validate_image(upload(name, GENUINE[name]))


@pytest.mark.parametrize("name", [name for name in GENUINE if name not in PICTURES])
def test_nothing_else_can_be_placed_as_a_picture(name):
    assert refusal(validate_image, upload(name, GENUINE[name])).code == "type"


@pytest.mark.parametrize(
    "name", ["a.exe", "a.js", "a.doc", "a.docm", "a.php", "a.pdf.exe", "hwp", ".pdf", "a.", "pdf"]
)
def test_other_types_are_refused_by_name(name):
    assert refusal(validate_attachment, upload(name, PDF)).code == "type"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("html.pdf", HTML),
        ("pdf.hwp", PDF),
        ("excel97.hwp", OTHER_COMPOUND_FILE),
        ("zip.hwpx", zipped(a__txt="text")),
        ("odt.hwpx", zipped(mimetype="application/vnd.oasis.opendocument.text")),
        ("xlsx.docx", GENUINE["a.xlsx"]),
        ("macros.docx", office_with("application/vnd.ms-word.document.macroEnabled.main+xml")),
        ("no-zip.docx", PDF),
        ("broken.zip", b"PK\x03\x04" + b"x" * 100),
        ("binary.csv", bytes(range(256))),
        ("nul.txt", b"text\x00text"),
        ("not-korean.csv", b"\xff\xff\xff"),
        ("binary-at-the-end.csv", b"a,b\n" * 600_000 + b"\x00"),
        ("half-a-syllable.txt", "부산".encode()[:-1]),
        ("text.svg", b"no drawing"),
        ("text.html", b"no page"),
        ("gif.png", GENUINE["a.gif"]),
        ("html.jpg", HTML),
        ("svg.webp", SVG),
    ],
)
def test_a_name_that_promises_something_else_than_the_content_is_refused(name, content):
    assert refusal(validate_attachment, upload(name, content)).code == "content"


def test_a_syllable_across_two_pieces_of_a_large_file_is_no_fault():
    content = b"a" + "가".encode() * 1_000_000

    validate_attachment(upload("a.csv", content))


def test_an_encrypted_or_oddly_packed_document_is_refused_not_an_error():
    content = bytearray(GENUINE["a.hwpx"])
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1

    assert refusal(validate_attachment, upload("a.hwpx", bytes(content))).code == "content"


@pytest.mark.parametrize(
    ("validate", "setting"),
    [(validate_attachment, "MAX_ATTACHMENT_BYTES"), (validate_image, "MAX_IMAGE_BYTES")],
)
def test_files_beyond_the_limit_are_refused_and_the_limit_is_named(settings, validate, setting):
    setattr(settings, setting, 50)

    refused = refusal(validate, picture("a.png"))

    assert refused.code == "too_large"
    assert "50" in refused.messages[0]


@pytest.mark.parametrize("validate", [validate_attachment, validate_image])
def test_empty_files_are_refused(validate):
    assert refusal(validate, upload("a.png", b"")).code == "empty"


@pytest.mark.parametrize(
    ("name", "file_format", "cut"),
    [("a.png", "PNG", 60), ("a.jpg", "JPEG", 200), ("a.webp", "WEBP", 40), ("a.gif", "GIF", 40)],
)
def test_a_picture_that_ends_early_is_refused(name, file_format, cut):
    mode = "P" if file_format == "GIF" else "RGB"
    content = picture_bytes((90, 90), file_format, mode)[:cut]

    assert refusal(validate_image, upload(name, content)).code == "damaged"


def huge_png(width, height):
    """A PNG file that claims to be huge, in a few bytes."""
    content = bytearray(picture_bytes())
    header = content.index(b"IHDR")
    content[header + 4 : header + 12] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    content[header + 17 : header + 21] = zlib.crc32(content[header : header + 17]).to_bytes(
        4, "big"
    )
    return bytes(content)


@pytest.mark.parametrize("size", [(8000, 8000), (12_000, 12_000), (60_000, 60_000)])
def test_a_picture_that_would_fill_the_memory_is_refused_unopened(size):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)
        refused = refusal(validate_image, upload("a.png", huge_png(*size)))

    assert refused.code in ("pixels", "damaged")


def test_the_frames_of_an_animation_count_together():
    frames = [Pillow.new("P", (1000, 1000), color) for color in range(60)]
    buffer = BytesIO()
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:])

    assert refusal(validate_image, upload("a.gif", buffer.getvalue())).code == "pixels"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ko", "‘보고서.exe’ 파일은 올릴 수 없는 형식입니다."),
        ("en", "“보고서.exe” cannot be uploaded here."),
    ],
)
def test_a_refusal_names_the_file_and_what_to_do(language, sentence):
    refused = refusal(validate_attachment, upload("보고서.exe", PDF))

    with translation.override(language):
        message = refused.messages[0]
    assert message.startswith(sentence)
    assert "HWPX, HWP, PDF" in message


def test_a_kept_file_is_not_looked_into_again(db, settings):
    attachment = Attachment.objects.create(article=make_article(), file=upload("a.pdf", PDF))
    settings.MAX_ATTACHMENT_BYTES = 1

    attachment.full_clean()


def test_both_models_check_their_files_however_they_are_filled(db):
    article = make_article()

    for instance in (
        Attachment(article=article, file=upload("a.pdf", HTML)),
        Image(article=article, file=upload("a.png", HTML)),
    ):
        with pytest.raises(ValidationError) as refused:
            instance.full_clean()
        assert "file" in refused.value.error_dict


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("보도자료.hwpx", "보도자료.hwpx"),
        (unicodedata.normalize("NFD", "보도자료.hwpx"), "보도자료.hwpx"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\문서\\계획.pdf", "계획.pdf"),
        ("계획\u202efdp.exe", "계획fdp.exe"),
        ("a\x00b\r\nSet-Cookie: x.pdf", "abSet-Cookie_ x.pdf"),
        ("  .. 숨김 .pdf ", "숨김.pdf"),
        ('a<b>c:"d|e?f*.txt', "a_b_c__d_e_f_.txt"),
        ("\u200b\u200d.pdf", "pdf"),
        ("...", "file"),
        ("", "file"),
    ],
)
def test_names_are_kept_without_their_tricks(given, kept):
    assert safe_name(given) == kept


@pytest.mark.parametrize("letter", ["a", "가", "😀"])
def test_overlong_names_are_cut_before_their_ending(letter):
    name = safe_name(letter * 1000 + ".hwpx")

    assert len(name.encode()) <= 255
    assert re.fullmatch(f"{letter}+\\.hwpx", name)


def test_an_attachment_is_described_when_it_is_saved(db):
    attachment = Attachment.objects.create(
        article=make_article(), file=upload("붙임\u202e 1.pdf", PDF)
    )

    attachment.refresh_from_db()
    assert (attachment.filename, attachment.content_type, attachment.size) == (
        "붙임 1.pdf",
        "application/pdf",
        len(PDF),
    )
    assert attachment.type_label == "PDF"
    assert re.fullmatch(r"attachments/[0-9a-f]{32}", attachment.file.name)


def test_an_attachment_keeps_its_description_when_something_else_is_saved(db):
    attachment = Attachment.objects.create(article=make_article(), file=upload("표.pdf", PDF))

    attachment = Attachment.objects.get(pk=attachment.pk)
    attachment.title_ko = "새 제목"
    attachment.save()

    assert attachment.filename == "표.pdf"


def kept_bytes(image):
    with image.file.open("rb") as file:
        return file.read()


def camera_bytes(file_format="JPEG", **options):
    """A picture, wide when upright, that was taken with the camera held sideways."""
    exif = Pillow.Exif()
    exif[0x0112] = 6  # orientation: turn clockwise
    exif.get_ifd(0x8825).update({1: "N", 2: (35.0, 9.0, 0.0)})  # where it was taken
    exif[0x010F] = "Secret Camera"
    return picture_bytes((30, 40), file_format, exif=exif, **options)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", camera_bytes(comment=b"Secret comment")),
        ("a.png", camera_bytes("PNG")),
        ("a.webp", camera_bytes("WEBP", xmp=b"Secret xmp")),
    ],
)
def test_pictures_are_kept_upright_and_without_what_the_camera_tells(db, name, content):
    assert b"Secret" in content

    image = Image.objects.create(article=make_article(), file=upload(name, content))

    kept = kept_bytes(image)
    assert b"Secret" not in kept
    with Pillow.open(BytesIO(kept)) as picture:
        assert not picture.getexif()
    assert (image.width, image.height) == (40, 30)


def test_an_animation_stays_one_without_its_comment(db):
    frames = [Pillow.new("RGB", (20, 20), color) for color in ("red", "lime", "blue")]
    buffer = BytesIO()
    frames[0].save(
        buffer, "GIF", save_all=True, append_images=frames[1:], comment=b"Secret", duration=80
    )

    image = Image.objects.create(article=make_article(), file=upload("a.gif", buffer.getvalue()))

    kept = kept_bytes(image)
    assert b"Secret" not in kept
    with Pillow.open(BytesIO(kept)) as picture:
        assert picture.n_frames == 3


def test_large_pictures_are_scaled_down_to_what_a_screen_can_show(db):
    image = Image.objects.create(article=make_article(), file=picture("a.png", (5000, 100)))

    assert (image.width, image.height) == (files.MAX_SIDE, 48)


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "I;16", "1", "LA"])
def test_every_kind_of_png_survives(db, mode):
    image = Image.objects.create(
        article=make_article(), file=picture("a.png", (3000, 30), mode=mode)
    )

    assert image.width == files.MAX_SIDE


def test_a_kept_picture_is_not_written_again(db):
    image = Image.objects.create(article=make_article(), file=picture("a.png"))
    name = image.file.name

    image = Image.objects.get(pk=image.pk)
    image.alt_ko = "새 설명"
    image.save()

    assert image.file.name == name


def test_the_stored_name_of_a_picture_is_ours_alone(db):
    image = Image.objects.create(
        article=make_article(), file=SimpleUploadedFile("../../x y.PNG", picture_bytes())
    )

    assert re.fullmatch(r"images/[0-9a-f]{32}\.png", image.file.name)
