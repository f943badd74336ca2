// Package loop closes the circle between work and learning: a request that was handled becomes evidence, and what a student
// has still to learn becomes an offer in the queue, or a reason for a pair (pairing). It is the only room that knows both
// the desk and learning.
package loop
