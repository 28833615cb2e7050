"""Files for uploads, made in memory: each small and true to its type."""

import zipfile
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument"


def upload(name, content):
    return SimpleUploadedFile(name, content)


def picture(name, size=(40, 30), file_format="PNG", mode="RGB", **options):
    return upload(name, picture_bytes(size, file_format, mode, **options))


def picture_bytes(size=(40, 30), file_format="PNG", mode="RGB", **options):
    buffer = BytesIO()
    Image.new(mode, size, 1).save(buffer, file_format, **options)
    return buffer.getvalue()


def zipped(**entries):
    """A ZIP file; in the names of `entries` a double underscore stands for a dot."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "."), content)
    return buffer.getvalue()


def office(document):
    return office_with(f"{OFFICE}.{document}.main+xml")


def office_with(main_part):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "[Content_Types].xml", f'<Types><Override ContentType="{main_part}"/></Types>'
        )
    return buffer.getvalue()


PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"
HWP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000) + b"HWP Document File" + bytes(15)
OTHER_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'
HTML = b"<!doctype html><html><script>alert(1)</script></html>"

GENUINE = {
    "a.hwpx": zipped(mimetype="application/hwp+zip"),
    "a.hwp": HWP,
    "a.pdf": PDF,
    "a.docx": office("wordprocessingml.document"),
    "a.xlsx": office("spreadsheetml.sheet"),
    "a.pptx": office("presentationml.presentation"),
    "a.odt": zipped(mimetype=f"{OPEN_DOCUMENT}.text"),
    "a.ods": zipped(mimetype=f"{OPEN_DOCUMENT}.spreadsheet"),
    "a.odp": zipped(mimetype=f"{OPEN_DOCUMENT}.presentation"),
    "a.zip": zipped(inside__txt="text"),
    "utf8.csv": "이름,순위\n부산,8\n".encode(),
    "with-mark.csv": "이름,순위\n".encode("utf-8-sig"),
    "cp949.csv": "이름,순위\n부산,8\n".encode("cp949"),
    "utf16.txt": "부산".encode("utf-16"),
    "a.svg": SVG,
    "a.html": HTML,
    "a.png": picture_bytes(),
    "a.jpg": picture_bytes(file_format="JPEG"),
    "A.JPEG": picture_bytes(file_format="JPEG"),
    "a.webp": picture_bytes(file_format="WEBP"),
    "a.gif": picture_bytes(file_format="GIF", mode="P"),
}
