from django.urls import reverse


def is_admin(request):
    """Whether the request is for a page of the admin, which is neither public nor prefixed."""
    return request.path_info.startswith(reverse("admin:index"))
