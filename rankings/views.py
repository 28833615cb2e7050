from django.shortcuts import render


def ranking_list(request):
    return render(request, "rankings/ranking_list.html")
