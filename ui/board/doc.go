// Package board is the screen on the wall of a waiting room: who is called, who waits, and about how long still, in big letters.
// It shows numbers and nothing else. It has no keys and nothing to choose, so that nobody who stands before it can do anything; it
// ends when its terminal does, or when whoever runs it says so. It is no screen of the app: Run shows it alone on a terminal.
package board
