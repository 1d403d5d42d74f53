"""The order of Latvian names, as a Latvian index has it."""

from dashboard.i18n.order import latvian_key


def test_names_stand_as_in_a_latvian_index() -> None:
    right = [
        "Ādažu novads",
        "Aglonas novads",
        "Cēsu novads",
        "Ciblas novads",
        "Kuldīgas novads",
        "Ķeguma novads",
        "Lubānas novads",
        "Ļaudonas pagasts",
        "Saulkrastu novads",
        "Stopiņu novads",
        "Šūmanes pagasts",
        "Zilupes novads",
        "Žīguru pagasts",
    ]
    mixed = [*right[1::2], *right[::2]]
    assert sorted(mixed, key=latvian_key) == right


def test_a_long_vowel_decides_only_where_all_else_is_alike() -> None:
    assert sorted(["Mārupe", "Marupe", "Marupes"], key=latvian_key) == [
        "Marupe",
        "Mārupe",
        "Marupes",
    ]
