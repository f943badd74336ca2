package transfer

import (
	"time"

	"leerbalie/model/journal"
	"leerbalie/model/plain/phrase"
)

// Recipient is whom a bundle can be made for: the machine of somebody who may hold a copy, or the centre.
type Recipient struct {
	Person  journal.ID      // zero for the centre
	Name    string          // of the person, or of the organisation's first site for the centre
	Replica journal.Replica // zero: a machine that has no copy yet, and is invited by this bundle
	Label   string          // what the machine is called
	Centre  bool            // of a laptop: the way back
	Until   time.Time       // of an invitation: until when it can be opened; zero: as long as is usual
}

// Invites tells whether the bundle is the first one of a machine: it invites it.
func (r Recipient) Invites() bool { return !r.Centre && r.Replica == journal.Replica{} }

// Party is one side of an exchange.
type Party struct {
	Replica journal.Replica
	Person  journal.ID // whose it is; zero for the centre and for a site
	Name    string     // of that person, or of the organisation's first site for the centre
	Label   string     // what the machine is called
	Centre  bool
}

// Contents is what a bundle holds.
type Contents struct {
	ID       journal.ID // of the parcel in it
	Made     time.Time  // by the wall clock of who made it, for people
	From, To Party
	Scopes   []journal.Scope // which it may hold changes of
	Until    time.Time       // of an invitation; zero else
	Counts
	Withheld int // changes whose words stay home
}

// Counts are what is in a bundle, in what people count.
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

// Undecided is how many texts nobody has decided about: they stay home.
func (p Plan) Undecided() (n int) {
	for _, h := range p.Hits {
		if h.Choice == Undecided {
			n++
		}
	}
	return n
}

// Hit is a text in a change that seems to name a resident, or to hold one's telephone number.
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

// The choices. A text about which nobody decided stays home. The letters are those on disk.
const (
	Undecided Choice = 0
	StaysHome Choice = 'h'
	Travels   Choice = 't'
)

// Taken is a bundle that was written.
type Taken struct {
	Contents
	Path     string        // of the file, in full
	Code     phrase.Phrase // that opens a first bundle, shown once; "" where the machine has its key
	Recovery phrase.Phrase // of the root key, where the organisation got that with this bundle, its first; shown once
	// Acknowledged is how many of this copy's own things another says to hold, by what lay beside the bundles there.
	Acknowledged int
}

// Sealed is what is known of a bundle by what stands on it in clear, before any of it is opened.
type Sealed struct {
	For   string    // what the machine is called that it is for, or the organisation's first site for the centre; no person's name
	From  string    // the same of the one that made it
	Made  time.Time // by the clock of who made it
	Coded bool      // a first bundle: a code of five words opens it
}

// Returned is what became of a bundle that was brought in.
type Returned struct {
	From         Contents
	Came         Counts          // new here
	Known        int             // changes that were here already
	Waiting      []Waiting       // what was not taken in, and why
	Conflicts    int             // things of which two values stand now because of it
	PutAway      []journal.Scope // what this copy held and may not hold any longer
	Unsaved      int             // what is typed and not saved yet, for which something is not put away
	Regained     []journal.Scope
	Acknowledged int     // of this copy's own things, how many the sender said to hold for the first time
	Missing      int     // of this copy's own things, how many nobody else is known to hold
	WaitingThere int     // of this copy's own things, how many the centre keeps and has not taken in
	Admitted     Party   // who came for the first time; zero: nobody
	Second       []Party // others that came with the same invitation
	SetBack      bool    // the sender knows more of this copy's own work than is here: it was set back, and goes on under another name
	Tag          string  // that new numbers carry from now on, where it is another; "": it is as before
	Answer       string  // the file beside the bundle with the acknowledgement; "" where that could not be written
	Unanswered   error   // why it could not: it goes with the next bundle, once its sender is let in
}

// NotAdmitted is the code of why nothing answers a bundle whose sender nobody has let in: its acknowledgement comes once somebody has.
const NotAdmitted = "bundle-unanswered"

// Waiting is a part of a stream that came and was not taken in. It is kept until that is decided, or until what it follows comes.
type Waiting struct {
	Party
	Scope       journal.Scope
	First, Last uint64 // sequence numbers
	Changes     int
	Reason      string // a code: the sentence is waiting.REASON
	At          time.Time
}

// RefusedBundle is a bundle that was refused as a whole: nothing of it was kept.
type RefusedBundle struct {
	At     time.Time
	Reason string // the code of the sentence
}

// Machine is what is known of another copy, or of one that was invited.
type Machine struct {
	Party
	Here       bool            // it is this copy itself
	Invitation journal.ID      // that it came with, or that is open; zero for the centre
	Invited    bool            // nobody has come with it yet
	Until      time.Time       // of an open invitation
	Since      time.Time       // when it was admitted, or invited
	Scopes     []journal.Scope // that it may hold
	Wrote      int             // changes of it that are here
	Lacks      int             // changes that it may hold, that are here, and that it has not said to hold
	Exchanged  time.Time       // when its last word came; zero: never
	Revoked    bool
	Waiting    []Waiting
}

// Standing is how this copy stands to the others.
type Standing struct {
	Alone        int             // own things, an action each, that nobody else is known to hold
	WaitingThere int             // own things that the centre keeps and has not taken in
	Exchanged    time.Time       // when the last word of another came; zero: never
	Others       int             // how many others there are, invited ones as well; 0: nothing is ever exchanged
	Laptop       bool            // an invitation made this copy: it acts as its holder only
	Away         []journal.Scope // what it held and was put away
	Revoked      bool            // this copy may not exchange any longer, as far as it has heard
}
