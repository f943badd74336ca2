package overview

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/overview"
	"leerbalie/model/overview/hands"
	"leerbalie/model/overview/signal"
	"leerbalie/model/overview/worth"
	"leerbalie/model/value"
	"leerbalie/ui/report"
	"leerbalie/ui/say"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

func readSignals(ctx context.Context, session *model.Session, p overview.Period, _, _ time.Time) (out figures, err error) {
	s, err := signal.ReadSignals(ctx, session, p.Until)
	if err != nil {
		return out, err
	}
	out.signals = &s
	err = readSent(ctx, session, &out)
	return out, err
}

func readHands(ctx context.Context, session *model.Session, _ overview.Period, now, _ time.Time) (out figures, err error) {
	h, err := hands.ReadHands(ctx, session, now)
	out.hands = &h
	return out, err
}

func readWorth(ctx context.Context, session *model.Session, p overview.Period, now, _ time.Time) (out figures, err error) {
	s, err := worth.Read(ctx, session, p, now)
	if err != nil {
		return out, err
	}
	out.sheet = &s
	out.prices, err = value.Read(ctx, session)
	return out, err
}

// told is what shows as a document.
func (o *Overview) told(m report.Maker) report.Document {
	switch {
	case o.data.signals != nil:
		return m.Signals(o.data.signals)
	case o.data.hands != nil:
		return m.Hands(o.data.hands)
	case o.data.became != nil:
		return m.Outcomes(o.data.became)
	case o.data.sheet != nil:
		return m.Worth(o.data.sheet)
	}
	return m.Site(o.data.Printed)
}

// toldLines draws a page that is a document as it is; when that was made needs no saying on a screen.
func (o *Overview) toldLines(width int) []string {
	d := o.told(o.maker())
	d.Blocks = d.Blocks[1:]
	lines := d.Lines(o.Env.Theme, width)
	if b, ok := o.weeksBlock(); ok {
		lines = stack(lines, o.drawBlock(b, width))
	}
	if b, ok := o.sentBlock(width); ok {
		lines = stack(lines, o.drawBlock(b, width))
	}
	return lines
}

// weeksBlock is how the themes go, week by week: a small line with its number; none of what is too little to tell anything.
func (o *Overview) weeksBlock() (b block, ok bool) {
	s := o.data.signals
	if s == nil || len(s.Judged) == 0 {
		return b, false
	}
	w, label := o.Env.Words, nameWide
	b.title = w.Say("overview.trend-weeks", "n", s.Weeks+signal.Weeks)
	for _, j := range s.Judged {
		label = max(label, cell.Width(w.ThemeName(s.Site, j.Theme)))
	}
	label = min(label, 24)
	for _, j := range s.Judged {
		name, n := w.ThemeName(s.Site, j.Theme), j.Cases+j.Before
		line, said := w.Say("overview.few"), w.Say("overview.few")
		if n >= few {
			line, said = o.Env.Theme.Info.On(widget.Spark(j.Counts)), ""
		}
		b.add(cell.Fit(name, label)+o.Env.Theme.Strong.On(cell.Right(itoa(n), countWide))+"  "+line, say.Join(say.Pair(name, itoa(n)), said))
	}
	return b, true
}
