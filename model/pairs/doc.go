// Package pairs is the buddy pairs: students with their weeks and wishes, pairs that are proposed, published, checked in
// on and ended, and what is kept in private about them. match finds the best pairs, with its reasons.
package pairs
