# The yearly North Sea Port table from the data package, with R (packages jsonlite and arrow).
library(arrow)
library(jsonlite)
args <- commandArgs(trailingOnly = TRUE)
folder <- if (length(args) > 0) args[1] else "out/north-sea-port"
package <- fromJSON(file.path(folder, "data", "datapackage.json"))
totals <- read_parquet(file.path(folder, "data", "joint_total.parquet"))
claims <- read_parquet(file.path(folder, "data", "observation.parquet"))
print(totals[, c("period", "total_at_least", "reported_likely", "likely_state", "status", "missing")])
port <- subset(claims, place == "NLVLI" & basis == "seized_in_port" & substance == "COC")
print(port[order(port$period_start), c("period_start", "value", "unit", "wording", "publication")])
