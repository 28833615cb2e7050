from django.middleware.gzip import GZipMiddleware


class PageCompressionMiddleware(GZipMiddleware):
    """Compresses pages. Uploaded files go out as they lie on disk: pictures and documents are
    compressed already, and doing it again would hold a worker for every download.
    """

    def process_response(self, request, response):
        return response if response.streaming else super().process_response(request, response)
