"""python -m tests.faulty: write `tests/data/faulty` and its table of what must be told anew."""

import csv

from tests.faulty import text_files, waves, workbooks
from tests.faulty.expected import FOLDER, TABLE


def main() -> None:
    """Write every small faulty file, and `expected.csv`."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    cases = sorted(
        [*text_files.cases(), *workbooks.cases(), *waves.cases()], key=lambda case: case.name
    )
    assert len({case.name for case in cases}) == len(cases)
    for old in FOLDER.iterdir():
        old.unlink()
    for case in cases:
        (FOLDER / case.name).write_bytes(case.data)
    with TABLE.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(["file", "sheet", "row", "column", "fault"])
        for case in cases:
            for sheet, row, column, fault in case.told:
                writer.writerow([case.name, sheet, "" if row is None else row, column, fault])


if __name__ == "__main__":
    main()
