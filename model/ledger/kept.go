package ledger

import (
	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/trust"
)

// Kept tells of which groups a copy of the store may write what counts of their students: all of them, but on a laptop, which has what it was
// invited for. What it wrote of others would wait at the centre and be nowhere to be seen. The person is who acts: a laptop that has not heard yet
// that it was admitted knows its scopes from that person's invitation.
func Kept(tx model.Tx, copy journal.Replica, person journal.ID) (func(group journal.ID) bool, error) {
	s, err := trust.In(tx)
	if err != nil {
		return nil, err
	}
	return func(group journal.ID) bool {
		return s.Keeps(copy, person, journal.Scope{Class: journal.Learning, Part: group})
	}, nil
}
