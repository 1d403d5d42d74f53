"""How places are found and followed: what a search offers, and where a choice goes when the
boundaries change. Parts of the values file.
"""

from collections.abc import Iterable

from dashboard.atlas import Atlas, read_atlas
from dashboard.database import Edition
from dashboard.i18n.grammar import institution_name, place_name, region_name, sentence_case
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.records import Municipality

Found = list[str]  # [code of the municipality it leads to, name, note]


def search_entries(edition: Edition, atlas: Atlas, w: Words) -> list[Found]:
    """All that a search can find: municipalities, then old names, then placed institutions."""
    places = [
        [place.code, place.name_nom, _about(place, w)] for place in atlas.municipalities.values()
    ]
    return [*places, *_former_names(edition, atlas.boundary_set, w), *_institutions(atlas, w)]


def _about(place: Municipality, w: Words) -> str:
    region = region_name(place.planning_region, w.lang)
    if place.type == "novads":
        return region
    return w("search.city", kind=w(f"place_type.{place.type}"), region=region)


def _former_names(edition: Edition, boundary_set: str, w: Words) -> Iterable[Found]:
    """Units that are no more, each with the unit that it went to and since when."""
    entries = [
        (
            row["to_code"],
            row["from_name"],
            w(
                "search.old_name",
                new=row["to_name"],
                year=_year_of_end(edition, row["from_set"], row["from_name"]),
            ),
        )
        for row in edition.rows("successors", {"boundary_set": boundary_set})
        if row["seat"] and row["from_name"] != row["to_name"]
    ]
    return (list(one) for one in dict.fromkeys(entries))


def _institutions(atlas: Atlas, w: Words) -> Iterable[Found]:
    """Every institution that the study places, by its full name."""
    for place in atlas.municipalities.values():
        for institution in atlas.at(place.code):
            name = sentence_case(institution_name(institution, w.lang, qualified=True))
            yield [place.code, name, place.name_nom]


def _year_of_end(edition: Edition, boundary_set: str, name: str) -> int:
    """The year of the first reform after which there is no unit of this name."""
    newer = [
        row["boundary_set"]
        for row in edition.rows("boundary_sets", {"lang": LANGUAGES[0]})
        if row["boundary_set"] > boundary_set
    ]
    for later in newer:
        if name not in {m.name_nom for m in read_atlas(edition, later).municipalities.values()}:
            return int(later)
    return int(newer[-1])


def moved(edition: Edition, boundary_set: str, w: Words) -> dict[str, dict[str, list[str]]]:
    """Other set → its code → [code here, what is said of it], for a switch of boundaries.

    Forward an old unit goes where its institutions went. Back, a newer unit goes to the old one of
    the same code if that is a part of it, as a code alone means nothing; else nowhere: code "".
    Nothing is said where the name stays the same.
    """
    sets = [str(row["boundary_set"]) for row in edition.rows("boundary_sets", {"lang": w.lang})]
    return {
        other: _forward(edition, other, boundary_set, w)
        if other < boundary_set
        else _back(edition, other, boundary_set, w)
        for other in sets
        if other != boundary_set
    }


def _forward(edition: Edition, old: str, new: str, w: Words) -> dict[str, list[str]]:
    before, after = read_atlas(edition, old).municipalities, read_atlas(edition, new).municipalities
    rows = [
        row for row in edition.rows("successors", {"boundary_set": new}) if row["from_set"] == old
    ]
    split = {row["from_code"] for row in rows if not row["seat"]}
    return {
        row["from_code"]: [
            row["to_code"],
            _carried(
                edition,
                before[row["from_code"]],
                after[row["to_code"]],
                w,
                split=row["from_code"] in split,
            ),
        ]
        for row in rows
        if row["seat"]
    }


def _carried(
    edition: Edition, old: Municipality, new: Municipality, w: Words, *, split: bool
) -> str:
    """The sentence about a unit that is another one now; "" where it keeps its name."""
    if old.name_nom == new.name_nom:
        return ""
    year = _year_of_end(edition, old.boundary_set, old.name_nom)
    if split:
        return w(
            "notice.carried.split",
            old=place_name(old, w.lang, "acc"),
            new=place_name(new, w.lang, "acc"),
            year=year,
        )
    kind = "merged" if old.type == "novads" else "merged_city"
    return w(
        f"notice.carried.{kind}", old=old.name_nom, new=place_name(new, w.lang, "loc"), year=year
    )


def _back(edition: Edition, new: str, old: str, w: Words) -> dict[str, list[str]]:
    parts = {
        row["to_code"]
        for row in edition.rows("successors", {"boundary_set": new})
        if row["from_set"] == old and row["from_code"] == row["to_code"]
    }
    return {
        code: [code, ""]
        if code in parts
        else ["", w("notice.carried.gone", old=place.name_nom, year=int(old))]
        for code, place in read_atlas(edition, new).municipalities.items()
    }
