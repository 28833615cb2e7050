import pytest

from rankings.sentences import read

from .corpus import context, samples, told, vocabulary

SAMPLES = list(samples())
NAMES = vocabulary()


def name(sample):
    return f"{sample['form']}: {sample['text'].strip()[:40]}"


@pytest.mark.parametrize("sample", SAMPLES, ids=name)
def test_sentence_gives_its_figures_and_no_others(sample):
    suggestions = read(sample["text"], NAMES, context(sample))

    assert [told(suggestion) for suggestion in suggestions] == sample["read"]


def test_samples_cover_each_form_and_both_languages():
    forms = {line.split()[0] for sample in SAMPLES for line in sample["read"]}
    texts = [sample["text"] for sample in SAMPLES]

    assert forms == {"trend", "label", "respectively", "move", "places", "statement"}
    assert sum(text.isascii() or "→" in text for text in texts) > 60
    assert sum(any("가" <= letter <= "힣" for letter in text) for text in texts) > 60
    assert len(texts) == len(set(texts))
