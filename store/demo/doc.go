// Package demo fills an empty store with a believable neighbourhood: three sites in the town of Duinhage, which does not
// exist, with those who work and learn there, students who became pairs or wait for
// a buddy, and fourteen months of questions that residents came with.
//
// Everything goes through the store's one write door, as the person who did it and at the moment it is said to have
// happened; only the clock and the ids are the demo's own. The same moment and seed give the same neighbourhood. Nobody
// in it exists: names are put together by lot, telephone numbers begin with 06-000, postcodes with 2598 and 2599, and
// e-mail addresses end in .example (RFC 2606), all of which belong to nobody.
package demo
