// Package exchange brings requests in from files and out to files. It knows what a column or a field means here; how the
// files themselves are written is known below, in tabular and open311. Everything goes through a model.Session, so that an
// import can do no more than the person who runs it.
//
// A row is whole or absent. Rows are written in batches; an import that is stopped leaves what was done, and a second run
// completes it, because a row is known again by its source id (or, where a file has none, by what it says).
package exchange
