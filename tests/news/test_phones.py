"""Telephone numbers as readers at home and abroad dial them."""

import pytest
from django.utils.translation import override

from news.phones import international
from news.templatetags.phones import dialled


@pytest.mark.parametrize(
    ("number", "from_abroad"),
    [
        ("051-888-1234", "+82-51-888-1234"),
        ("(051) 888-1234", "+82-51-888-1234"),
        ("051)888-1234", "+82-51-888-1234"),
        ("02 731 2120", "+82-2-731-2120"),
        ("02-7312120", "+82-2-7312120"),
        ("010-1234-5678", "+82-10-1234-5678"),
        ("0505-123-4567", "+82-505-123-4567"),
        ("064-120", "+82-64-120"),
        ("+82-51-888-1234", "+82-51-888-1234"),
        ("080-123-4567", "080-123-4567"),
        ("1588-1234", "1588-1234"),
        ("00-82-51-888-1234", "00-82-51-888-1234"),
        ("120", "120"),
        ("051-888-1234 (내선 3)", "051-888-1234 (내선 3)"),
        ("", ""),
    ],
)
def test_number_gets_the_code_of_the_country_when_it_can_be_dialled_from_abroad(
    number, from_abroad
):
    assert international(number) == from_abroad


def test_readers_of_the_language_of_the_country_see_the_number_as_it_was_entered():
    with override("ko"):
        assert dialled("051-888-1234") == "051-888-1234"
    with override("en"):
        assert dialled("051-888-1234") == "+82-51-888-1234"
