// Package outline puts the parts of a competency list, as a file names them, into the tree of a framework, and holds their
// texts to what may be kept: whatever is the same for every format.
package outline
