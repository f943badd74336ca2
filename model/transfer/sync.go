package transfer

import (
	"time"

	"leerbalie/model/journal"
)

// Peer is another computer with which this one exchanges directly: where it is, and by what it is known.
type Peer struct {
	Name    string
	Address string          // ssh://[user@]host[:port]
	HostKey string          // of the computer, as a line of an OpenSSH file: it may not change
	Key     string          // a file with a key that is shown when this copy's own is not known there; "": none
	Replica journal.Replica // that answered last; zero: none did yet
	Tried   time.Time       // when there was an exchange last, or was to be one; zero: never
	Failed  string          // the code of why the last exchange failed; "": it did not
}

// Host is what a computer shows of itself before anybody says who they are.
type Host struct {
	Address     string // as it is kept
	Key         string // a line of an OpenSSH file
	Fingerprint string // SHA256:…
}
