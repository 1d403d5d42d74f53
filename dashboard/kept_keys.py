"""Which answers are kept, and what each depends on: see kept_answers.py."""

from collections.abc import Hashable, Set
from dataclasses import dataclass

from dash.fingerprint import check_fingerprint

from dashboard.database import Database, DatabaseMissing
from dashboard.routes import view_at

SAME_FOR_ALL = {"/_dash-layout", "/_dash-dependencies"}


@dataclass(frozen=True, slots=True)
class KeptKeys:
    """The key of an answer; None where it is not to be kept. `files` are the addresses of assets.

    A key leaves out whatever changes nothing, so that nobody can fill the memory with addresses.
    """

    database: Database
    files: Set[str]

    def __call__(self, path: str, query: str) -> Hashable:
        """The key of the answer at an address."""
        # Files of the map carry their edition in the address; those that lead nowhere are no 200.
        if path in self.files or path in SAME_FOR_ALL or path.startswith("/map/"):
            return path
        if path.startswith("/_dash-component-suites/"):
            name, fingerprinted = check_fingerprint(path)  # type: ignore[no-untyped-call]
            return name, fingerprinted
        try:
            edition = self.database.edition()
        except DatabaseMissing:
            return None
        view = view_at(edition, path, query)
        return (edition.stamp, view) if view else None
