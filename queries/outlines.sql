-- What are the outlines of the planning regions and of Latvia, as GeoJSON?
-- Parameters: boundary_set (text).
-- Columns: planning_region ('' for Latvia), geometry (GeoJSON text, EPSG:4326).
-- Order: planning_region.

select
    planning_region,
    st_asgeojson(geometry) as geometry
from outline
where boundary_set = $boundary_set
order by planning_region;
