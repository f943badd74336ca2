// Package lookup finds what a person named on the command line: somebody, a group, a site, a resident or a pair, by name,
// number or id. What is not there and what could be several are errors that say so.
package lookup
