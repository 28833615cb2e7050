import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

# In values on the stack; a page takes some thousands of them.
ROOM = 32_768


def with_room(application):
    """The WSGI application with room on the stack for all that its pages call.

    CPython keeps frames in chunks of 16 KB and returns one to the system as soon as it is empty
    (Python/pystate.c, push_chunk). Where a loop in a template calls over the end of a chunk, each
    call fetches and returns one, which doubles the time of a page at some depths of calls. A
    function that may need so much begins a chunk in which everything below it fits.
    """

    def call(environ, start_response):
        return application(environ, start_response)

    call.__code__ = call.__code__.replace(co_stacksize=ROOM)
    return call


application = with_room(get_wsgi_application())
