-- What are the outlines of a boundary set, as GeoJSON?
-- Parameters: boundary_set (text).
-- Columns: code, geometry (GeoJSON text, EPSG:4326). Order: code.

select
    code,
    st_asgeojson(geometry) as geometry
from municipality
where boundary_set = $boundary_set
order by code;
