// Package cli is Leerbalie as commands, on top of spf13/cobra: the program itself with the one list of what it can do, and
// the commands that are about the program (keys, man, completion, help).
//
// Every area has its commands in a room of the same name: desk, pairs, learning, people, files, overview. They share three
// rooms and know nothing of each other: command is one run of the program (who acts, with which powers, what goes wrong),
// lookup finds what a person named, output writes the answer.
//
// A command knows no disk. It gets its powers from main (see command.Powers), works through a model.Session like every screen,
// writes one JSON value or a table to the standard output and nothing else there, and says what went wrong on the standard
// error as a sentence in the person's language. The exit status is 0 for done, 1 for could not, 2 for used wrongly.
package cli
