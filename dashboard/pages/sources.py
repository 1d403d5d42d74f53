"""How a survey is named as the source: the study of 2016 as a reader knows it, others by title."""

from collections.abc import Mapping
from typing import Any

from dashboard.i18n.translate import STUDY, Words


def source_of(wave: Mapping[str, Any], w: Words) -> str:
    """The source as the foot of a page has it."""
    if wave["wave"] == STUDY:
        return w("footer.source")
    return w("footer.source_of", survey=wave[f"title_{w.lang}"])


def study_of(wave: Mapping[str, Any], w: Words) -> str:
    """The source as a sentence."""
    return w("profile.source.study") if wave["wave"] == STUDY else f"{wave[f'title_{w.lang}']}."


def citation_of(wave: Mapping[str, Any], w: Words) -> str:
    """How a view of this survey is cited, without its address."""
    if wave["wave"] == STUDY:
        return w("footer.citation", revision=wave["revision"])
    cited = w("footer.cited_data", revision=wave["revision"])
    return f"{wave[f'citation_{w.lang}']} {cited}"


def licence_of(wave: Mapping[str, Any], w: Words) -> str:
    """Whose the answers are, and on what terms they may be used again."""
    if wave["wave"] == STUDY:
        return w("methods.licences.study")
    return f"{wave[f'citation_{w.lang}']} {wave[f'terms_{w.lang}']}"
