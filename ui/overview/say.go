package overview

import (
	"strconv"

	"leerbalie/ui/say"
)

// Said gives the figures as structure: how things stand now, what was handled today, and that told apart in several ways.
func (o *Overview) Said() (l say.Lines) {
	if l, over := o.OverSaid(); over {
		return l
	}
	w := o.Env.Words
	l.Add(o.Head(o.size).Said())
	switch {
	case o.failed != "":
		l.Text(o.failed)
		return l
	case !o.known:
		return l
	}
	said := func(title string, figures []figure) {
		l.Heading("", title)
		for _, f := range figures {
			l.Text(say.Join(say.Pair(w.Say(f.word), f.number), f.note))
		}
	}
	said(o.nowTitle(), o.nowFigures(o.Env.SaidWait))
	said(o.todayTitle(), o.todayFigures())
	if !o.handled() {
		l.Text(o.empty())
	} else {
		m := o.maker()
		for _, s := range m.Splits(&o.data) {
			l.Heading("", w.Say("overview.by."+s.By))
			for _, p := range s.Parts {
				l.Text(say.Join(p.Label, say.Pair(w.Say("overview.number"), strconv.Itoa(p.Handled)), say.Pair(w.Say("overview.hours"), m.Hours(p.Minutes))))
			}
		}
	}
	l.Help(o.clockText())
	return l
}
