package detail

import (
	"leerbalie/model/desk"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/say"
)

// Said gives the request that shows as structure, all of it: what it is first, then what the pane draws, in the same order.
func (d *Detail) Said() (l say.Lines) {
	r := d.shown
	if r == nil {
		return nil
	}
	w := d.Env.Words
	l.Aside(r.Number + " · " + d.summary(r))
	if r.ReadOnly {
		l.Aside(w.Say("say.warning") + ": " + w.Say("error.update-needed"))
	}
	for _, facts := range d.facts(r) {
		l.Aside(wording.Facts(facts...))
	}
	age := ""
	if r.Status == desk.StatusWaiting {
		age = d.Age(d.Env.Site.Age(r.Urgency, d.Now.Sub(r.Created)))
	}
	l.Aside(say.Join(d.Env.SaidUrgency(r.Urgency), d.standing(r, d.SaidWait), age))
	types, reads := d.Around(r.ID)
	l.Aside(types, reads, r.Details)
	for _, text := range d.disagreements(r) {
		l.Aside(text)
	}
	for _, p := range d.open(r) {
		l.Aside(p.text)
	}
	for _, step := range d.Env.Site.Steps(r.Theme) {
		l.Aside(say.Join(step, d.Env.SaidTick(Ticked(r, step))))
	}
	l.Aside(d.links(r)...)
	l.Aside(d.followUp(r))
	l.Aside(d.offered(r)...)
	for _, t := range d.story(r) {
		l.Aside(say.Join(t.when, t.text))
	}
	if r.Minutes > 0 {
		l.Aside(w.Count("detail.minutes", r.Minutes))
	}
	return l
}
