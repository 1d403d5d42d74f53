"""A written name is its institution or none, never another; a misspelt one finds it among three."""

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from etl.build import STUDY
from etl.replies.declension import case_forms
from etl.replies.frame import directory, place_names
from etl.replies.names import Directory, Known
from etl.replies.suggest import Lookalikes
from etl.replies.words import fold, name_parts, without_marks
from etl.survey_format import read_survey

COURT, SERVICE, BRANCH = "orphans_court", "social_service", "employment_agency"


@cache
def study() -> Directory:
    return directory(read_survey(STUDY))


@cache
def lookalikes() -> Lookalikes:
    return Lookalikes(study().institutions.values())


ALL = list(study().institutions.values())
PLACED = [known for known in ALL if "bez norādītas vietas" not in known.name]


def found(text: str, institution_type: str = "", place: str = "") -> list[str]:
    named = study().named(name_parts(text), institution_type, place)
    return [known.institution_id for known in named]


def in_place_first(name: str) -> str:
    """ "Bāriņtiesa, Alojas novads", the places in the nominative."""
    for genitive, nominative in {
        "novada": "novads",
        "pagasta": "pagasts",
        "pagastu": "pagasti",
        "pilsētas": "pilsēta",
    }.items():
        name = name.replace(f"{genitive} ", f"{nominative} ")
    *place, last = name.split()
    kind = [place.pop(), last] if last == "dienests" else [last]
    return f"{' '.join(kind).capitalize()}, {' '.join(place)}"


def in_the_dative(name: str) -> str:
    changes = {
        "novada": "novadam",
        "bāriņtiesa": "bāriņtiesai",
        "sociālais dienests": "sociālajam dienestam",
        "filiāle": "filiālei",
    }
    for nominative, dative in changes.items():
        name = name.replace(nominative, dative)
    return name


WAYS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in capitals": str.upper,
    "without diacritics": without_marks,
    "with spaces": lambda name: f"  {name.replace(' ', '   ')} ",
    "abbreviated": lambda name: (
        name.replace("novada", "nov.").replace("pagasta", "pag.").replace("pilsētas", "pils.")
    ),
    "with the type abbreviated": lambda name: (
        name.replace("bāriņtiesa", "BT")
        .replace("sociālais dienests", "SD")
        .replace("Nodarbinātības valsts aģentūras", "NVA")
    ),
    "in the dative": in_the_dative,
    "as it signs its letters": lambda name: name.replace(
        "sociālais dienests", "pašvaldības aģentūras “Sociālais dienests”"
    ),
    "as its council names it": lambda name: name.replace("novada soc", "novada domes Soc"),
    "as its city is called since 2021": lambda name: name.replace("pilsētas", "valstspilsētas"),
    "as its city was called before": lambda name: name.replace("pilsētas", "republikas pilsētas"),
}


@pytest.mark.parametrize("way", WAYS)
def test_all_286_are_found_in_every_form_of_writing(way: str) -> None:
    assert len(ALL) == 286
    for known in ALL:
        assert found(WAYS[way](known.name)) == [known.institution_id], WAYS[way](known.name)


def test_the_type_may_stand_first_and_places_in_the_nominative() -> None:
    for known in PLACED:
        if known.institution_type != BRANCH:
            written = in_place_first(known.name)
            assert found(written) == [known.institution_id], written


def test_the_only_one_of_its_type_is_found_by_code_and_by_any_case_of_its_place() -> None:
    for code, name in place_names("2009").items():
        stem, kind = name.split()
        here = [known for known in PLACED if known.municipality_code == code]
        for institution_type in (COURT, SERVICE):
            own = [known for known in here if known.institution_type == institution_type]
            parts = [known for known in own if known.part]
            assert found("", institution_type, code) == [known.institution_id for known in own]
            for form in set(case_forms(stem)) - {"Priekuli"}:  # may be Priekuļi too
                with_kind = found(f"{form} {kind}", institution_type)
                assert with_kind == ([] if parts else [own[0].institution_id]), form
                bare = found(form, institution_type)
                assert len(bare) != 1 or bare == [own[0].institution_id], form


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("Jelgavas bāriņtiesa", "the city or the novads"),
        ("Rēzeknes sociālais dienests", "the city or the novads"),
        ("Gulbenes novads", "a service and six courts"),
        ("Ogres novada bāriņtiesa", "one of its two courts"),
        ("Daugavpils novada bāriņtiesa", "one of four courts, and more that are not named"),
        ("Priekuļu bāriņtiesa", "the parish's court, or any of the novads"),
        ("Priekuli sociālais dienests", "Priekuļi, or Priekule in the accusative"),
        ("Saldus pilsētas bāriņtiesa", "no court of the town is known"),
        ("Valmieras novada bāriņtiesa", "a novads since 2021"),
        ("Rīgas domes Labklājības departaments", "not an institution of the frame"),
        ("Talsu bāriņtiesa un sociālais dienests", "two institutions in one"),
        ("Nodarbinātības valsts aģentūras Talsu filiāle", "one of 26 that the study does not name"),
        ("Bāriņtiesa", "no place"),
        ("", "nothing"),
    ],
)
def test_what_may_mean_several_or_none_is_not_taken_for_one(written: str, why: str) -> None:
    assert len(found(written)) != 1, why


