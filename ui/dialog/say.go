package dialog

import (
	"slices"
	"strings"

	"leerbalie/model/journal"
	"leerbalie/ui/keys"
	"leerbalie/ui/say"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
)

// OverSaid gives the open dialog as structure; ok is false where none is open.
func (h *Host) OverSaid() (l say.Lines, ok bool) {
	if h.open == nil {
		return nil, false
	}
	return h.open.Said(h), true
}

// Said gives the form with what stands below its entries; what has a sign that warns by the word for it.
func (d *Sheet) Said(h *Host) say.Lines {
	l := d.Form.Said()
	for _, text := range slices.Concat(d.Lead, d.meanwhile, d.below) {
		if warning, warns := strings.CutPrefix(say.Words(text), theme.WarnSign+" "); warns {
			text = h.Env.Words.Say("say.warning") + ": " + warning
		}
		l.Text(text)
	}
	l.Help(d.Hint)
	return l
}

// Said gives the question.
func (d *Question) Said(*Host) say.Lines {
	d.shown = true
	return d.Confirm.Said()
}

// Said gives the list.
func (d *Choice) Said(h *Host) say.Lines { return h.SaidPicker(&d.Picker) }

// SaidPicker gives a list, with the ticks of those of its choices that can be ticked.
func (h *Host) SaidPicker(p *widget.Picker) say.Lines {
	return p.Said(h.Env.Words.Say("say.search"), func(c widget.Choice) string {
		if c.Tick == widget.NoTick {
			return ""
		}
		return h.Env.SaidTick(c.Tick == widget.Ticked)
	})
}

// Said gives the list with its ticks.
func (d *Ticks) Said(h *Host) say.Lines {
	return d.Picker.Said(h.Env.Words.Say("say.search"), func(c widget.Choice) string {
		if slices.Contains(d.On, c.ID) {
			return h.Env.Words.Say("say.ticked")
		}
		return h.Env.Words.Say("say.unticked")
	})
}

// Said gives the line to type.
func (d *Prompt) Said(*Host) say.Lines {
	if d.Help != nil {
		d.Hint = d.Help(d.Input.Text())
	}
	return d.Prompt.Said()
}

// Said gives how far the work is, and what stops it.
func (d *Work) Said(h *Host) (l say.Lines) {
	l.Heading(d.Title, d.Title)
	l.Add(d.Runs(h.Env))
	l.Help(d.hint(h))
	return l
}

// Runs gives how far work is, or how long it takes where that is not known: also of work that no dialog stands for.
func (d *Work) Runs(env screen.Env) (l say.Lines) {
	l.Text(d.About)
	if d.whole > 0 {
		l.Progress("work", d.Title, int(min(d.part*100/d.whole, 100)))
	} else {
		l.Aside(d.lasted(env))
	}
	return l
}

// Said gives what became of it.
func (d *Report) Said(h *Host) (l say.Lines) {
	l.Heading(d.Title, d.Title)
	state := "say.done"
	if d.Bad {
		state = "say.warning"
	}
	l.Text(h.Env.Words.Say(state) + ": " + d.Head)
	l.Text(d.Wrapped(1000)...)
	if d.Again != nil {
		l.Help(d.Hint)
	}
	l.Help(d.foot(h))
	return l
}

// ApartSaid gives what ApartLines draws as words: a text for each place where people wrote something apart, and the key to say what holds.
func (h *Host) ApartSaid(id journal.ID) (out []string) {
	w := h.Env.Words
	for _, said := range h.apartOn(id) {
		out = append(out, w.Say("say.apart")+": "+said.field+": "+strings.Join(said.values, "; "))
	}
	if len(out) > 0 {
		out = append(out, w.Say("conflicts.mark", "key", h.Env.Keys.Label(keys.Conflicts)))
	}
	return out
}

// SaidApart is a word for the sign that stands at what people wrote apart on; "" where nobody did.
func (h *Host) SaidApart(id journal.ID) string {
	if !h.IsApart(id) {
		return ""
	}
	return h.Env.Words.Say("say.apart")
}
