"""The small parts, as trees."""

import pytest
from dash import html

from dashboard.components import controls, header, lens, panel, squares, tabs
from dashboard.components.distribution import distribution as drawing
from dashboard.components.evidence_badge import Badge, evidence_badge, mark
from dashboard.components.notice import notice
from dashboard.components.picture import live_place
from dashboard.components.profile import Crumb, ProfileHead, crumbs, profile_head
from dashboard.components.profile_table import (
    Answer,
    Column,
    ProfileRow,
    answer_cell,
    profile_table,
)
from dashboard.components.search import search
from dashboard.components.share_of import share_of
from dashboard.components.sheet import PAGE_COUNT, PAGE_NUMBER, sheet_foot
from dashboard.components.stage import StageIds, StageView, StageWords, stage
from dashboard.figures.distribution import distribution, estimated_range
from dashboard.records import EVIDENCE

from .trees import nodes, plain, text, with_class

CHOICES = [
    controls.Choice("2009", "2009", "?boundary_set=2009", active=True),
    controls.Choice("2021", "2021", "?boundary_set=2021"),
]


def test_header_marks_the_current_page_and_language() -> None:
    made = header.header(
        header.HeaderWords("Rīcības karte", "Lapas", "Valoda", "Izvēlne", "Uz saturu"),
        "/",
        [header.HeaderLink("Karte", "/", current=True), header.HeaderLink("Metodes", "/methods")],
        [header.HeaderLink("LV", "?lang=lv", True, "lv"), header.HeaderLink("EN", "?lang=en")],
    )
    current = {text(node): node["props"]["aria-current"] for node in with_class(made, "is-current")}
    assert current == {"Karte": "page", "LV": "true"}


def test_a_segment_is_links_that_carry_parameter_and_address() -> None:
    links = with_class(controls.segment("Robežas", "boundary_set", CHOICES), "segment-link")
    assert [link["props"]["href"] for link in links] == [
        "?boundary_set=2009",
        "?boundary_set=2021",
    ]
    assert {link["props"]["data-param"] for link in links} == {"boundary_set"}
    assert [link["props"].get("aria-current") for link in links] == ["true", None]


def test_a_select_is_labelled_and_knows_its_parameter() -> None:
    made = plain(controls.select("Reģions", "planning_region", CHOICES))
    kinds = [node["type"] for node in nodes(made)]
    assert kinds.index("Label") < kinds.index("Select")
    chosen = [node["props"]["value"] for node in nodes(made) if node["props"].get("selected")]
    assert chosen == ["2009"]


@pytest.mark.parametrize(("on", "next_value"), [(True, "off"), (False, "on")])
def test_a_switch_leads_to_its_other_value(on: bool, next_value: str) -> None:
    made = controls.switch("Aplēses", "estimates", ("off", "on"), "?", on=on)
    link = next(node for node in nodes(made) if node["type"] == "A")["props"]
    assert link["aria-checked"] == str(on).lower()
    assert link["data-value"] == next_value


def test_the_filter_button_opens_the_filters() -> None:
    words = controls.FilterWords("Filtri", "Rādīt", "Aizvērt")
    made = controls.filters([html.Span("x")], words, [("boundary_set", "Robežas")])
    sheet = with_class(made, "filters")[0]["props"]["id"]
    openers = with_class(made, "filters-button") + with_class(made, "filters-chip")
    assert [one["props"]["aria-controls"] for one in openers] == [sheet, sheet]
    assert text(openers[1]) == "Robežas: "
    closers = [n["props"]["data-closes"] for n in nodes(made) if "data-closes" in n["props"]]
    assert closers == [sheet, sheet]


def test_tabs_form_a_tablist_with_one_tab_stop() -> None:
    items = [
        tabs.IndicatorTab(name, name, name, "114 no 235", "iestādēm", 0.5, 0.25, "?", active)
        for name, active in [("training_coverage", True), ("ngo_awareness", False)]
    ]
    made = plain(tabs.tabs(items, "Rādītāji", "map"))
    assert made["props"]["role"] == "tablist"
    links = with_class(made, "indicator-tab")
    assert [link["props"]["tabIndex"] for link in links] == [0, -1]
    assert [link["props"]["aria-selected"] for link in links] == ["true", "false"]


