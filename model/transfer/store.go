package transfer

import "time"

// Succession is what became of the organisation's root key when a copy was put back.
type Succession uint8

// What can become of it.
const (
	NoRoot   Succession = iota // there was none
	Centre                     // the store is the centre
	NoPhrase                   // nobody gave the phrase
)

// Forgotten is what putting a copy back made of the lists of what was erased.
type Forgotten struct {
	Lists int    // how many were at hand
	Last  string // the day of the last erasure on them; "" when none stands on any
	Again int    // how many residents and requests in the copy were erased once more
}

// Verdict is what a check of a store found.
type Verdict struct {
	Problems []Problem // none: all is well
	Repaired bool      // what is derived was made anew
	Digest   string    // one hash over the derived state
	Digests  map[string]string
	Against  []Compared // the copies that it was compared with
	Names    int        // other names of the file on the disk (hard links), under which nothing is ever erased
	Unwiped  int        // free places in which words of who was erased can still stand; the data are whole with them
}

// Problem is something that a check found wanting.
type Problem struct {
	// Kind is "chain": the journal itself; "derived": what is made from it, which a repair makes anew; "file": the pages;
	// "altered": changes that were there are gone, or are others.
	Kind     string
	Where    string
	Detail   string    // a code, for whoever looks into it
	Sequence uint64    // of what was altered, the change that it begins with, as far as is known
	Seen     time.Time // when that was still whole; zero: not known
	File     string    // the copy that shows it; "": the file itself does, or what was noted of it
}

// Compared is a copy that a store was compared with.
type Compared struct {
	Path string
	Seen time.Time // when it was made
	Else int       // how many streams of it are of scopes that the store, of one holder, does not hold
}
