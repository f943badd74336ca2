// Package tabular reads and writes tables as text: CSV in the ways that Dutch offices really save it.
//
// Reading finds out by itself what the file does not say: the separator (semicolon, comma, tab, bar, or Excel's own
// "sep=;" line), the line ending (LF, CRLF, or CR alone), and the encoding (UTF-8 with or without a mark, UTF-16,
// Windows-1252, ISO 8859-15). Rows stream: the memory used does not grow with the file. A row that cannot be read is an
// error of that row, with its number; the rest goes on. Only a file that is no table at all is refused as a whole.
//
// Rows are numbered as a spreadsheet shows them: the header is row 1, and empty lines count. A cell that holds line
// breaks makes a row span several lines, so a row number is not always a line number; errors carry both.
//
// The scanner is our own and not encoding/csv, which reads an unclosed quote on to the end of the file, in memory, and
// loses every row behind it. Here such a row is refused and reading goes on with the next line. On all sound input the
// two agree; a fuzz test holds that. Writing is done by encoding/csv.
//
// Errors are *model.Error values (kind Invalid), inside a *RowError where they belong to one row. Their codes begin with
// "csv.", "date." and "number."; the word lists hold the sentences.
package tabular