def test_a_bar_draws_no_part_of_nothing() -> None:
    assert [
        with_class(tabs.bar(0, 0.24), f"bar-{kind}") != [] for kind in ("solid", "hatched")
    ] == [
        False,
        True,
    ]


def test_squares_stand_in_the_order_of_the_look_and_are_hidden() -> None:
    made = squares.squares("training_coverage", ["no_answer", "no", "yes", "estimated"])
    kinds = [node["props"]["className"].split("-")[1] for node in with_class(made, "square")]
    assert kinds == ["yes", "estimated", "no", "no_answer"]
    assert plain(made)["props"]["aria-hidden"] == "true"
    assert squares.letters(["no", "yes"]) == "yn"


def test_above_twelve_institutions_there_is_a_bar() -> None:
    made = squares.squares("training_coverage", ["yes"] * 3 + ["no"] * 9 + ["no_answer"])
    assert with_class(made, "square") == []
    assert with_class(made, "bar-solid")[0]["props"]["style"] == {"width": "25.0%"}


def test_the_amount_is_always_written_beside_the_squares() -> None:
    made = share_of("training_coverage", ["yes", "no"], "1 no 2", "iestādēm")
    assert text(made) == "1 no 2 iestādēm"


@pytest.mark.parametrize("evidence", EVIDENCE)
def test_a_badge_is_mark_word_and_source(evidence: str) -> None:
    made = evidence_badge(Badge(evidence, "Vārds", "35. piezīme"))
    assert with_class(made, f"mark-{evidence}")
    assert text(made) == "Vārds35. piezīme"


def test_an_unknown_kind_of_evidence_is_refused() -> None:
    with pytest.raises(ValueError, match="guessed"):
        mark("guessed")


def test_a_notice_has_its_action() -> None:
    made = notice("Aplēses ir izslēgtas.", "118 pašvaldībām.", html.A("Rādīt", href="?"))
    assert text(made) == "Aplēses ir izslēgtas. 118 pašvaldībām. Rādīt"


def test_a_lens_says_answer_evidence_and_the_other_indicators() -> None:
    made = lens.lens(
        lens.Lens(
            institution="Bāriņtiesa",
            state="atbildēja",
            indicator="training_coverage",
            kinds=("no",),
            answer="Nav",
            badge=Badge("named", "Nosaukts", "35. piezīme"),
            others=(lens.ShortAnswer("NVO", "estimated", "aplēse 33 %"),),
            notes=("Piezīme.",),
        )
    )
    assert text(made) == "BāriņtiesaatbildējaNavNosaukts35. piezīmeNVOaplēse 33 %Piezīme."
    assert with_class(made, "is-one")


def test_the_panel_closes_by_removing_the_municipality() -> None:
    place = panel.Place("Jelgavas novads", "m", "s", "training_coverage", "Aizvērt", "?")
    close = with_class(panel.panel_body(place, []), "icon-button")[0]["props"]
    assert (close["data-param"], close["data-value"]) == ("municipality", "")


def test_without_a_place_there_is_a_hint_and_nothing_to_close() -> None:
    made = panel.panel_body(
        panel.Place("Latvija", "", "", "training_coverage"), [], hint="Izvēlieties"
    )
    assert with_class(made, "icon-button") == []
    assert text(with_class(made, "panel-hint")) == "Izvēlieties"


def test_the_search_field_has_a_label_and_its_own_list() -> None:
    made = plain(search("Meklēt", "find", '{"one":"{n} x"}', "Nav {text}"))
    props = {node["type"]: node["props"] for node in nodes(made)}
    assert props["Label"]["htmlFor"] == props["Input"]["id"] == "find"
    assert (props["Ul"]["role"], props["Ul"]["aria-label"]) == ("listbox", "Meklēt")
    assert props["P"]["role"] == "status"
    assert (made["props"]["data-none"], made["props"]["id"]) == ("Nav {text}", "search-box")


