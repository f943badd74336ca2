// Package draw brings what a session shows to its terminal, cell by cell, and keeps that terminal in order.
//
// A Program runs a model of Bubble Tea without Bubble Tea's renderer: each frame that the model draws, a text of styled
// lines, goes to a Window at once, which sends the terminal the least that makes of the last frame this one. One
// goroutine writes, the newest frame wins, and the loop that takes keys never waits for a terminal. What a terminal is
// told when a session begins and ends stands in modes.go; what bytes cannot do there, such as raw mode, is done by a
// screen.Device. Which library draws the cells is known in cells.go alone.
package draw
