"""One picture → the same in smaller files: two formats in up to four widths."""

from io import BytesIO
from typing import NamedTuple

from PIL import Image

# Pixels. The column of text is 782 wide, and half or a third of it on a phone; screens show up to
# three pixels for each of them. Between these widths no browser loads more than twice too much.
WIDTHS = (480, 720, 960, 1600)
# A width less than this above the next smaller one is not worth a file.
STEP = 1.15
# Logos and signs: smaller files would save less than it takes to name them.
TINY = 320
# Chosen by eye and by numbers, see tests/benchmarks/pictures.py. Without 4:4:4 the red letters and
# lines of charts are blurred; a slower AVIF saves a tenth and takes twice as long.
FORMATS = {
    "avif": {"quality": 50, "subsampling": "4:4:4", "speed": 8},
    "webp": {"quality": 80, "method": 5},
}
# In others, colours mean something else than once they are converted.
WITH_PROFILE = ("RGB", "RGBA", "P")


class Conversion(NamedTuple):
    format: str
    width: int
    content: bytes


def conversions(stored):
    """The conversions of the open file `stored` that are smaller than it; none of animations."""
    with Image.open(stored) as picture:
        if getattr(picture, "is_animated", False) or picture.width < TINY:
            return []
        return [*smaller_ones(picture, stored.size)]


def smaller_ones(picture, size):
    colours = in_colours(picture)
    for width in widths_for(picture.width):
        scaled = colours.resize((width, height_for(picture, width)), Image.Resampling.LANCZOS)
        for file_format, options in FORMATS.items():
            content = written(scaled, file_format, options)
            if len(content) < size:
                yield Conversion(file_format, width, content)


def widths_for(width):
    """The widths that are offered of a picture `width` pixels wide, ascending."""
    largest = min(width, WIDTHS[-1])
    return [*(each for each in WIDTHS if each * STEP <= largest), largest]


def height_for(picture, width):
    return max(1, round(picture.height * width / picture.width))


def in_colours(picture):
    if picture.mode not in WITH_PROFILE:
        picture.info.pop("icc_profile", None)
    if picture.mode.startswith("I"):
        # Of sixteen bits; converted as they are, all but the darkest would be white.
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def written(picture, file_format, options):
    content = BytesIO()
    picture.save(content, file_format, **options)
    return content.getvalue()
