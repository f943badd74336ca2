// Package disk stands between the rooms of the store and bbolt: whoever reads or writes an entry does so through it, so that what a
// value looks like on disk is decided in one place. Rooms below store name no bbolt but where files are opened (package lock).
package disk
