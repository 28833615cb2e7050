"""What becomes of a picture in other formats and widths."""

from io import BytesIO
from itertools import pairwise

import pytest
from django.core.files.base import ContentFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from news.pictures.conversion import STEP, TINY, WIDTHS, conversions, widths_for


def scenery(size, mode="RGB"):
    """Something like a photograph: soft colours and grain."""
    layers = [Image.linear_gradient("L"), Image.radial_gradient("L"), Image.linear_gradient("L")]
    picture = Image.merge("RGB", layers).resize(size)
    grain = Image.effect_noise(size, 40).convert("RGB")
    return ImageChops.add(picture, grain, scale=2).convert(mode)


def stored(picture, file_format="PNG", **options):
    content = BytesIO()
    picture.save(content, file_format, **options)
    return ContentFile(content.getvalue())


def made(picture, file_format="PNG", **options):
    """{(format, width): picture} of all conversions."""
    found = conversions(stored(picture, file_format, **options))
    return {(each.format, each.width): Image.open(BytesIO(each.content)) for each in found}


@given(st.integers(min_value=TINY, max_value=2400))
def test_widths_ascend_and_none_is_wider_than_the_picture(width):
    widths = widths_for(width)

    assert widths == sorted(set(widths))
    assert widths[-1] == min(width, WIDTHS[-1])
    assert all(wide >= STEP * narrow for narrow, wide in pairwise(widths))


@pytest.mark.parametrize(
    ("width", "widths"),
    [(320, [320]), (500, [500]), (1000, [480, 720, 1000]), (2400, [480, 720, 960, 1600])],
)
def test_widths_that_are_offered(width, widths):
    assert widths_for(width) == widths


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP"])
def test_a_photograph_is_made_in_two_formats_and_all_widths(file_format):
    found = made(scenery((1700, 340)), file_format)

    assert set(found) == {(each, width) for each in ("avif", "webp") for width in WIDTHS}
    for (name, width), picture in found.items():
        assert picture.format == name.upper()
        assert picture.size == (width, width // 5)


@pytest.mark.parametrize("file_format", ["avif", "webp"])
def test_colours_stay_what_they_were(file_format):
    original = scenery((600, 200))

    converted = made(original)[file_format, 600].convert("RGB")

    for point in [(5, 5), (300, 100), (590, 190)]:
        box = (point[0] - 4, point[1] - 4, point[0] + 4, point[1] + 4)
        patches = (each.crop(box).resize((1, 1)) for each in (original, converted))
        before, after = (patch.getpixel((0, 0)) for patch in patches)
        assert before == pytest.approx(after, abs=12)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_stays_so(mode):
    picture = scenery((600, 200)).convert("RGBA")
    picture.paste((0, 0, 0, 0), (0, 0, 300, 200))
    options = {"transparency": 0} if mode == "P" else {}
    if mode == "P":
        picture = picture.convert("RGB").quantize(32)
        picture.paste(0, (0, 0, 300, 200))

    found = made(picture.convert(mode), **options)

    assert found
    for converted in found.values():
        assert converted.convert("RGBA").getpixel((50, 50))[3] < 10


@pytest.mark.parametrize("mode", ["L", "I;16"])
def test_pictures_without_colours_are_as_bright_as_before(mode):
    grey = scenery((600, 200), "L")
    of_two_bytes = b"".join(bytes([0, value]) for value in grey.tobytes())
    picture = grey if mode == "L" else Image.frombytes("I;16", grey.size, of_two_bytes)

    for converted in made(picture).values():
        dots = (each.convert("L").resize((1, 1)) for each in (grey, converted))
        before, after = (dot.getpixel((0, 0)) for dot in dots)
        assert before == pytest.approx(after, abs=4)


def test_pictures_for_print_are_converted():
    found = made(scenery((600, 200), "CMYK"), "JPEG", icc_profile=b"colours of a printing press")

    assert found["webp", 480].mode == "RGB"
    assert "icc_profile" not in found["webp", 480].info


def test_animations_and_tiny_pictures_are_left_alone():
    frames = [scenery((600, 200)).quantize(16), scenery((600, 200)).rotate(90).quantize(16)]

    assert made(frames[0], "GIF", save_all=True, append_images=frames[1:]) == {}
    assert made(scenery((TINY - 1, 500))) == {}


def test_nothing_is_made_that_would_be_larger_than_the_original():
    plain = stored(Image.new("RGB", (1000, 600), "navy"))

    assert all(len(each.content) < plain.size for each in conversions(plain))


@pytest.mark.parametrize("size", [(2400, 1), (320, 2400)])
def test_extreme_shapes_are_converted(size):
    for (_format, width), picture in made(scenery(size), "PNG").items():
        assert picture.width == width
        assert picture.height >= 1
