package offers

// Work is one waiting request.
type Work struct {
	Professional bool      // a professional has to be among those who handle it
	Together     bool      // students do it as a pair
	Language     string    // BCP 47 tag that somebody has to speak; "" is no matter
	Trains       []Trained // what such work is evidence of, as far as that is known
}

// Trained is a node and how surely the work is evidence of it, from 0 to 1.
type Trained struct {
	Node   int
	Weight float64
}

// Pair is two or three students, or one, who handle requests together.
type Pair struct {
	Members      int
	Professional bool // one of them is no student
	Languages    []string
	Absent       bool      // their roster says that they are not there now
	Load         int       // requests that they are handling
	Lately       float64   // requests that they handled in the last weeks
	Open         []float64 // by node: how much they have still to show of it, from 0 to 1, below 0 where nobody asks it of them
}

// Options are the bounds. Zero values stand for the defaults.
type Options struct {
	MaxLoad int // requests that a pair handles at once; 4
	Bound   int // by how many requests a pair may be ahead of the least busy one that may take the request; 1
	Keep    int // offers to keep for each request; 3
}

func (o Options) orDefaults() Options {
	if o.MaxLoad <= 0 {
		o.MaxLoad = 4
	}
	if o.Bound <= 0 {
		o.Bound = 1
	}
	if o.Keep <= 0 {
		o.Keep = 3
	}
	return o
}

// Why is the code of a reason, for or against.
type Why string

// The reasons for an offer.
const (
	TeachesMuch Why = "offer-teaches-much" // at least half of what the work trains is new to them
	TeachesSome Why = "offer-teaches-some"
	Speaks      Why = "offer-speaks"   // the language that is asked for
	LeastBusy   Why = "offer-quiet"    // nobody who may take it has less to do
	MuchLately  Why = "offer-lately"   // they handled more than their share in the last weeks, so others go first
	Unspoken    Why = "offer-unspoken" // nobody speaks the language: they may all the same
)

// The reasons why a pair may not take a request.
const (
	NeedsProfessional Why = "offer-needs-professional"
	NeedsPair         Why = "offer-needs-pair"
	NotSpoken         Why = "offer-not-spoken"
	NotThere          Why = "offer-not-there"
	Full              Why = "offer-full"
	Share             Why = "offer-share" // they would get more than their share
)

// Reasons lists every reason for an offer, for whoever holds the sentences.
func Reasons() []Why { return []Why{TeachesMuch, TeachesSome, Speaks, LeastBusy, MuchLately, Unspoken} }

// Offer is one pair that may take a request.
type Offer struct {
	Pair    int
	Teaches float64 // how much of what the work trains is open to them, from 0 to 1
	Load    int     // what they have already, earlier offers of this round counted
	Nodes   []int   // what it would train that is open to them, the most open first
	Reasons []Why
}

// Answer is what comes of one request.
type Answer struct {
	Offers []Offer // the best first; none: nobody may take it
	Not    []Not   // pairs that may not take it, or not now
}

// Not is a pair that is not offered a request, and why.
type Not struct {
	Pair int
	Why  Why
}
