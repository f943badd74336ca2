// Package conflict finds what people wrote apart from each other that does not go together, of every kind of entity, and lets
// whoever knows settle it. Nothing is kept of a conflict: it is there as long as what was written says so, on every replica.
package conflict
