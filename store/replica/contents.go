package replica

import (
	"time"

	"leerbalie/model/journal"
)

// To is whom a parcel is for: a replica that was admitted, or whoever opens an invitation. One of the two is zero.
type To struct {
	Replica    journal.Replica
	Invitation journal.ID
}

// Party is one side of an exchange, for people.
type Party struct {
	Replica journal.Replica
	Person  journal.ID // whose it is; zero for the centre and for a site
	Name    string     // of that person, or of the organisation's first site for the centre
	Label   string     // what the machine is called
	Centre  bool
}

// Contents is what a parcel holds.
type Contents struct {
	ID       journal.ID // of the parcel
	Made     time.Time  // by the wall clock of who made it, for people
	From, To Party
	Scopes   []journal.Scope // which it may hold changes of
	Until    time.Time       // of an invitation: after it the centre asks before it takes a new laptop; zero else
	Counts
	Withheld int // changes whose words stay home; see Plan.Hits
}

// Counts are what is in a parcel, in what people count.
type Counts struct {
	Changes    int // entries of the journal
	Students   int // whose data or dossiers they are about
	Evidence   int // pieces
	Judgements int
	Decisions  int
	Residents  int
	Requests   int
}

// Plan is what would travel, before any of it is written.
type Plan struct {
	Contents
	Hits []Hit // texts that seem to name a resident, the newest first, decided about or not
}

// Hit is a text in a change that seems to name a resident of a site, or to hold one's telephone number.
type Hit struct {
	Stream journal.Stream
	Seq    uint64
	Kind   journal.Kind // of what
	Entity journal.ID
	Item   journal.ItemKind
	By     journal.ID // who wrote it
	At     time.Time
	Text   string
	Found  []string // the parts of it
	Choice Choice
}

// Choice is what somebody decided about a hit.
type Choice byte

// The choices. A text about which nobody decided stays home. Letters are on disk and never reused.
const (
	Undecided Choice = 0
	StaysHome Choice = 'h'
	Travels   Choice = 't'
)

// Report is what became of a parcel that was received, in what people count.
type Report struct {
	From         Contents
	Came         Counts          // new here
	Known        int             // changes that were here already
	Waiting      []Waiting       // what was not taken in, and why
	Touched      []Entity        // what new changes are about, for whoever looks for conflicts in it
	PutAway      []journal.Scope // what this copy held and may not hold any longer
	Regained     []journal.Scope
	Acknowledged int     // of this copy's own things, how many the sender said to hold for the first time
	Missing      int     // of this copy's own things, how many nobody else is known to hold
	Admitted     Party   // who came for the first time; zero: nobody
	Second       []Party // others that came with the same invitation
}

// Entity is something in the store.
type Entity struct {
	Kind journal.Kind
	ID   journal.ID
}

// Waiting is a part of a stream that came and was not taken in. It is kept until that is decided, or until what it follows comes.
type Waiting struct {
	Party
	Scope       journal.Scope
	First, Last uint64 // sequence numbers
	Changes     int
	Reason      string // a code: of package trust, or "gap", "clock", "newer"
	At          time.Time
}

// Peer is what is known of another replica.
type Peer struct {
	Party
	Since     time.Time                 // when it was admitted
	Scopes    []journal.Scope           // that it may hold
	Holds     map[journal.Stream]uint64 // by its last word
	Wrote     uint64                    // changes of it that are here
	Lacks     uint64                    // changes that it may hold, that are here, and that it has not said to hold
	Exchanged time.Time                 // when its last word came, by this copy's clock; zero: never
	Revoked   bool
	Stuck     []Waiting
}

// Standing is how this copy stands to the others.
type Standing struct {
	Alone     int       // own things, an action each, that nobody else is known to hold
	Exchanged time.Time // when the last word of another came; zero: never
}
