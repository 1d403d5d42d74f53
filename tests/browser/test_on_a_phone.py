"""A phone in one hand: the chosen place in a sheet that covers nothing that one is at."""

from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser import verbs

PEEK = 200  # px


def sheet(page: Page) -> Locator:
    """The sheet of the chosen place."""
    return page.locator(".panel-sheet")


def handle(page: Page) -> Locator:
    """What opens and lowers the sheet."""
    return page.locator(".sheet-handle")


def box_of(locator: Locator) -> FloatRect:
    """A visible part's box."""
    box = locator.bounding_box()
    assert box is not None
    return box


def draw(page: Page, by: int) -> None:
    """Draw the handle with a finger: upwards by a positive number of px."""
    box = box_of(handle(page))
    x, y = box["x"] + box["width"] / 2, box["y"] + 12
    touch = page.context.new_cdp_session(page)
    for kind, points in (
        ("touchStart", [{"x": x, "y": y}]),
        *(("touchMove", [{"x": x, "y": y - by * step / 8}]) for step in range(1, 9)),
        ("touchEnd", []),
    ):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_without_a_choice_there_is_no_sheet(phone: Page) -> None:
    verbs.open_map(phone)
    expect(handle(phone)).to_be_hidden()
    assert box_of(sheet(phone))["y"] > box_of(phone.locator(".map-box"))["y"] + 244


def test_the_sheet_peeks_with_name_amount_and_ways_onward(phone: Page) -> None:
    verbs.open_map(phone, "municipality=LV-041")
    box = box_of(sheet(phone))
    assert (box["width"], box["height"], box["y"]) == (390, PEEK, 844 - PEEK)
    for part in (
        phone.get_by_role("heading", level=2, name="Jelgavas novads"),
        sheet(phone).locator(".panel-amount"),
        sheet(phone).get_by_role("link", name="Atvērt profilu"),
        sheet(phone).get_by_role("link", name="Saraksts"),
    ):
        inside = box_of(part)
        assert inside["y"] >= box["y"]
        assert inside["y"] + inside["height"] <= 844
    amount = sheet(phone).locator(".share-words").inner_text()
    assert verbs.plain(amount) == "1 no 2 iestādēm"
    expect(phone.get_by_role("heading", level=3, name="Bāriņtiesa")).to_be_hidden()
    map_box = box_of(phone.locator(".map-box"))
    assert abs(map_box["width"] / map_box["height"] - 1.6) < 0.01


def test_the_ways_onward_fit_a_phone(phone: Page) -> None:
    for lang in ("lv", "en"):
        for width in (390, 320):
            phone.set_viewport_size({"width": width, "height": 844})
            verbs.open_map(phone, f"municipality=LV-041&lang={lang}")
            for way in sheet(phone).locator(".panel-actions > *").all():
                if way.is_visible():
                    box = box_of(way)
                    assert box["x"] + box["width"] <= width, way.inner_text()
                    assert round(box["height"]) >= 44


def test_a_button_and_a_finger_open_and_lower_it(phone: Page) -> None:
    verbs.open_map(phone, "municipality=LV-041")
    lens = phone.get_by_role("heading", level=3, name="Bāriņtiesa")
    handle(phone).tap()
    expect(lens).to_be_visible()
    expect(handle(phone)).to_have_attribute("aria-expanded", "true")
    expect(handle(phone)).to_have_text("Rādīt mazāk")
    handle(phone).tap()
    expect(lens).to_be_hidden()
    expect(handle(phone)).to_have_attribute("aria-expanded", "false")
    draw(phone, 150)
    expect(lens).to_be_visible()
    draw(phone, -150)
    expect(lens).to_be_hidden()
    draw(phone, 20)  # not far enough
    expect(lens).to_be_hidden()
    assert box_of(sheet(phone))["height"] == PEEK


def test_an_open_sheet_keeps_nobody_in_it_and_covers_no_focus(phone: Page) -> None:
    verbs.open_map(phone, "municipality=LV-041")
    handle(phone).tap()
    expect(handle(phone)).to_have_attribute("aria-expanded", "true")
    phone.locator(".legend-marks").focus()
    expect(handle(phone)).to_have_attribute("aria-expanded", "false")
    for focused in phone.locator(".legend-column, .zoom button, .footer a").all():
        focused.focus()
        box = box_of(focused)
        assert box["y"] + box["height"] <= 844 - PEEK, focused.inner_text()


def test_escape_lowers_it_then_closes_it_and_the_focus_stays(phone: Page) -> None:
    verbs.open_map(phone, "municipality=LV-041")
    handle(phone).focus()
    phone.keyboard.press("Enter")
    expect(handle(phone)).to_have_attribute("aria-expanded", "true")
    phone.keyboard.press("Escape")
    expect(handle(phone)).to_have_attribute("aria-expanded", "false")
    assert "municipality=LV-041" in phone.url
    phone.keyboard.press("Escape")
    name = verbs.panel(phone).get_by_role("heading", level=2)
    expect(name).to_have_text("Latvija kopumā")
    expect(name).to_be_focused()
    assert "municipality" not in phone.url


def test_the_closing_button_closes(phone: Page) -> None:
    verbs.open_map(phone, "municipality=LV-041")
    sheet(phone).get_by_role("link", name="Aizvērt").tap()
    expect(handle(phone)).to_be_hidden()
    assert "municipality" not in phone.url


def test_the_sheet_leads_to_the_list(phone: Page) -> None:
    verbs.open_map(phone, "municipality=LV-041")
    sheet(phone).get_by_role("link", name="Saraksts").tap()
    phone.wait_for_url("**view=list*")
    row = phone.get_by_role("table").get_by_role("link", name="Jelgavas novads", exact=True)
    expect(row).to_have_attribute("aria-current", "true")


def test_the_hatch_is_finer_on_a_phone(phone: Page) -> None:
    verbs.open_map(phone, "indicator=ngo_awareness")
    fills = {one["fill"] for one in verbs.areas(phone).values()}
    hatched = {one[6:-2] for one in fills if one.startswith('url("#hatch')}
    assert hatched
    assert all(one.endswith("-small") for one in hatched)
    for pattern in hatched:
        expect(phone.locator(f"#{pattern}")).to_have_attribute("width", "6")
    assert 'url("#no-answer-small")' in fills


def test_no_name_is_cut_at_the_maps_edge(phone: Page) -> None:
    for width in (390, 320):
        phone.set_viewport_size({"width": width, "height": 844})
        verbs.open_map(phone)
        names = phone.locator(".map-graph .picture-names > text")
        for name in names.all():
            if name.is_visible():
                box = box_of(name)
                assert box["x"] >= 0, name.text_content()
                assert box["x"] + box["width"] <= width, name.text_content()
