package pairs

// Offered tells whether work had been offered to a pair, or a student, before they took it up.
type Offered int

// Whether it had been. It is not known of work that was taken up before this was noted, by a command, many at once, or from somebody else's hands.
const (
	OfferNotKnown Offered = iota
	OfferedFirst          // to them before anybody else
	OfferedNot            // to others before them, or to nobody
)

// Offers lists what can be known of it.
func Offers() []Offered { return []Offered{OfferNotKnown, OfferedFirst, OfferedNot} }