def test_marks_decide_where_they_are_written() -> None:
    assert found("Priekuļi, sociālais dienests") == ["ss-LV-075"]
    assert found("Priekulē, sociālais dienests") == ["ss-LV-074"]
    assert found("Priekule, sociālais dienests") == ["ss-LV-074"]


def test_type_and_place_narrow_a_name_and_never_widen_it() -> None:
    assert found("Jelgava", COURT, "LV-JEL") == ["oc-LV-JEL"]
    assert found("Jelgavas bāriņtiesa", "", "LV-041") == ["oc-LV-041"]
    assert found("Talsu sociālais dienests", COURT) == []
    assert found("Talsu sociālais dienests", "", "LV-041") == []


def test_the_only_known_court_of_a_part_is_not_the_court_of_the_whole() -> None:
    maltas = Known("a", COURT, "Rēzeknes novada Maltas pagasta bāriņtiesa", "1", "Rēzeknes novads")
    frame = Directory([maltas], {"1": "Rēzeknes novads"})
    assert frame.named(name_parts("Maltas bāriņtiesa"), "", "") == [maltas]
    for written in ("Rēzeknes novada bāriņtiesa", "Rēzeknes bāriņtiesa"):
        assert frame.named(name_parts(written), "", "") == []
    assert frame.named(name_parts(""), COURT, "1") == []


def test_two_of_one_name_are_told_apart_by_their_place_alone() -> None:
    twins = [
        Known("a", COURT, "Salas pagasta bāriņtiesa", "1", "Salas novads"),
        Known("b", COURT, "Salas pagasta bāriņtiesa", "2", "Babītes novads"),
    ]
    frame = Directory(twins, {"1": "Salas novads", "2": "Babītes novads"})
    assert frame.named(name_parts("Salas pag. bāriņtiesa"), "", "") == twins
    assert frame.named(name_parts("Salas pag. bāriņtiesa"), "", "2") == [twins[1]]


def test_a_municipality_is_found_by_code_and_by_name_with_its_kind() -> None:
    assert study().municipality("lv-jel ") == ["LV-JEL"]
    assert study().municipality("Ķekavas nov.") == ["LV-052"]
    assert study().municipality("Cēsīs") == ["LV-022"]
    assert study().municipality("Jelgava") == ["LV-041", "LV-JEL"]
    assert study().municipality("Valmieras novads") == []


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["drop", "double", "swap", "change"]),
        st.floats(0, 0.999),
        st.sampled_from("aābcčdeēfgģhiījkķlļmnņoprsštuūvzž "),
    ),
    min_size=1,
    max_size=2,
)


def misspelt(name: str, edits: list[tuple[str, float, str]]) -> str:
    for kind, where, letter in edits:
        at = int(where * (len(name) - 1))
        one, two, rest = name[at], name[at + 1], name[at + 2 :]
        middle = {
            "drop": two,
            "double": one + one + two,
            "swap": two + one,
            "change": letter + two,
        }[kind]
        name = name[:at] + middle + rest
    return name


@given(st.sampled_from(PLACED), EDITS, st.booleans())
@example(study().institutions["ss-LV-075"], [("drop", 0.2, "a")], True)
def test_a_misspelt_name_is_never_another_and_stands_among_three(
    known: Known, edits: list[tuple[str, float, str]], bare: bool
) -> None:
    text = misspelt(known.name, edits)
    text = without_marks(text) if bare else text
    taken = found(text)
    assert len(taken) != 1 or taken == [known.institution_id], text
    if len(taken) != 1:
        suggestions = lookalikes().suggest(text)
        assert len(suggestions) == 3
        assert known in [one.known for one in suggestions], text
        assert [one.score for one in suggestions] == sorted(
            (one.score for one in suggestions), reverse=True
        )


def test_suggestions_keep_to_a_type_and_to_what_the_frame_has() -> None:
    suggestions = lookalikes().suggest("Aizkraukels novads", SERVICE)
    assert suggestions[0].known.institution_id == "ss-LV-002"
    assert {one.known.institution_type for one in suggestions} == {SERVICE}
    assert Lookalikes([]).suggest("Aizkraukle") == []
    assert len(lookalikes().suggest("")) == 3


@given(st.text(max_size=40))
def test_any_text_at_all_can_be_looked_up(text: str) -> None:
    found(text)
    study().municipality(text)
    lookalikes().suggest(text)
    assert fold(fold(text)) == fold(text)
