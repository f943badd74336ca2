package signal

import (
	"context"
	"slices"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/model/upward"
)

// Upward is a signal upward as it begins from how a theme stands, by its code or what the site calls it. Everybody of the community reads it, so
// small numbers stay out: fewer than Least cases are not sent, and fewer before that are left out. Errors: NotFound for a theme of which nothing
// came in; Invalid for too few.
func (t *Themes) Upward(theme string) (s upward.Signal, err error) {
	i := slices.IndexFunc(t.Judged, func(o Of) bool { return t.Called(o.Theme, theme) })
	if i < 0 || theme == "" {
		return s, fault.New(fault.NotFound, "signal-theme", "text", theme, "site", t.Site.Name)
	}
	o := &t.Judged[i]
	if o.Cases < Least {
		return s, fault.New(fault.Invalid, "signal-small", "text", theme, "site", t.Site.Name, "least", Least)
	}
	s = upward.Signal{Theme: o.Theme, Cases: o.Cases, Weeks: Weeks, Since: t.Period.From, Site: t.Site.ID}
	if o.Before >= Least {
		s.Before = o.Before
	}
	return s, nil
}

// Called tells whether a word is a theme's code, or one of its names at the site.
func (t *Themes) Called(code, word string) bool {
	want := plain.FoldText(word)
	return plain.FoldText(code) == want || slices.ContainsFunc(t.Site.Theme(code).Names(), func(name string) bool { return plain.FoldText(name) == want })
}

// ReadUpward is Upward of the four weeks up to a day at the session's site. Errors: Refused for who may not see what came in at the desk; those of Upward.
func ReadUpward(ctx context.Context, session *model.Session, theme string, until time.Time) (s upward.Signal, err error) {
	t, err := ReadSignals(ctx, session, until)
	if fault.KindOf(err) == fault.Refused {
		return s, fault.New(fault.Refused, "signal-figures", "name", session.Me().Name)
	}
	if err != nil {
		return s, err
	}
	return t.Upward(theme)
}

// Sent are the signals upward about a theme that came from the figures of the site, or name it and are no older than what is judged, the newest
// first of those that are handed in.
func (t *Themes) Sent(all []upward.Signal, code string) (out []upward.Signal) {
	for i := range all {
		s := &all[i]
		if code == "" || s.Theme == "" || !t.Called(code, s.Theme) || s.Counted() && s.Site != t.Site.ID {
			continue
		}
		if s.Waits() || time.UnixMilli(s.ID.Millis()).After(t.Before.From) {
			out = append(out, *s)
		}
	}
	return out
}