def test_the_stage_holds_graph_legend_and_named_buttons() -> None:
    graph = live_place("map", "/a.svg", "LV-041")
    words = StageWords("Tuvināt", "Tālināt", "Viss", "Z", "D", "R", "A", "Saraksts", tuple("PIRG"))
    seen = StageView(html.Div("Karte"), as_list=True)
    made = plain(stage(graph, html.Div(), words, StageIds("list", "legend"), seen))
    moves = {
        node["props"]["data-map-move"]: node["props"]["aria-label"]
        for node in nodes(made)
        if "data-map-move" in node["props"]
    }
    assert set(moves) == {"in", "out", "home", "north", "south", "west", "east"}
    drawn = with_class(made, "map-graph")[0]["props"]
    assert (drawn["data-picture"], drawn["data-selected"]) == ("/a.svg", "LV-041")
    assert "role" not in drawn  # its areas are named one by one
    place = with_class(made, "map-list")[0]["props"]
    assert (place["aria-label"], place["data-columns"]) == ("Saraksts", '["P", "I", "R", "G"]')
    assert "is-list" in made["props"]["className"]


def test_the_distribution_shows_the_own_count_only() -> None:
    made = drawing(distribution([0, 0, 0.5], 0.5, 0.4), "training_coverage", ("0", "½", "visas"))
    assert text(with_class(made, "dist-plot")) == "1"
    assert with_class(made, "dist-latvia")[0]["props"]["style"] == {"left": "40.00%"}


def test_an_estimate_is_a_hatched_range_with_its_mean() -> None:
    made = drawing(estimated_range(0.25, 1, 0.5, 0.4), "ngo_awareness", ("0", "", "visas"))
    assert with_class(made, "dist-range")[0]["props"]["style"] == {
        "left": "25.00%",
        "width": "75.00%",
    }
    assert with_class(made, "dist-mean")
    assert with_class(made, "dist-bar") == []


def test_the_profile_table_keeps_its_meaning_when_css_stacks_it() -> None:
    row = ProfileRow(
        indicator="training_coverage",
        name="Apmācība",
        definition="d",
        kinds=("yes", "no"),
        amount="1 no 2",
        counted=True,
        distribution="",
        answers=(Answer("Bāriņtiesa", "Nav", Badge("named", "Nosaukts")),),
    )
    columns = [Column("Rādītājs"), Column("Iestādes"), Column(""), Column("Bāriņtiesa", ("Kāda.",))]
    made = profile_table(columns, [row], "Jelgavas novads")
    assert with_class(made, "profile-table")[0]["props"]["role"] == "table"
    cells = ("Td", "Tr", "Th")
    roles = [node["props"].get("role") for node in nodes(made) if node["type"] in cells]
    assert roles == ["row", *["columnheader"] * 4, "row", "rowheader", "cell", "cell", "cell"]
    assert text(with_class(made, "head-note")) == "Kāda."
    assert text(with_class(made, "profile-column-notes")) == "Bāriņtiesa. Kāda."


def test_a_cell_says_answer_ground_evidence_caveat_and_its_sentence() -> None:
    sign = Badge("estimated", "Aplēsts", "avots", caveat="ar atrunu")
    cell = answer_cell(Answer("Bāriņtiesa", "0–1 no 1", sign, "valstī 15 %", ("Noapaļots.",)))
    assert text(cell) == "Bāriņtiesa0–1 no 1valstī 15 %Aplēstsar atrunuavotsNoapaļots."
    without = answer_cell(Answer("Bāriņtiesa", "Nav", Badge("named", "Nosaukts")))
    assert with_class(without, "badge-caveat") == with_class(without, "profile-aside") == []


def test_the_foot_of_a_sheet_counts_its_pages() -> None:
    foot = sheet_foot("Avots", f"{PAGE_NUMBER}. lapa no {PAGE_COUNT}")
    (props,) = [node["props"] for node in nodes(foot)]
    assert props["data-sheet-page"] == '"" counter(page) ". lapa no " counter(pages) ""'
    assert props["hidden"]


def test_the_locator_is_an_image_with_words() -> None:
    head = ProfileHead("Jelgavas novads", "m", "s", "l", "<svg/>", "Kur tas ir", "Zemgale")
    image = next(node["props"] for node in nodes(profile_head(head, [])) if node["type"] == "Img")
    assert image["alt"] == "Kur tas ir"
    assert image["src"] == "data:image/svg+xml,%3Csvg/%3E"


def test_the_last_crumb_is_the_page_itself() -> None:
    made = crumbs([Crumb("Karte", "/"), Crumb("Jelgavas novads")], "Ceļš")
    here = [text(node) for node in nodes(made) if node["props"].get("aria-current") == "page"]
    assert here == ["Jelgavas novads"]
