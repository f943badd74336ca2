// Package fault is what goes wrong: a kind for the program, so that it can choose what to do next, and the code of a sentence
// for the person, with what fills its gaps. The sentences stand in the folders of the languages; see ui/text.
package fault
