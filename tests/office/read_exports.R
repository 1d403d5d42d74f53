# An exported table in both dialects, read as a user of R would; what R has is printed.
#
#     Rscript read_exports.R ANALYSIS.csv EXCEL.csv
#
# It stops where the two dialects are not one and the same table, to the last bit of each number.

files <- commandArgs(trailingOnly = TRUE)
texts <- c(wave = "character")  # else 2016 is a number
analysis <- read.csv(files[1], na.strings = "", fileEncoding = "UTF-8", colClasses = texts)
excel <- read.csv2(files[2], na.strings = "", fileEncoding = "UTF-8-BOM", colClasses = texts)
stopifnot(identical(analysis, excel))
numbers <- vapply(analysis, is.double, logical(1))
analysis[numbers] <- lapply(analysis[numbers], function(one) ifelse(is.na(one), NA, sprintf("%.17g", one)))
write.csv(analysis, row.names = FALSE, na = "")
