"""python -m etl: the build, as `ricibas-karte build` runs it."""

import os
import sys
from pathlib import Path

from etl.build import build
from etl.problems import InputRefused

if __name__ == "__main__":
    try:
        build(Path(os.environ.get("RICIBAS_KARTE_DB") or "build/ricibas_karte.duckdb"))
    except InputRefused as refusal:
        print(refusal.report(), file=sys.stderr)
        sys.exit(1)
