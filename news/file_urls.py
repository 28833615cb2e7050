"""Files have no language and stand beside the pages: /files/…"""

from django.urls import path

from . import file_views

urlpatterns = [
    path("images/<int:pk>", file_views.image_file, name="image-file"),
    path(
        "images/<int:pk>/<str:token>/<int:width>.<str:file_format>",
        file_views.image_size,
        name="image-size",
    ),
    path(
        "attachments/<int:pk>/<path:filename>", file_views.attachment_file, name="attachment-file"
    ),
]
