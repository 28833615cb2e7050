from django.urls import reverse


def is_admin(request):
    """Whether the request is for a page of the admin, which is neither public nor prefixed."""
    return request.path_info.startswith(reverse("admin:index"))


class NumberConverter:
    """A number in a public address: written in one way only, and no larger than a database holds.

    Otherwise every page would have endless addresses, each with as many zeros in front.
    """

    regex = r"0|[1-9][0-9]{0,17}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)
