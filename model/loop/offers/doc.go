// Package offers works out, for each waiting request, which pairs may take it and whom of those it teaches most.
//
// It only offers: whoever stands at the desk decides, and an offer never keeps a request from anybody else. An urgent
// request goes to whoever has the least to do, whatever it would teach. And nobody is offered more than their share: among
// the pairs that may take a request, the one it is offered to has at most Options.Bound requests more than the one with
// the fewest, running and offered ones counted together.
//
// The package is pure and deterministic. Pairs, requests and nodes are numbers here: places in the lists that are given.
package offers
