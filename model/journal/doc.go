// Package journal is how anything is kept and merged: changes in gap-free streams, a clock that orders them, values,
// records of fields with their live versions, immutable items, and the classes of confidentiality they live in. The state
// that follows is a function of the set of changes, whatever the order in which they arrive.
//
// It knows no request and no student: what it has to know of a kind of entity comes in as a row of a list (see Kinds).
package journal
