"""What Django leaves out of the functions that its databases have in common."""

from django.db.models import Aggregate, JSONField


class RowsAgg(Aggregate):
    """The values of the rows of a group as a list of lists, in no particular order of rows.

    What is neither a number nor a text arrives as the text that JSON has for it.
    """

    template = "JSON_GROUP_ARRAY(JSON_ARRAY(%(expressions)s))"
    output_field = JSONField()

    def as_postgresql(self, compiler, connection, **extra_context):
        template = "JSONB_AGG(JSONB_BUILD_ARRAY(%(expressions)s))"
        return self.as_sql(compiler, connection, template=template, **extra_context)


def of_relation(path, row):
    """The fields in a row, {path: value}, that belong to the object at `path`, by their names."""
    return {
        key.removeprefix(f"{path}__"): value
        for key, value in row.items()
        if key.startswith(f"{path}__")
    }
