// Package offers works out, for each waiting request, which pairs may take it and whom of those it teaches most.
//
// It only offers: whoever stands at the desk decides, and an offer never keeps a request from anybody else. Nobody waits for
// learning: a request is offered first to who has the least to do of those who may take it, running and offered ones counted together,
// and nobody who has more than Options.Bound requests more is offered it at all. Of several with as little to do it is offered to whom
// it teaches most, but those who handled over one request more in the last weeks than the mean of all come after others, so that
// nobody gets far more than their share. What that brings about, and against what, was played: decisions/0023-does-the-loop-teach.md.
//
// The package is pure and deterministic. Pairs, requests and nodes are numbers here: places in the lists that are given.
package offers
