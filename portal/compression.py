from django.http import FileResponse
from django.middleware.gzip import GZipMiddleware


class PageCompressionMiddleware(GZipMiddleware):
    """Compresses pages and tables. Files go out as they lie on disk: pictures and documents are
    compressed already, and doing it again would hold a worker for every download.
    """

    def process_response(self, request, response):
        if isinstance(response, FileResponse):
            return response
        return super().process_response(request, response)
