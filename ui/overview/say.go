package overview

import (
	"leerbalie/ui/say"
)

// Said gives the figures as structure: how things stand now, what was handled today, and that told apart in several ways.
func (o *Overview) Said() (l say.Lines) {
	if l, over := o.OverSaid(); over {
		return l
	}
	l.Add(o.Head(o.size).Said())
	switch {
	case o.failed != "":
		l.Text(o.failed)
		return l
	case !o.known:
		return l
	}
	if o.data.Figures == nil {
		d := o.told(o.maker())
		l.Heading("", d.Title)
		d.Blocks = d.Blocks[1:]
		l.Add(d.Said())
		if b, ok := o.weeksBlock(); ok {
			o.sayBlock(&l, b)
		}
		if b, ok := o.sentBlock(broadest); ok {
			o.sayBlock(&l, b)
		}
		return l
	}
	for _, b := range o.blocks {
		o.sayBlock(&l, b)
	}
	l.Help(o.clockText())
	return l
}

func (o *Overview) sayBlock(l *say.Lines, b block) {
	if b.title != "" {
		l.Heading("", b.title)
	}
	for _, r := range b.rows {
		if r.said != "" {
			l.Text(r.said)
		}
	}
}
