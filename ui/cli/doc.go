// Package cli is Leerbalie as commands: one file a command, on top of spf13/cobra.
//
// A command knows no disk. It gets its powers from main (see Powers), works through a model.View like every screen, writes
// one JSON value or a table to the standard output and nothing else there, and says what went wrong on the standard error
// as a sentence in the person's language. The exit status is 0 for done, 1 for could not, 2 for used wrongly.
package cli
