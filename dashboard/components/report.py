"""Report an error in what is shown: by mail where a contact is set, else as a text to send on."""

from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import attributes, icon


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The words of a report; report.js adds the address of the view as it is when pressed."""

    action: str  # "Ziņot par kļūdu"
    subject: str  # of the mail
    lines: tuple[str, ...]  # what is shown, in which version of the data
    copied: str
    failed: str


def report(words: ReportWords) -> html.Button:
    """Return the button. The contact stands in the page's <meta name="contact">, if anywhere."""
    return html.Button(
        [icon("flag"), html.Span(words.action)],
        type="button",
        className="report",
        **attributes(
            {
                "data-report": "\n".join(words.lines),
                "data-subject": words.subject,
                "data-copied": words.copied,
                "data-failed": words.failed,
            }
        ),
    )
