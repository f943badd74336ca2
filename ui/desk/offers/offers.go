// Package offers knows to whom what waits is best offered, worked out for all of it at once: moving the cursor costs
// nothing. The desk decides.
package offers

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/loop"
	"leerbalie/model/pairs"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/screen"
)

// Offers are the offers of what waits.
type Offers struct {
	*wording.Wording
	ask    screen.Tickets
	all    map[journal.ID][]loop.PairOffer
	mine   map[journal.ID]bool // offered first to the student who sits here, or to the student's pair
	hour   time.Time           // it was worked out in: by the roster, others are there at another time
	asking bool
	stale  bool // something changed while it was being worked out
}

// New makes offers of nothing yet; Fetch works them out.
func New(w *wording.Wording) *Offers { return &Offers{Wording: w} }

// Concerns tells whether a change can make other offers.
func Concerns(c screen.Changed) bool {
	return slices.ContainsFunc([]journal.Kind{desk.KindRequest, model.KindPerson, pairs.KindPair, learning.KindDossier, model.KindSite, model.KindGroup,
		competence.KindFramework}, c.Has)
}

// turn lets one session at a time work offers out: after each commit all of them do, while people press keys.
var turn = make(chan struct{}, 1)

// Fetch works the offers out anew; what comes in bursts is worked out once more when the first is done.
func (o *Offers) Fetch() tea.Cmd {
	if o.asking {
		o.stale = true
		return nil
	}
	session, now, env := o.Env.Session, o.Env.Now(), *o.Env
	o.asking, o.stale, o.hour = true, false, o.hourOf(now)
	return screen.Ask(o.Env.Ctx, o.ask.Next(), func(ctx context.Context) (map[journal.ID][]loop.PairOffer, error) {
		env.Calm(time.Second)
		select {
		case turn <- struct{}{}:
			defer func() { <-turn }()
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		return loop.ReadOffers(ctx, session, now)
	})
}

// Took takes the offers in. Where they could not be worked out, nothing is offered: the desk decides without them.
func (o *Offers) Took(a screen.Answer[map[journal.ID][]loop.PairOffer]) tea.Cmd {
	if !o.ask.Fits(a.Ticket) {
		return nil
	}
	o.asking, o.all = false, a.Value
	o.Mark()
	if o.stale {
		return o.Fetch()
	}
	return nil
}

// Passed works the offers out anew where another hour has begun.
func (o *Offers) Passed(now time.Time) tea.Cmd {
	if o.hourOf(now).Equal(o.hour) {
		return nil
	}
	return o.Fetch()
}

// Mark notes what is offered first to whoever sits here, where that is a student.
func (o *Offers) Mark() {
	o.mine = map[journal.ID]bool{}
	for id, list := range o.all {
		if len(list) > 0 && o.Env.User.Has(model.RoleStudent) && o.Wording.Mine(list[0].Members) {
			o.mine[id] = true
		}
	}
}

// hourOf is the hour that a moment is in, at the site.
func (o *Offers) hourOf(t time.Time) time.Time {
	t = t.In(o.Zone())
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), 0, 0, 0, t.Location())
}

// Of are the offers of a request while it waits.
func (o *Offers) Of(id journal.ID, s desk.Status) []loop.PairOffer {
	if s != desk.StatusWaiting {
		return nil
	}
	return o.all[id]
}

// ForMe tells whether a request is offered first to the student who sits here.
func (o *Offers) ForMe(id journal.ID, s desk.Status) bool {
	return s == desk.StatusWaiting && o.mine[id]
}

// CountForMe is how many requests are.
func (o *Offers) CountForMe() int { return len(o.mine) }

// To tells whether a request that waited was offered to those who take it up, by the offers that were shown with it.
func (o *Offers) To(s desk.Status, shown []loop.PairOffer, who []journal.ID) pairs.Offered {
	switch {
	case o.all == nil || s != desk.StatusWaiting:
		return pairs.OfferNotKnown
	case len(shown) > 0 && journal.SameIDs(shown[0].Members, who):
		return pairs.OfferedFirst
	}
	return pairs.OfferedNot
}

// Why is the reasons for an offer. What anybody was judged is not among them.
func (o *Offers) Why(offer loop.PairOffer) string {
	w := o.Env.Words
	reasons := make([]string, 0, len(offer.Reasons)+1)
	for _, why := range offer.Reasons {
		reasons = append(reasons, w.Say("offer."+string(why)))
	}
	if offer.Load > 0 {
		reasons = append(reasons, w.Count("offer.load", offer.Load))
	}
	return strings.Join(reasons, "; ")
}
