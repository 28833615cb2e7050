"""«Was this page useful?»: one click below every public page, and what editors learn from it.

signed    what a page and an answer carry, so that nobody can make one up
senders   who may send how much, without keeping who it was
remarks   what a remark must not hold
forget    nothing is kept for longer than a year
titles    what the pages are called
report    the numbers and remarks that editors see

Which threats were thought through, and what was decided, is in docs/decisions.md.
"""
