// Package text is every word a person reads, in Dutch and in English.
//
// A sentence has an id ("queue.empty") and named places ({number}). One area of the app is one pair of files: queue_nl.go
// and queue_en.go. Tests hold both languages to the same ids and the same places, and fail for an id that nothing uses.
//
// Sentences are plain (level B1): short, active, no jargon of the program.
package text
