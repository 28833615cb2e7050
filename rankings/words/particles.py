"""Korean particles that follow the sound of the word before them.

A translation writes both forms, as in «%(city)s은(는)»; here the fitting one is kept. After
letters whose sound is not known, such as Latin ones, both stay, as Korean prints them.
"""

import re

# In the order: both forms as written, after a final consonant, after a vowel.
PARTICLES = {
    "은(는)": ("은", "는"),
    "이(가)": ("이", "가"),
    "을(를)": ("을", "를"),
    "과(와)": ("과", "와"),
    "(으)로": ("으로", "로"),
}
PATTERN = re.compile(rf"([가-힣0-9])({'|'.join(map(re.escape, PARTICLES))})")

FIRST_SYLLABLE = ord("가")
FINALS = 28  # Unicode orders the syllables so that the final consonant turns fastest.
RIEUL = 8
# 영 일 이 삼 사 오 육 칠 팔 구
DIGIT_FINALS = [21, RIEUL, 0, 16, 0, 0, 1, RIEUL, RIEUL, 0]


def fit_particles(text):
    return PATTERN.sub(fitting, text)


def fitting(match):
    sound, both = match.groups()
    after_consonant, after_vowel = PARTICLES[both]
    final = final_consonant(sound)
    takes_vowel_form = not final or (final == RIEUL and both == "(으)로")
    return sound + (after_vowel if takes_vowel_form else after_consonant)


def final_consonant(sound):
    if sound.isdecimal():
        return DIGIT_FINALS[int(sound)]
    return (ord(sound) - FIRST_SYLLABLE) % FINALS
