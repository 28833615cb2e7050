"""Files have no language and stand beside the pages: /files/…"""

from django.urls import path

from . import file_views

urlpatterns = [
    path("images/<number:pk>", file_views.image_file, name="image-file"),
    path(
        "images/<number:pk>/<str:token>/<number:width>.<str:file_format>",
        file_views.image_size,
        name="image-size",
    ),
    path(
        "attachments/<number:pk>/<path:filename>",
        file_views.attachment_file,
        name="attachment-file",
    ),
]
