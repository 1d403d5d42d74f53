"""Records written by hand for the sentences: places, institutions, answers, values."""

from dashboard.i18n.reading import CASES, TRAINING
from dashboard.records import AreaValue, Institution, InstitutionAnswer, Municipality

NBSP = "\N{NO-BREAK SPACE}"
JOINER = "\N{WORD JOINER}"

YES = {CASES: "yes", TRAINING: "trained"}
NO = {CASES: "no", TRAINING: "not_trained"}


def plain(text: str) -> str:
    """The text with ordinary spaces and no joiners, as one types it."""
    return text.replace(NBSP, " ").replace(JOINER, "")


def place(names: str, type_: str = "novads", *, complete: bool = True) -> Municipality:
    """A municipality from its five forms, separated by commas."""
    nom, gen, dat, acc, loc = names.split(", ")
    return Municipality(
        wave="2016",
        boundary_set="2009",
        code=f"LV-{nom}",
        name_nom=nom,
        name_gen=gen,
        name_dat=dat,
        name_acc=acc,
        name_loc=loc,
        type=type_,
        planning_region="Zemgales",
        label_lon=24.0,
        label_lat=56.6,
        neighbours=(),
        frame_complete=complete,
    )


def novads(stem: str, *, complete: bool = True) -> Municipality:
    """A novads from the stem of its name."""
    forms = ("novads", "novada", "novadam", "novadu", "novadā")
    return place(", ".join(f"{stem} {form}" for form in forms), complete=complete)


JELGAVAS = novads("Jelgavas")
BAUSKAS = novads("Bauskas")
ADAZU = novads("Ādažu")
GULBENES = novads("Gulbenes", complete=False)
RIGA = place("Rīga, Rīgas, Rīgai, Rīgu, Rīgā", "republikas_pilseta")
REZEKNE = place("Rēzekne, Rēzeknes, Rēzeknei, Rēzekni, Rēzeknē", "republikas_pilseta")
DAUGAVPILS = place(
    "Daugavpils, Daugavpils, Daugavpilij, Daugavpili, Daugavpilī", "republikas_pilseta"
)
JEKABPILS = place("Jēkabpils, Jēkabpils, Jēkabpilij, Jēkabpili, Jēkabpilī", "republikas_pilseta")


def institution(
    kind: str,
    where: Municipality | None = JELGAVAS,
    sub_unit: str = "",
    *,
    code: str | None = None,
    responded: bool = True,
) -> Institution:
    """An institution of a place; `code` puts it into a newer unit. None: not placed."""
    own = where.code if where else ""
    return Institution(
        institution_id=f"{kind}/{own}/{sub_unit}",
        institution_type=kind,
        name_lv="",
        name_en="",
        sub_unit=sub_unit,
        code=own if code is None else code,
        own_name_nom=where.name_nom if where else "",
        own_name_gen=where.name_gen if where else "",
        responded=responded,
    )


def court(
    where: Municipality = JELGAVAS, sub_unit: str = "", *, responded: bool = True
) -> Institution:
    return institution("orphans_court", where, sub_unit, responded=responded)


def service(where: Municipality = JELGAVAS, *, responded: bool = True) -> Institution:
    return institution("social_service", where, responded=responded)


def answer(who: Institution, indicator: str, code: str) -> InstitutionAnswer:
    """Its answer: yes, no, ? (estimated), - (no answer), x (not published), # (suppressed),
    or any code of the survey, which counts as a no.
    """
    evidence = {"?": "estimated", "-": "no_answer", "x": "not_published", "#": "suppressed"}
    known = code not in evidence
    words = {"yes": YES.get(indicator, "yes"), "no": NO.get(indicator, "no")}
    return InstitutionAnswer(
        institution_id=who.institution_id,
        indicator=indicator,
        answer=words.get(code, code) if known else "",
        evidence=evidence.get(code, "named"),
        share=float(code == "yes") if known else 0.15 if code == "?" else None,
        lower=float(code == "yes") if known else 0.15 if code == "?" else None,
        upper=float(code == "yes") if known else 0.15 if code == "?" else None,
        base=126 if code == "?" else None,
        source="footnote 35",
        quote="",
        caveats=(),
    )


def answers(indicator: str, said: dict[Institution, str]) -> list[InstitutionAnswer]:
    """Rows for those who say something; an empty string is an institution without a row."""
    return [answer(who, indicator, code) for who, code in said.items() if code]


def many(kind: str, count: int, where: Municipality = JELGAVAS) -> list[Institution]:
    """So many institutions of a type in one place, each of a parish of its own."""
    return [institution(kind, where, f"{n}. pagasts") for n in range(1, count + 1)]


def value(
    indicator: str,
    a: int | None,
    b: int | None,
    *,
    evidence: str = "named",
    kind: str = "all",
    bounds: tuple[int, int] | None = None,
    caveats: tuple[str, ...] = (),
    code: str = "LV-016",
) -> AreaValue:
    """A value of an area: a of b, or bounds of b, or neither."""
    low, high = bounds or (a, a)
    return AreaValue(
        indicator=indicator,
        institution_type=kind,
        code=code,
        planning_region="",
        numerator=None if bounds else a,
        denominator=b,
        value=None if b is None or a is None else a / b,
        lower=None if b is None or low is None else low / b,
        upper=None if b is None or high is None else high / b,
        evidence=evidence,
        sources=(),
        caveats=caveats,
        class_number=None,
    )
