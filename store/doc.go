// Package store keeps Leerbalie's data in one bbolt file: the journal of all changes, and what is derived from it.
//
// There is one way to write: a transaction in which changes are checked, appended to the journal with its hash chain, and
// applied to records, lists and indexes, so that all of it is on disk or none (schema.go has the drawing). Only the
// index of words follows a moment later; searching looks at what it lacks. Screens and commands never see a Store:
// they get a model.Session of it, which checks the clearance of whoever acts.
package store
