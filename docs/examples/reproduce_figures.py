"""Three figures of the study, reproduced from the exported answers.

    python docs/examples/reproduce_figures.py http://127.0.0.1:8050/export/answers.csv

takes the address of a site or a file that was downloaded: CSV for analysis, XLSX or Parquet. It
needs pandas and nothing of this project. Cells are marked, so that an editor can run them one by
one as a notebook.
"""

# %% Read the answers: one row is one answer of one institution
import sys
from functools import partial
from pathlib import Path

import pandas as pd

SOURCE = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8050/export/answers.csv"
READERS = {".parquet": pd.read_parquet, ".xlsx": partial(pd.read_excel, engine="openpyxl")}
read = READERS.get(Path(SOURCE.partition("?")[0]).suffix, pd.read_csv)
answers = read(SOURCE)


def count(question: str, *given: str) -> pd.Series:
    """Institutions of each type with one of these answers to a question."""
    asked = answers[(answers["question"] == question) & answers["answer"].isin(given)]
    return asked.groupby("institution_type")["institution_id"].nunique()


# %% 1. Who responded: the study prints 126 of 139, 104 of 119 and 26 of 28
responded = count("response", "responded")
asked = count("response", "responded", "no_response")
print("1. Responded")
for kind in ("orphans_court", "social_service", "employment_agency"):
    print(f"   {kind}: {responded[kind]} of {asked[kind]}")

# %% 2. Who met a case: the study lists 13 courts and 13 services
# A suspicion is an answer of its own and is not counted. «no» rests on the lists being complete.
cases = count("case_experience", "yes")
print("2. Experience with a case")
for kind in ("orphans_court", "social_service"):
    print(f"   {kind}: {cases[kind]} of {responded[kind]}")

# %% 3. Services without trained staff: the study prints 36.5 %
# Its base is every service that responded, those silent on this question included. The site's own
# indicator leaves the silent ones out of the denominator, so its share is another.
untrained = count("training", "not_trained", "planned")["social_service"]
base = responded["social_service"]
print("3. Social services without trained staff")
print(f"   {untrained} of {base}: {untrained / base:.1%}")
