"""A small sheet to draw, and how a drawn one is read."""

import re
from xml.etree import ElementTree

from dashboard.components.legend import Column
from dashboard.figures.colours import paints
from dashboard.figures.map_sheet import MapSheet, SheetWords
from dashboard.figures.paragraphs import Said
from dashboard.figures.picture import Shapes, fill_of
from dashboard.figures.sheet_map import MapDrawing

SVG = "{http://www.w3.org/2000/svg}"
AREAS = {"A": "M0,0l900,0 0,900z", "B": "M900,0l900,0 0,900z", "C": "M0,900l900,0 0,200z"}
TRAINING = paints("training_coverage")
WORDS = SheetWords(
    lang="lv",
    product="Rīcības karte",
    kicker=Said("· visas iestādes", "Apmācība"),
    map_label="Latvijas pašvaldību karte: Apmācība",
    headline="1 pašvaldībā <no 3> nevienā iestādē nav apmācītu darbinieku",
    lead="Apmācīti darbinieki & citi.",
    chosen=Said("Nav atbildes.", "Bauskas novads."),
    notices=(Said("Tievās līnijas rāda vecās robežas.", "2021. gada robežas."),),
    legend=Said("pēc īpatsvara, %", "Pašvaldību skaits"),
    counted="nav atbildes: 1 pašvaldība.",
    foot=("Avots", "Tiesībsargs. " * 30, "Robežas"),
    short_foot="Avots · datu versija 2016-1",
)
COLUMNS = (
    Column(0, 0, 0, "0 %", "neviena"),
    Column(2, 1, 1, "20–40", swatch=2),
    Column(12, 1, 0, "nav atbildes", gap="gap-16", swatch=12),
    Column(13, 0, 0, "nav publicēts", gap="gap-16", swatch=13),
)


def small_sheet(**changes: object) -> MapSheet:
    """Three areas: known, estimated, silent; the last one selected unless told otherwise."""
    given = {
        "shapes": Shapes(AREAS, "M0,0l1800,0 0,1100z"),
        "fills": {
            "A": fill_of(TRAINING[2]),
            "B": fill_of(TRAINING[8]),
            "C": fill_of(TRAINING[12]),
        },
        "selected": "C",
        "label": "Bauskas novads",
        "label_point": (24.2, 56.4),
    }
    drawing = MapDrawing(**given | changes)  # type: ignore[arg-type]
    return MapSheet("training_coverage", WORDS, drawing, COLUMNS)


def read(svg: str) -> ElementTree.Element:
    """The drawn file; fails where it is no XML."""
    return ElementTree.fromstring(svg)


def missing_ids(svg: str) -> set[str]:
    """What the file refers to and does not define."""
    used = set(re.findall(r'(?:href="#|url\(#)([^")]+)', svg))
    named = re.findall(r'aria-labelledby="([^"]+)"', svg)
    defined = re.findall(r'\bid="([^"]+)"', svg)
    assert len(defined) == len(set(defined)), "an id stands twice"
    return (used | {one for names in named for one in names.split()}) - set(defined)


def texts(svg: str) -> list[str]:
    """All lines of text."""
    found = [one for one in read(svg).iter() if one.tag in {f"{SVG}text", f"{SVG}tspan"}]
    return ["".join(one.itertext()) for one in found if one.get("x")]
