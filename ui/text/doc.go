// Package text is every word a person reads: it chooses a language, and says, counts and recognises in it.
//
// A sentence has an id ("desk.empty") and named places ({number}). A language is one folder, nl and en, with one file an
// area; the files have the same names in each. Tests hold the languages to the same ids and the same places, and fail for an
// id that nothing uses. The languages of the program stand in one list, All.
//
// Sentences are plain (level B1): short, active, no jargon of the program.
package text
