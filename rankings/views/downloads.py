"""Files of figures: whole tables, whatever the page shows of them."""

from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from ..downloads import archive, csv, datapackage, found, xlsx
from ..downloads import json as json_file
from ..downloads.contents import load_tables
from ..downloads.file_names import disposition
from ..downloads.formats import FORMATS, PACKAGE_FILE
from ..downloads.metadata import load_metadata
from ..downloads.names import load_names
from ..downloads.state import state_of


@require_safe
def ranking_file(request, slug, file):
    return sent(request, *found.ranking_data(slug), file)


@require_safe
def edition_file(request, slug, number, file):
    return sent(request, *found.edition_data(slug, number), file)


@require_safe
def edition_comparison_file(request, slug, number, other, file):
    return sent(request, *found.edition_comparison_data(slug, number, other), file)


@require_safe
def city_file(request, slug, city, file):
    return sent(request, *found.city_data(slug, city), file)


@require_safe
def measure_file(request, slug, code, file):
    return sent(request, *found.measure_data(slug, code), file)


@require_safe
def comparison_file(request, slug, file):
    timeline, dataset, _comparison = found.comparison_data(slug, request.GET)
    return sent(request, timeline, dataset, file)


def sent(request, timeline, dataset, file):
    if file not in dataset.files:
        raise Http404
    metadata, names = load_metadata(dataset), load_names(dataset.ranking)
    etag = quote_etag(state_of(metadata, timeline, names, file))
    response = get_conditional_response(request, etag=etag)
    if response is None and request.method == "HEAD":
        response = HttpResponse(content_type=FORMATS[file].content_type)
    response = response or file_response(metadata, load_tables(dataset, timeline, names), file)
    response["ETag"] = etag
    if response.status_code == 200 and file != PACKAGE_FILE:
        table = table_in(dataset, file)
        response["Content-Disposition"] = disposition(dataset, file.rpartition(".")[2], table=table)
    return response


def file_response(metadata, tables, file):
    """The response with the body of the file; the rows of the `tables` have not been read."""
    content_type = FORMATS[file].content_type
    if file == PACKAGE_FILE:
        return HttpResponse(datapackage.package_text(metadata), content_type=content_type)
    if file == "data.xlsx":
        workbook = xlsx.workbook_file(metadata.as_dict(), tables)
        return FileResponse(workbook, content_type=content_type)
    if file == "data.zip":
        return FileResponse(archive.archive_file(metadata, tables), content_type=content_type)
    if table := table_in(metadata.dataset, file):
        chunks = csv.chunks(table.codes, tables[table])
    else:
        chunks = json_file.chunks(metadata.as_dict(), tables)
    return StreamingHttpResponse(chunks, content_type=content_type)


def table_in(dataset, file):
    """The table that is in a CSV file, or None for the other forms."""
    return next((table for table in dataset.tables if table.file == file), None)
