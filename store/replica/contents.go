package replica

import (
	"crypto/ed25519"
	"io"

	"leerbalie/model/journal"
)

// To is whom a parcel is for: a replica that was admitted, or whoever opens an invitation. One of the two is zero.
type To struct {
	Replica    journal.Replica
	Invitation journal.ID
	Person     journal.ID // for Prepare alone, instead of both: who is going to be invited
}

// name is how the receiver is known in bucket peer. Who opens an invitation is known by the name of its key until its own is there.
func (to To) name() journal.Replica {
	if to.Invitation.IsZero() {
		return to.Replica
	}
	return journal.Replica(to.Invitation[:len(journal.Replica{})])
}

// Source gives the bytes of a parcel from the beginning, each time it is called: all of them are verified before the first is used.
type Source func() (io.ReadCloser, error)

// Progress is told how many changes are done. It may be nil, and is called from the goroutine that does the work.
type Progress func(done, total int64)

func (p Progress) tell(done, total int) {
	if p != nil {
		p(int64(done), int64(total))
	}
}

// Secret is what an invitation gives to whoever opens it: a key that signs for the new laptop's own key, and the identity of age that
// opens the first bundle.
type Secret struct {
	Key      ed25519.PrivateKey
	Identity string // "AGE-SECRET-KEY-1…"
}
