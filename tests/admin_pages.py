"""The main pages of the admin, with their addresses in the demonstration content."""

LOGIN = "/admin/login/"
PAGES = [
    "/admin/",
    "/admin/news/article/",
    "/admin/news/article/add/",
    "/admin/news/article/6/change/",
    "/admin/news/article/6/history/",
    "/admin/rankings/edition/",
    "/admin/rankings/edition/12/change/",
    "/admin/rankings/edition/12/grid/",
    "/admin/rankings/edition/12/paste/",
    "/admin/rankings/ranking/1/change/",
    "/admin/rankings/ranking/1/sentences/",
    "/admin/rankings/result/",
    "/admin/rankings/result/1/change/",
]
