// Package open311 reads and writes service requests as cities exchange them: Open311 GeoReport v2 in JSON (an array, or
// an object around one, or a single request) and in XML, and the Open311 Bulk CSV.
//
// Records stream one by one into a neutral Record; what a record is worth here is the caller's to decide. A record that
// cannot be read is a *tabular.RowError and reading goes on with the next; a file that breaks off is an error of its own
// and ends the reading, with every record before it already given. Chicago's extension (the channel and the notes of a
// request's life) is understood; so are ids as numbers, and null, empty and missing values.
//
// Records are numbered from 1 in JSON and XML, and by spreadsheet row (the header is row 1) in CSV.
//
// Errors have kind Invalid and codes that begin with "open311." or, for cells and dates, those of package tabular.
package open311
