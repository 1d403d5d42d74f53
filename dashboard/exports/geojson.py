"""GeoJSON (RFC 7946): one feature a row of the CSV, its columns as properties."""

import json
from pathlib import Path

from dashboard.exports.areas import area_of, read_areas
from dashboard.exports.citation import facts
from dashboard.exports.extract import Extract


def write_geojson(extract: Extract, path: Path) -> None:
    """Write the rows as features; regions and Latvia carry their dissolved outline."""
    outlines = read_areas(extract.edition, extract.boundary_sets)
    names = [column.name for column in extract.columns]
    head = {"type": "FeatureCollection", "name": extract.table} | facts(extract, "geojson")
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "features": [')
        between = "\n"
        for batch in extract.batches():
            for values in batch:
                row = dict(zip(names, values, strict=True))
                properties = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
                file.write(
                    f'{between}{{"type":"Feature","properties":{properties},'
                    f'"geometry":{outlines[area_of(row)]}}}'
                )
                between = ",\n"
        file.write("\n]}\n")
