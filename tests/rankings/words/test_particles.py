import pytest

from rankings.words.particles import fit_particles


@pytest.mark.parametrize(
    ("written", "fitted"),
    [
        ("부산은(는) 8위", "부산은 8위"),
        ("제주은(는) 8위", "제주는 8위"),
        ("서울이(가)", "서울이"),
        ("도쿄이(가)", "도쿄가"),
        ("취리히을(를)", "취리히를"),
        ("런던을(를)", "런던을"),
        ("뉴욕과(와)", "뉴욕과"),
        ("파리과(와)", "파리와"),
        ("부산(으)로", "부산으로"),
        ("파리(으)로", "파리로"),
        ("서울(으)로", "서울로"),
        ("SCI 1은(는)", "SCI 1은"),
        ("SCI 2은(는)", "SCI 2는"),
        ("SCI 3과(와)", "SCI 3과"),
        ("SCI 6(으)로", "SCI 6으로"),
        ("SCI 7(으)로", "SCI 7로"),
        ("SCI 10은(는)", "SCI 10은"),
        ("LA은(는) 8위", "LA은(는) 8위"),
        ("은(는)", "은(는)"),
        ("Busan rose 4 places", "Busan rose 4 places"),
        ("부산은(는) 서울과(와) 같다", "부산은 서울과 같다"),
    ],
)
def test_particle_follows_the_sound_before_it(written, fitted):
    assert fit_particles(written) == fitted
