// Package uitest drives the app without a terminal: it presses keys, runs the commands that follow until nothing is left
// to do, keeps its own time, and compares what shows with pictures kept in testdata.
//
// It also counts: whoever reads or writes storage in Update or View, and not in a command, is told.
package uitest
