// Package command is one run of the program from the command line: who asks and where the answers go (Caller), what main
// lets it do (Powers), and with them the run itself (Run), which opens the store for who acts, reads arguments, and turns
// what went wrong into a sentence and an exit status. It knows no command.
package command
