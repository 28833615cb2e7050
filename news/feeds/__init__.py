"""Feeds of what is published in one language: everything, or one kind of article.

urls        where the feeds are
views       what a feed says of itself and of each entry
entries     the newest articles, and each as a feed shows it
formats     how a feed is written: RSS, Atom and JSON Feed; knows no models
characters  what a feed cannot hold; knows no models
elsewhere   the HTML of our pages for readers of feeds; knows no models
publisher   who publishes the articles
"""
