"""What any page offers to pass on: the link of a view, and a report of an error in it."""

from dash import html

from dashboard.components.report import ReportWords, report
from dashboard.components.share import CopyWords, copier
from dashboard.i18n.translate import Words


def copy_words(w: Words, action: str) -> CopyWords:
    """The words of a copying button; `action` is the key of what stands on it."""
    return CopyWords(w(action), w("action.copied"), w("action.not_copied"))


def copy_button(w: Words, action: str = "action.share", name: str = "button") -> html.Button:
    """A button that copies the address of the view."""
    return copier(copy_words(w, action), name=name)


def report_button(w: Words, name: str, told: str, revision: str) -> html.Button:
    """A button that reports an error: `name` for the subject, `told` is what is shown."""
    return report(
        ReportWords(
            action=w("report.action"),
            subject=w("report.subject", shown=name),
            lines=(
                w("report.shown", shown=told),
                w("report.version", revision=revision),
                w("report.ask"),
            ),
            copied=w("report.copied"),
            failed=w("action.not_copied"),
        )
    )
