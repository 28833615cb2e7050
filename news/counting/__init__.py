"""Counted readings: from a request to a number that citizens see.

rule        is this request somebody reading an article?
noting      writes an accepted reading down before the response leaves
journal     the files it is written to, one per process
visits      which readings repeat each other
fold        takes the journals into the database, each reading exactly once

Why it is built this way, and what it costs, is in docs/counting.md.
"""
