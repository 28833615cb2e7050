"""The search of the whole site: articles, and what rankings know by name.

form         what a reader asked for
articles     the articles that are found, with the place where the words stand
names        cities, rankings and measures that the query names
suggestions  what else to look for when nothing is found
keyboard     words typed with the keyboard set to the other script; knows no models
"""
