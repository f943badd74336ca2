// Package pairs is the buddy pairs: students with their weeks and wishes, pairs that are proposed, published, checked in
// on and ended, and what is kept in private about them. The pairs' screen and commands use it, the desk for who holds a
// request, and loop.
//
// Below it, match finds the best pairs and gives its reasons; loop/pairing puts the two together.
package pairs
