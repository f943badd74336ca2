// Package file handles the store's file safely around bbolt, which maps it into memory and believes what it finds: a
// file that was cut off ends the program with a signal, a dangling link gets its target made, an empty file becomes a
// store. So a file is looked at before bbolt may touch it, a new one takes its name only when it is whole on disk, and
// whoever has it open leaves a note for others.
package file
