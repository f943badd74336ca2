// Package serve lets several people work on one store. One process has the store open, the holder; all others are sessions in it.
//
// On one machine a second start finds the holder's socket (socket.go), attaches to it (attach.go) and is a session there
// (session.go); a command runs there and prints here (run.go, call.go). What is of the one who calls stays with the caller: files,
// standard input, the editor and secrets are asked for over the connection (reach.go asks, answer.go answers). When the holder leaves or
// dies, whoever is left takes the store over and goes on where it was (life.go).
//
// Over a network the same sessions are served by SSH (network.go), to those whose keys are known.
//
// One protocol does both: SSH, on a socket of this machine without a key, as the system tells who is at the other end. The package
// knows no store: main hands in what can be done with the one that is open, as a House.
package serve
