-- Writes a CSV file of the analysis dialect as Parquet; an empty field is null.
-- Parameters: csv (path), columns (name → type), path, facts (name → text, kept in the file).

copy (
    from read_csv($csv, header = true, auto_detect = false, columns = $columns)
) to $path (format parquet, compression zstd, kv_metadata $facts);
