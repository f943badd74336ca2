package detail

import (
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// status says where the request stands and with whom; how long it waits in the colour and with the sign of that.
func (d *Detail) status(r *Request) string {
	s, th := d.standing(r, d.Wait), d.Env.Theme
	if r.Status != desk.StatusWaiting {
		return s
	}
	switch age := d.Env.Site.Age(r.Urgency, d.Now.Sub(r.Created)); age {
	case model.AgeLong:
		s += " · " + th.Today.On(theme.LongSign+" "+d.Age(age))
	case model.AgeTooLong:
		s += " · " + th.Now.On(theme.TooLongSign+" "+d.Age(age))
	}
	return s
}

// standing says where the request stands and with whom; wait words how long something lasts.
func (d *Detail) standing(r *Request, wait func(time.Time) string) string {
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
	return w.Say("detail.waiting", "time", wait(r.Created))
}

// disagreementLines shows what two people did apart from each other, until somebody decides.
func (d *Detail) disagreementLines(r *Request, width int) (out []string) {
	for i, text := range d.disagreements(r) {
		if i == 0 {
			out = append(out, "")
		}
		for _, line := range cell.Wrap(text, width-2, 4) {
			out = append(out, d.Env.Theme.Today.On(theme.ClashSign)+" "+line)
		}
	}
	return out
}

// disagreements tell of what two people did apart from each other, and how that is settled; none where they did not.
func (d *Detail) disagreements(r *Request) (out []string) {
	w := d.Env.Words
	if !r.Contested() {
		return nil
	}
	if len(r.Claims) > 1 {
		var who []string
		for _, c := range r.Claims {
			who = append(who, d.Names(c.For)+" "+d.Env.When(c.At))
		}
		out = append(out, w.Say("clash.claims", "who", strings.Join(who, ", "), "holder", d.Names(r.Holder())))
	}
	if len(r.Closings) > 1 {
		out = append(out, w.Say("clash.closings", "who", d.Name(r.Closings[0].By)+", "+d.Name(r.Closings[1].By)))
	}
	for _, s := range r.Siblings {
		out = append(out, w.Say("clash.field", "field", d.FieldName(s.Field), "shown", d.FieldValue(r, s.Field, Shown(r, s.Field)),
			"other", d.FieldValue(r, s.Field, s.Value), "who", d.Name(s.By), "when", d.Env.When(s.At)))
	}
	return append(out, w.Say("clash.settle", "key", d.Env.Keys.Label(key.Settle)))
}

// openLines lists what was promised and not done yet.
func (d *Detail) openLines(r *Request, width int) []string {
	th := d.Env.Theme
	var out []string
	for _, p := range d.open(r) {
		paint := th.Plain
		if p.late {
			paint = th.Now
		}
		for i, line := range cell.Wrap(p.text, width-2, 3) {
			mark := "  "
			if i == 0 {
				mark = theme.FreeSign + " "
			}
			out = append(out, paint.On(mark+line))
		}
	}
	if len(out) > 0 {
		out = append([]string{""}, out...)
	}
	return out
}

// promised is something that was promised and not done yet.
type promised struct {
	text string
	late bool
}

// open is what was promised and not done yet.
func (d *Detail) open(r *Request) (out []promised) {
	w := d.Env.Words
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
		when, late := d.Env.When(t.Due), !t.Due.IsZero() && t.Due.Before(d.Now)
		if late {
			when += " " + w.Say("detail.late")
		}
		out = append(out, promised{wording.Facts(w.Say(word, "what", t.What), on, when), late})
	}
	for _, f := range r.Referrals {
		if f.Open() {
			said := w.Say("detail.referral", "name", f.To, "state", w.Say("referral."+string(f.State)))
			switch {
			case f.With != "":
				said += ", " + w.Say("detail.with", "name", f.With)
			case f.Warm:
				said += ", " + w.Say("detail.warm")
			}
			if f.Consent {
				said += ", " + w.Say("detail.consent")
			} else {
				said += ", " + w.Say("detail.consent.not") + " (" + d.Host.Env.Keys.Label(key.Refer) + ")"
			}
			out = append(out, promised{text: said})
		}
	}
	for _, n := range r.Notified {
		lines, late := wording.Notified(w, n, d.Env.Today())
		for i := range lines {
			out = append(out, promised{lines[i], late[i]})
		}
	}
	return out
}

// offerLines tell to whom the request is best offered, and why. The desk decides.
func (d *Detail) offerLines(r *Request, width int) (out []string) {
	for i, text := range d.offered(r) {
		if i == 0 {
			out = append(out, "")
		}
		for _, line := range cell.Wrap(text, width, 3) {
			out = append(out, d.Env.Theme.Plain.On(line))
		}
	}
	return out
}

// offered is to whom the request is best offered, and why.
func (d *Detail) offered(r *Request) (out []string) {
	for i, o := range d.Offers.Of(r.ID, r.Status) {
		id := "offer.first"
		switch {
		case i > 0:
			id = "offer.next"
		case d.Offers.ForMe(r.ID, r.Status):
			id = "offer.mine"
		}
		out = append(out, d.Env.Words.Say(id, "sign", theme.OfferSign, "who", o.Who(), "why", d.Offers.Why(o)))
	}
	return out
}

// aroundLines say who else has the request before them: who types about it, and who reads it.
func (d *Detail) aroundLines(r *Request, width int) (out []string) {
	add := func(sign, said string) {
		if said != "" {
			out = append(out, d.Env.Theme.Info.On(cell.Short(sign+" "+said, width)))
		}
	}
	types, reads := d.Around(r.ID)
	add(theme.DraftSign, types)
	add(theme.ReadSign, reads)
	return out
}
