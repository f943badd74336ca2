// Package replica exchanges changes between this store and the others of the organisation. Whoever sends says what it holds, its
// own streams too when nothing of them is new, and adds what the other lacks and may hold; whoever receives verifies all of it,
// takes it in, and says what it holds now. That word, signed, is the acknowledgement: nothing is "exchanged" before it is there.
// How far each exchange is follows from the journal and from these words alone, so that a kill at any step costs nothing.
//
// What travels is a parcel: a stream of bytes that a driver carries. bundle/ puts it into a sealed file; pipe/ lets two stores
// exchange parcels over a pair of pipes.
package replica
