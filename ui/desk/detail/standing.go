package detail

import (
	"strings"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/presence"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// status says where the request stands and with whom.
func (d *Detail) status(r *Request) string {
	w := d.Env.Words
	switch r.Status {
	case desk.StatusClaimed:
		return w.Say("detail.claimed", "who", d.Names(r.Holder()), "when", d.Env.When(r.Claims[0].At))
	case desk.StatusParked:
		return w.Say("detail.parked", "when", d.Env.When(r.Parked.At))
	case desk.StatusClosed:
		if r.Merged != nil {
			return w.Say("link.merged", "number", r.Other)
		}
		s := w.Say("detail.closed", "outcome", d.Ended(*r.Closed), "when", d.Env.When(r.Closed.At))
		if len(r.Closed.Tags) > 0 {
			for _, tag := range r.Closed.Tags {
				s += " · " + w.Name(d.Env.Site.Tags, tag)
			}
		}
		return cell.Safe(s, 400)
	}
	s := w.Say("detail.waiting", "time", d.Wait(r.Created))
	switch d.Env.Site.Age(r.Urgency, d.Now.Sub(r.Created)) {
	case model.AgeLong:
		s += " · " + d.Env.Theme.Today.On(theme.LongSign+" "+w.Say("age.long"))
	case model.AgeTooLong:
		s += " · " + d.Env.Theme.Now.On(theme.TooLongSign+" "+w.Say("age.too-long"))
	}
	return s
}

// disagreementLines shows what two people did apart from each other, until somebody decides.
func (d *Detail) disagreementLines(r *Request, width int) []string {
	w, th := d.Env.Words, d.Env.Theme
	if !r.Contested() {
		return nil
	}
	out := []string{""}
	add := func(text string) {
		for _, line := range cell.Wrap(text, width-2, 4) {
			out = append(out, th.Today.On(theme.ClashSign)+" "+line)
		}
	}
	if len(r.Claims) > 1 {
		var who []string
		for _, c := range r.Claims {
			who = append(who, d.Names(c.For)+" "+d.Env.When(c.At))
		}
		add(w.Say("clash.claims", "who", strings.Join(who, ", "), "holder", d.Names(r.Holder())))
	}
	if len(r.Closings) > 1 {
		add(w.Say("clash.closings", "who", d.Name(r.Closings[0].By)+", "+d.Name(r.Closings[1].By)))
	}
	for _, s := range r.Siblings {
		add(w.Say("clash.field", "field", d.FieldName(s.Field), "shown", d.FieldValue(r, s.Field, Shown(r, s.Field)),
			"other", d.FieldValue(r, s.Field, s.Value), "who", d.Name(s.By), "when", d.Env.When(s.At)))
	}
	add(w.Say("clash.settle", "key", d.Env.Keys.Label(key.Settle)))
	return out
}

// openLines lists what was promised and not done yet.
func (d *Detail) openLines(r *Request, width int) []string {
	w, th := d.Env.Words, d.Env.Theme
	var out []string
	add := func(paint theme.Paint, text string) {
		for i, line := range cell.Wrap(text, width-2, 3) {
			mark := "  "
			if i == 0 {
				mark = theme.FreeSign + " "
			}
			out = append(out, paint.On(mark+line))
		}
	}
	for _, t := range r.Tasks {
		if t.Done != nil || t.Erased {
			continue
		}
		word := "detail.task"
		if t.CallBack {
			word = "detail.call"
		}
		on := d.Names(r.Holder())
		if !t.On.IsZero() {
			on = d.ShortName(t.On)
		}
		paint, when := th.Plain, d.Env.When(t.Due)
		if !t.Due.IsZero() && t.Due.Before(d.Now) {
			paint, when = th.Now, when+" "+w.Say("detail.late")
		}
		add(paint, wording.Facts(w.Say(word, "what", t.What), on, when))
	}
	for _, f := range r.Referrals {
		if f.Open() {
			add(th.Plain, w.Say("detail.referral", "name", f.To, "state", w.Say("referral."+string(f.State))))
		}
	}
	if len(out) > 0 {
		out = append([]string{""}, out...)
	}
	return out
}

// offerLines tell to whom the request is best offered, and why. The desk decides.
func (d *Detail) offerLines(r *Request, width int) (out []string) {
	w := d.Env.Words
	for i, o := range d.Offers.Of(r.ID, r.Status) {
		id := "offer.first"
		switch {
		case i > 0:
			id = "offer.next"
		case d.Offers.ForMe(r.ID, r.Status):
			id = "offer.mine"
		}
		text := w.Say(id, "sign", theme.OfferSign, "who", o.Who(), "why", d.Offers.Why(o))
		if i == 0 {
			out = append(out, "")
		}
		for _, line := range cell.Wrap(text, width, 3) {
			out = append(out, d.Env.Theme.Plain.On(line))
		}
	}
	return out
}

// aroundLines say who else has the request before them: who types about it, and who reads it.
func (d *Detail) aroundLines(r *Request, width int) (out []string) {
	for _, typing := range []bool{true, false} {
		var who []string
		for _, p := range presence.At(d.Others, r.ID) {
			if p.Typing == typing {
				who = append(who, cell.Safe(screen.ShortName(p.Name), 40))
			}
		}
		id, sign := "around.reads", theme.ReadSign
		if typing {
			id, sign = "around.types", theme.DraftSign
		}
		if len(who) > 0 {
			said := d.Env.Words.Count(id, len(who), "who", strings.Join(who, ", "))
			out = append(out, d.Env.Theme.Info.On(cell.Short(sign+" "+said, width)))
		}
	}
	return out
}
