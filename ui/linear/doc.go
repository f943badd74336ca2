// Package linear shows the app without a screen: for those who hear it or read it with their fingers, and on lines that are very slow. It
// writes lines below each other, never redraws one, and after a key only what that key changed. What it has to say comes from the app as
// structure (package say); it knows no screen and no domain.
//
// Speaker turns what is said before and after a key into what is written. Model stands between Bubble Tea and the app: it waits until all
// that a key set going has ended, lets a number choose a row, and answers the keys of this mode.
//
// What is written is text, ends of lines and the backspace, which moves the cursor in what is being typed. There is no colour, no other
// sequence for a terminal, and no sign that a voice cannot read.
package linear
