"""Lines broken by measured widths."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dashboard.figures.letters import FACES, ROOM, lines_of, width_of
from dashboard.i18n.translate import LANGUAGES, catalogue
from tests.letter_widths import LETTERS

SAID = "34 pašvaldībās no 119 nevienā iestādē, kas atbildēja, nav apmācītu darbinieku"
TEXTS = st.text(alphabet="aīmW .–\u00a0", max_size=120)


def test_a_line_ends_where_the_next_word_would_not_fit() -> None:
    lines = lines_of(SAID, "headline", 28, 600)
    assert len(lines) > 1
    for line, following in pairwise(lines):
        longer = f"{line} {following.split(' ')[0]}"
        assert width_of(longer, "headline", 28) * ROOM > 600


@given(text=TEXTS, width=st.integers(0, 900))
def test_no_letter_is_lost_and_no_line_is_too_long_but_for_a_single_word(
    text: str, width: int
) -> None:
    lines = lines_of(text, "text", 15, width)
    assert " ".join(lines) == text
    assert all(width_of(one, "text", 15) * ROOM <= width or " " not in one for one in lines)


def test_a_number_stays_with_its_base() -> None:
    assert lines_of("1\u00a0no\u00a02 iestādēm", "text", 15, 1) == ["1\u00a0no\u00a02", "iestādēm"]


def test_every_letter_of_the_catalogue_is_measured() -> None:
    said = {
        letter
        for lang in LANGUAGES
        for entry in catalogue(lang).values()
        for text in (entry.values() if isinstance(entry, dict) else [entry])
        for letter in text
    }
    assert said - set(LETTERS) - set("→←↑↓\n") == set()


def test_bold_is_never_narrower_than_plain() -> None:
    assert set(FACES) == {"headline", "text", "strong"}
    assert width_of("\u4e00", "text", 10) == width_of("W", "text", 10)
    assert width_of(SAID, "strong", 15) > width_of(SAID, "text", 15)
