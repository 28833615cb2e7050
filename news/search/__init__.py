"""Search in articles: their words as pieces, an index of them, and what a query finds.

pieces       text → the pieces that are compared; knows no models
query        what a reader typed → the pieces to look for; knows no models
database     the index and its triggers, on SQLite and on PostgreSQL
index        what the index holds of an article, and how it keeps up with changes
attachments  what the files of attachments say, read once
extract      the text in a document: a program of its own; knows no models
found        the conditions and the order of what a query finds
snippets     where in a text the words of a query stand; knows no models
"""
