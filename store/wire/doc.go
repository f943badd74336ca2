// Package wire is the form of what stands on disk: keys, changes with their chain, records, items, rows and drafts. It knows no file
// and no bucket.
package wire
