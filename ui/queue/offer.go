package queue

import (
	"context"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/ui/widget/cell"
)

// readOffers adds to whom a waiting request is best offered.
func readOffers(ctx context.Context, view *model.View, now time.Time, f *file) error {
	if f.request.Status != model.StatusWaiting || f.request.Site != view.Site() {
		return nil
	}
	all, err := view.Offers(ctx, now)
	f.offers = all[f.request.ID]
	return err
}

// offerLines tell to whom the request is best offered, and why. The desk decides.
func (q *Queue) offerLines(f *file, width int) (out []string) {
	w := q.env.Words
	for i, o := range f.offers {
		reasons := make([]string, 0, len(o.Reasons)+1)
		for _, why := range o.Reasons {
			reasons = append(reasons, w.Say("offer."+string(why)))
		}
		if o.Load > 0 {
			reasons = append(reasons, w.Count("offer.load", o.Load))
		}
		id := "offer.first"
		if i > 0 {
			id = "offer.next"
		}
		text := w.Say(id, "who", o.Who(), "why", strings.Join(reasons, "; "))
		if i == 0 {
			out = append(out, "")
		}
		for _, line := range cell.Wrap(text, width, 3) {
			out = append(out, q.env.Theme.Plain.On(line))
		}
	}
	return out
}
