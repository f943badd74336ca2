// Package match makes buddy pairs of students, exactly and with reasons. It is pure: the same input gives the same answer.
//
// Hard rules say who can go with whom (rule.go); wishes give a pair points, as many as a coordinator's weights allow, 100
// in all (wish.go). Points are counted in whole hundredths, so that what is shown is what was optimised.
//
// What is best (propose.go): as many pairs as possible; of those proposals, by choice, the highest total of points, or
// first the highest score for the pair that has the lowest. A rematch (rematch.go) weighs every change to a running pair
// against what it gives. Locks and prohibitions hold within the optimisation, and each is priced by leaving it out
// (price.go). Who is left over by an odd number joins the pair where that costs least (trio.go). Everybody who is left
// is told which rule stands in the way, and what would help (left.go).
package match
