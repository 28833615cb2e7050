"""The search of the whole site: articles, what rankings know by name, and the site itself.

form         what a reader asked for
articles     the articles that are found, with the place where the words stand
names        cities, rankings and measures that the query names
same_cities  words that name a city, with its other names
places       pages of the site and departments
page         all that the page shows
suggestions  what else to look for when nothing is found
keyboard     words typed with the keyboard set to the other script; knows no models
"""
