// Package modeltest is for tests of whatever keeps or shows the domain. It makes random histories (what desks do all day,
// drawn by whoever tests, on any store), one history in which every kind of change occurs once (Everything), and tells by
// the types which fields there are, so that none can be forgotten.
package modeltest
