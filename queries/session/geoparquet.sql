-- Writes a CSV file of the analysis dialect as GeoParquet: each row with the outline of its area.
-- Parameters: csv (path), columns (name → type), areas (path of a CSV file: boundary_set, area,
--   geometry; area is a code, a region or '' for Latvia, geometry is GeoJSON), path, facts (name →
--   text, kept in the file).

copy (
    select
        r.*,
        st_geomfromgeojson(a.geometry) as geometry
    from read_csv($csv, header = true, auto_detect = false, columns = $columns) as r
    left join
        read_csv(
            $areas,
            header = true,
            auto_detect = false,
            max_line_size = 100000000,
            columns = { 'boundary_set': 'VARCHAR', 'area': 'VARCHAR', 'geometry': 'VARCHAR' }
        ) as a
        on
            r.boundary_set = a.boundary_set
            and coalesce(r.municipality_code, r.planning_region, '') = coalesce(a.area, '')
) to $path (format parquet, compression zstd, kv_metadata $facts);
