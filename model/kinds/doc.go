// Package kinds is the one list of the kinds of entity, and of those who follow what happens in another room. A new kind
// is a row in its own room and nothing here; a new room is a line here.
package kinds
