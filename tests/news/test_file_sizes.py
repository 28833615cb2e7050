import pytest

from news.templatetags.files import file_size


@pytest.mark.parametrize(
    ("size", "shown"),
    [(1, "1 KB"), (1024, "1 KB"), (1025, "2 KB"), (178_995, "175 KB"), (1_500_000, "1.4\xa0MB")],
)
def test_sizes_are_whole_kilobytes_until_they_are_megabytes(size, shown):
    assert file_size(size) == shown
