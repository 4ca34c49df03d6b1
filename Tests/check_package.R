# Reads every CSV of a study's folder as docs/reading.md says, in R without packages, and compares what
# comes out with what datapackage.json promises: names, types, empty cells, every digit of whole numbers,
# hashes and keys as text. Prints a line for each table. Usage: Rscript check_package.R FOLDER
options(warn = 2)
folder <- commandArgs(TRUE)[1]

# datapackage.json has one form, a line for each member: that is all the JSON that is needed here.
lines <- readLines(file.path(folder, "datapackage.json"), encoding = "UTF-8")
lines <- lines[seq_len(match('  "provenance": {', lines))]
member <- function(margin, key) {
  pattern <- sprintf('^ {%d}"%s": "(.*)",$', margin, key)
  at <- grep(pattern, lines)
  data.frame(at, value = sub(pattern, "\\1", lines[at]))
}
tables <- member(6, "path")
names <- member(12, "name")
types <- member(12, "type")
kinds <- c("string", "integer", "number", "boolean")
stopifnot(nrow(tables) > 0, types$at == names$at + 1, types$value %in% kinds)
fields <- data.frame(table = findInterval(names$at, tables$at), name = names$value, type = types$value)
stopifnot(fields$table > 0)

check <- function(path, fields) {
  file <- file.path(folder, path)
  fault <- function(...) stop(path, ": ", ..., call. = FALSE)
  table <- read.csv(file, na.strings = "")
  # Every cell as it is written.
  text <- read.csv(file, colClasses = "character", na.strings = character(), check.names = FALSE)
  if (nrow(table) == 0 || nrow(table) != nrow(text)) fault("it has ", nrow(table), " rows")
  widths <- count.fields(file, sep = ",", quote = "\"", comment.char = "")
  # NA is a line that goes on in the next one.
  if (any(widths != nrow(fields), na.rm = TRUE)) fault("a row has another number of cells")
  if (!identical(names(text), fields$name)) fault("names aren't those of the package")
  # read.csv would have changed a name that R doesn't allow.
  if (!identical(names(table), fields$name)) fault("a name isn't one that R allows")
  for (i in seq_along(fields$name)) {
    name <- fields$name[i]
    cells <- table[[i]]
    written <- text[[i]]
    if (!identical(is.na(cells), written == "")) fault(name, ": NA isn't what is empty")
    there <- written != ""
    # A column without a value shows no type.
    if (!any(there)) next
    if (fields$type[i] == "string") {
      if (!is.character(cells)) fault(name, ": text came out as ", class(cells))
      if (any(cells[there] != written[there])) fault(name, ": a text isn't as it is written")
    } else if (fields$type[i] == "boolean") {
      # type.convert knows TRUE and FALSE alone, as.logical true and false, too.
      flags <- as.logical(cells)
      if (anyNA(flags[there])) fault(name, ": a flag that as.logical doesn't know")
    } else {
      if (!is.numeric(cells)) fault(name, ": numbers came out as ", class(cells))
      # What a double holds of a whole number is shown without an exponent.
      same <- fields$type[i] == "number" | sprintf("%.0f", cells) == written
      if (!all(same[there])) fault(name, ": a whole number lost digits")
    }
  }
  cat(sprintf("%s: %d rows, %d columns, read by R\n", path, nrow(table), ncol(table)))
}

for (i in seq_len(nrow(tables))) check(tables$value[i], fields[fields$table == i, ])
runs <- read.csv(file.path(folder, "runs.csv"), na.strings = "")
stopifnot(grepl("^k[0-9a-f]{12}$", runs$run_key), grepl("^h[0-9a-f]{16}$", runs$run_hash))
