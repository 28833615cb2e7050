"""Tables that editors paste or upload: read, laid out, and proposed as figures of an edition.

    read_text / read_file → Table → guess_layout → Layout → propose → Proposal

Nothing here knows a model or a request; the words for people are translated sentences.
"""
