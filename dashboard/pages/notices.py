"""What of a link could not be understood, said on the page that it led to."""

from dashboard.components.attributes import Child
from dashboard.components.notice import notice
from dashboard.i18n.translate import Words
from dashboard.state import PARAMETERS, ParsedState


def unknown_notices(parsed: ParsedState, w: Words) -> list[Child]:
    """A strip for each parameter or value that is not known."""
    return [notice("", _sentence(parsed, *one, w), form="strip") for one in parsed.unknown]


def _sentence(parsed: ParsedState, parameter: str, value: str, w: Words) -> str:
    if parameter not in PARAMETERS and parameter not in parsed.own:
        return w("notice.unknown_parameter", parameter=parameter)
    whole = parsed.state == parsed.state.plain()
    key = "notice.bad_link" if whole else "notice.bad_link_default"
    return w(key, parameter=parameter, value=value)
