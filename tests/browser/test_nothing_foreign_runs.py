"""What somebody might smuggle into a page, or around it, does not run."""

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Watch

SMUGGLED = """<script>window.smuggled = 'script';</script>
<img src="data:," alt="" onerror="window.smuggled = 'attribute'">"""


def with_smuggled(route: Route) -> None:
    """The server's own answer with a script in its text, and its headers as they are."""
    answer = route.fetch()
    body = answer.text().replace("</body>", f"{SMUGGLED}</body>")
    route.fulfill(response=answer, body=body)


def test_a_script_that_is_not_ours_does_not_run(page: Page, watch: Watch) -> None:
    page.route("**/methods", with_smuggled)
    page.goto("/methods")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("img[onerror]")).to_have_count(1)
    assert page.evaluate("() => window.smuggled ?? 'nothing'") == "nothing"
    assert [one for one in watch.complaints if "Content Security Policy" not in one] == []
    assert len(watch.complaints) == 2  # the browser says of both why they did not run
    watch.complaints.clear()


def test_a_page_cannot_be_shown_within_another_s(page: Page, watch: Watch) -> None:
    other = f"<!DOCTYPE html><title>Other</title><iframe src='{watch.address}/'></iframe>"
    page.route("**/other", lambda route: route.fulfill(body=other, content_type="text/html"))
    with page.expect_event("requestfailed"):
        page.goto("/other")
    expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_have_count(0)
    assert any("frame-ancestors" in one for one in watch.complaints)
    watch.complaints.clear()
