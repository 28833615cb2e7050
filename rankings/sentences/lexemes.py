"""How numbers, dates, editions and signs are written.

Every quantifier is bounded or gives nothing back, and nothing looks further ahead than a few
characters: a text of any kind is read in a time that grows with its length.
"""

import re

from .lexicon import COUNTS, MONTHS, ORDINAL_WORDS, is_hangul

COUNT = rf"(?:[0-9]{{1,4}}|\b(?:{'|'.join(COUNTS)}))"
MONTH_NAME = "(?:" + "|".join([*MONTHS, *[rf"{name[:3]}\.?" for name in MONTHS], r"sept\.?"]) + ")"
ORDINAL_WORD = "|".join(sorted(ORDINAL_WORDS, key=len, reverse=True))
ORDINAL = rf"(?:[0-9]{{1,5}}(?:st|nd|rd|th)|{ORDINAL_WORD})(?![A-Za-z])"
YEAR = r"(?:19|20)[0-9]{2}"
MONTH = r"(?:1[0-2]|0?[1-9])"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
ENGLISH_DAY = rf"{DAY}(?:st|nd|rd|th)?"
JOINT = r"(?:공동|joint[- ]|tied[ ](?:for|at)[ ]|equal[ ]|=)"

# Kinds of lexemes, the first that matches wins; with the classes of characters that one can begin
# with: d for a digit or the sign of a short year, h for Hangul, l for other letters, o for others.
LEXEMES = {
    "PARAGRAPH": ("o", r"\n[ \r]{0,9}\n\s*+"),
    "LINE": ("o", r"\r?\n\s*+"),
    # Columns are for the entry of tables: what stands below which heading no sentence says.
    "TABLEROW": ("o", r"(?:\|[^\n|]{1,200}\||(?<=\S)\t[^\n\t]{1,200}\t(?=\S))[^\n]*+"),
    "SPACE": ("o", r"[^\S\n]++"),
    "DATE": (
        "dl",
        rf"""(?:{YEAR}|'?[0-9]{{2}})[ ]?년[ ]?{MONTH}[ ]?월(?:[ ]?{DAY}[ ]?일)?
        | (?:{YEAR}|'[0-9]{{2}})[ ]?\.[ ]?{MONTH}(?:월|(?![0-9]))
          (?:[ ]?\.[ ]?{DAY}(?![0-9]|[ ]?위|[a-z])(?:[ ]?\.(?![0-9]))?|[ ]?\.)?
        | {YEAR}[-/](?:1[0-2]|0[1-9])(?![0-9])(?:[-/]{DAY}(?![0-9]))?
        | (?:{ENGLISH_DAY}[ ](?:of[ ])?)?\b{MONTH_NAME}[ ](?:{ENGLISH_DAY},?[ ])?(?:of[ ])?
          {YEAR}(?![0-9])""",
    ),
    "HALF": (
        "dl",
        rf"""{YEAR}년?[ ]?(?:상|하)반기
        | (?:first|second|latter|former|last)[ ]half[ ]of[ ]{YEAR}(?![0-9])
        | \bH[12][ ]{YEAR}(?![0-9])""",
    ),
    "MONTHDAY": (
        "dl",
        rf"""{MONTH}[ ]?월[ ]?{DAY}[ ]?일
        | \b{MONTH_NAME}[ ]{ENGLISH_DAY}\b
        | \b{ENGLISH_DAY}[ ](?:of[ ])?{MONTH_NAME}\b""",
    ),
    "LASTING": ("d", r"[0-9]{1,4}(?:년|개월|회|차례)[ ]?(?:연속|째|만에|간|동안)"),
    "MONTHONLY": (
        "dl",
        rf"""{MONTH}[ ]?월(?![가-힣]{{0,2}}[0-9])
        | \b(?:in|last)[ ]{MONTH_NAME}\b(?![ ](?:of[ ])?[0-9])""",
    ),
    "UNNAMEDTIME": (
        "dhl",
        r"""[0-9]{1,3}[ ]?(?:년|개월|달|회차|회)[ ]?전(?![가-힣])
        | 지난[ ]?(?:회차|번|조사|평가|발표|차수|해)
        | (?:이전|앞선|기존)[ ]?(?:회차|조사|평가|발표|차수|순위|성적|기록)|전[ ]?회차
        | (?:last|previous|preceding|prior)[ ](?:year|edition|time|report|survey|round|one|issue)
        | (?:months|years|year)[ ](?:earlier|before|ago)""",
    ),
    "YEARUNTIL": ("dl", rf"{YEAR}[ ]?년?[ ]?까지|\bby[ ]{YEAR}(?![0-9])"),
    "EDITION": (
        "dhl",
        r"""제[ ]?[0-9]{1,3}[ ]?(?:회차|회|판)|[0-9]{1,3}[ ]?회차
        | [0-9]{1,3}회(?=[ ]?[(:]|에서)|\bedition[ ](?:no\.?[ ]?)?[0-9]{1,3}\b""",
    ),
    "ORDINALEDITION": ("dl", rf"\b{ORDINAL}[ ](?:edition|report|issue|survey|round)\b"),
    "BOUND": (
        "dhl",
        rf"""(?:상위|톱|top|best)[ -]?{COUNT}(?![0-9A-Za-z])[ ]?(?:위|%|권)?
        | [0-9]{{1,5}}[ ]?위?[ ]?[~-][ ]?[0-9]{{1,5}}[ ]?위
        | [0-9]{{1,5}}[ ]?위[ ]?(?:이내|이하|이상|미만|초과|안팎|안쪽|바깥|권
          |(?:안|내|밖)(?:에|으로|의|인|에서|에는|까지)?(?![가-힣]))
        | \b(?:within|above|below|outside|under|beyond|least|than)[ ](?:the[ ])?{ORDINAL}
          (?![ ]edition)""",
    ),
    # Behind the digits 위 also begins 위원 and 위안, a member and a currency.
    "RANK": (
        "dhlo",
        rf"""{JOINT}?[ ]?(?:[0-9]{{1,3}},[0-9]{{3}}|[0-9]{{1,5}})[ ]?위(?:\([ ]?공동[ ]?\))?
        (?!원|안[을이은의화]|치|성|업|험|기|생|탁|반|법)""",
    ),
    "ORDINAL": ("dhlo", rf"{JOINT}?\b{ORDINAL}|\bno\.[ ]?[0-9]{{1,5}}\b|\#[0-9]{{1,5}}\b"),
    "PLACES": (
        "dhl",
        rf"""{COUNT}[ ]?(?:계단|단계)(?:씩)?
        | {COUNT}[ -](?:places?|spots?|positions?|notch(?:es)?|rungs?|ranks?|steps?)\b""",
    ),
    "YEARONLY": (
        "d",
        rf"{YEAR}[ ]?년(?![가-힣]{{0,2}}간)|{YEAR}(?![0-9%]|[.,][0-9]|[ ]?[가-힣])",
    ),
    "NOWTIME": ("l", r"this[ ](?:year|edition|time)"),
    "BEHINDPLACE": ("l", r"ahead[ ]of|out[ ]of|instead[ ]of"),
    "COMPARED": ("l", r"(?:compared[ ](?:with|to)|up[ ]on)\b"),
    "ASIAPACIFIC": ("hl", r"아시아[ ]?·[ ]?태평양|아·태|\basia[ /-]pacific\b"),
    "NUMBER": ("d", r"[0-9]++(?:,[0-9]{3}(?![0-9]))*+(?:\.[0-9]++)?"),
    "ARROW": ("o", r"→|[-=]{1,2}>"),
    "HANGUL": ("h", r"[가-힣]++"),
    "LATIN": ("l", r"[^\W\d_가-힣]++"),
    "COMMA": ("o", r"[,、;]"),
    "DOT": ("o", r"[·/&]"),
    "COLON": ("o", r":"),
    "OPEN": ("o", r"[(\[]"),
    "CLOSE": ("o", r"[)\]]"),
    "QUOTE": ("do", r"'s\b|['\"“”「」『』《》]"),
    "DASH": ("o", r"-(?=\s|$)"),
    "MARK": ("o", r"[▲△▴▵▷▶■□○●◆◇◎※▸•*]"),
    "STOP": ("o", r"[.!?。](?=\s|$|['\"”」』])"),
    "REST": ("dhlo", r"[\s\S]"),
}


def beginning_with(character_class):
    """One expression for the lexemes that may begin with this class of character."""
    chosen = {
        kind: lexeme for kind, (classes, lexeme) in LEXEMES.items() if character_class in classes
    }
    alternatives = "|".join(f"(?P<{kind}>{lexeme})" for kind, lexeme in chosen.items())
    return re.compile(alternatives, re.VERBOSE | re.IGNORECASE)


WITH_DIGIT, WITH_HANGUL, WITH_LETTER, WITH_OTHER = map(beginning_with, "dhlo")
DIGITS_AND_SIGN = frozenset("0123456789'")


def lexeme_at(text, position):
    """The match of the lexeme at a position; its `lastgroup` names the kind."""
    return expression_for(text[position]).match(text, position)


def expression_for(letter):
    if is_hangul(letter):
        return WITH_HANGUL
    if letter.isalpha():
        return WITH_LETTER
    return WITH_DIGIT if letter in DIGITS_AND_SIGN else WITH_OTHER
