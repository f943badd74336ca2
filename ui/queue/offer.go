package queue

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// offering is to whom what waits is best offered, worked out for all of it at once: moving the cursor costs nothing.
type offering struct {
	ask    askers
	by     map[model.ID][]model.PairOffer
	mine   map[model.ID]bool // offered first to the student who sits here, or to the student's pair
	hour   time.Time         // it was worked out in: by the roster, others are there at another time
	asking bool
	stale  bool // something changed while it was being worked out
}

// offersChanged tells whether a change can make other offers.
func offersChanged(c screen.Changed) bool {
	return slices.ContainsFunc([]model.Kind{model.KindRequest, model.KindPerson, model.KindPair, model.KindDossier, model.KindSite, model.KindGroup,
		model.KindFramework}, c.Has)
}

// fetchOffers works the offers out anew; what comes in bursts is worked out once more when the first is done.
func (q *Queue) fetchOffers() tea.Cmd {
	o := &q.offering
	if o.asking {
		o.stale = true
		return nil
	}
	view, now := q.env.View, q.env.Now()
	o.asking, o.stale, o.hour = true, false, q.hour(now)
	return screen.Ask(q.env.Ctx, o.ask.Next(), func(ctx context.Context) (map[model.ID][]model.PairOffer, error) { return view.Offers(ctx, now) })
}

// tookOffers takes the offers in. Where they could not be worked out, nothing is offered: the desk decides without them.
func (q *Queue) tookOffers(a screen.Answer[map[model.ID][]model.PairOffer]) tea.Cmd {
	o := &q.offering
	if !o.ask.Fits(a.Ticket) {
		return nil
	}
	o.asking, o.by = false, a.Value
	q.markOffers()
	if o.stale {
		return q.fetchOffers()
	}
	return nil
}

// markOffers notes what is offered first to whoever sits here, where that is a student.
func (q *Queue) markOffers() {
	o := &q.offering
	o.mine = map[model.ID]bool{}
	for id, list := range o.by {
		if len(list) > 0 && q.env.User.Has(model.RoleStudent) && q.mine(list[0].Members) {
			o.mine[id] = true
		}
	}
}

// hour is the hour that a moment is in, at the site.
func (q *Queue) hour(t time.Time) time.Time {
	t = t.In(q.zone())
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), 0, 0, 0, t.Location())
}

// offersOf are the offers of a request while it waits.
func (q *Queue) offersOf(id model.ID, s model.Status) []model.PairOffer {
	if s != model.StatusWaiting {
		return nil
	}
	return q.offering.by[id]
}

// forMe tells whether a request is offered first to the student who sits here.
func (q *Queue) forMe(r *model.RequestRow) bool {
	return r.Status == model.StatusWaiting && q.offering.mine[r.ID]
}

// why is the reasons for an offer. What anybody was judged is not among them.
func (q *Queue) why(o model.PairOffer) string {
	w := q.env.Words
	reasons := make([]string, 0, len(o.Reasons)+1)
	for _, why := range o.Reasons {
		reasons = append(reasons, w.Say("offer."+string(why)))
	}
	if o.Load > 0 {
		reasons = append(reasons, w.Count("offer.load", o.Load))
	}
	return strings.Join(reasons, "; ")
}

// offerLines tell to whom the request is best offered, and why. The desk decides.
func (q *Queue) offerLines(f *file, width int) (out []string) {
	w := q.env.Words
	for i, o := range q.offersOf(f.request.ID, f.request.Status) {
		id := "offer.first"
		switch {
		case i > 0:
			id = "offer.next"
		case q.offering.mine[f.request.ID]:
			id = "offer.mine"
		}
		text := w.Say(id, "sign", theme.OfferSign, "who", o.Who(), "why", q.why(o))
		if i == 0 {
			out = append(out, "")
		}
		for _, line := range cell.Wrap(text, width, 3) {
			out = append(out, q.env.Theme.Plain.On(line))
		}
	}
	return out
}
