package intake

import (
	"strings"

	"leerbalie/model"
	"leerbalie/model/plain"
	"leerbalie/ui/desk/quick"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
	"leerbalie/ui/say"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// View draws the line, with what was understood of it.
func (d *line) View(_ *dialog.Host, width, _ int) []string {
	width = min(width, 110)
	d.prompt.Title = d.intake.title(d.place)
	d.prompt.Hint = append([]string{d.understood(width - 4)}, d.help(width-4)...)
	return d.prompt.View(d.intake.Env.Theme, width)
}

// reading is a part of what was understood: the sign before it, what it is called, and whether it is certain.
type reading struct {
	sign, field, value string
	certain            bool
}

// readings are what was understood of the line, but for how urgent it is.
func (d *line) readings() (out []reading) {
	in, p, w, r := d.intake, d.parsed, d.intake.Env.Words, d.request()
	add := func(sign, field, value string, certain bool) {
		out = append(out, reading{sign, w.Say("field." + field), value, certain})
	}
	if p.Theme.Code != "" {
		add("#", "theme", in.Theme(p.Theme.Code), true)
	}
	add("~", "channel", w.Code("channel", r.Channel), true)
	if p.Language.Code != "" {
		add("&", "language", w.Language(p.Language.Code), true)
	}
	if p.Stays != "" {
		add("", "summary", w.Say("intake.stays", "word", cell.Safe(p.Stays, 24)), false)
	}
	who, certain := w.Say("resident.anonymous"), true
	switch {
	case d.waiting:
		who = w.Say("intake.looking")
	case d.newcomer():
		who = w.Say("intake.newcomer", "name", p.Who)
	case d.picked >= 0:
		who = d.people[d.picked].Name
	case d.near:
		who, certain = w.Say("intake.nearly", "name", p.Who), false
	case len(d.people) > 1:
		who, certain = w.Say("intake.several", "n", len(d.people)), false
	case p.Who != "":
		who, certain = w.Say("intake.nobody", "name", p.Who), false
	}
	add("@", "resident", who, certain)
	return out
}

// understood shows what was understood.
func (d *line) understood(width int) string {
	th := d.intake.Env.Theme
	parts := []string{d.intake.ColouredUrgency(d.request().Urgency)}
	for _, r := range d.readings() {
		chip := strings.TrimSpace(r.sign + " " + cell.Short(r.value, 44))
		if r.certain {
			parts = append(parts, th.Chip.On("‹"+chip+"›"))
		} else {
			parts = append(parts, th.Today.On("‹"+chip+" ?›"))
		}
	}
	return cell.Cut(strings.Join(parts, "  "), width)
}

// help shows the residents that were found, or what the word being typed can become, or the signs.
func (d *line) help(width int) []string {
	th, w := d.intake.Env.Theme, d.intake.Env.Words
	if d.parsed.Who != "" && !d.waiting {
		var out []string
		for i, p := range d.people {
			mark, line := "  ", cell.Ends(cell.Safe(p.Name, 60), cell.Safe(wording.Where(p), 60), width-2)
			if i == d.picked {
				mark, line = th.Info.On("›")+" ", th.Strong.On(line)
			}
			out = append(out, mark+line)
		}
		mark, line := "  ", w.Say("intake.newcomer.pick", "name", cell.Safe(d.parsed.Who, 40))
		if d.newcomer() {
			mark, line = th.Info.On("›")+" ", th.Strong.On(line)
		}
		return append(out, cell.Cut(mark+line, width))
	}
	return []string{th.Faint.On(cell.Cut(d.signs(), width))}
}

// signs is what the word that is being typed can become, or what each sign means.
func (d *line) signs() string {
	w := d.intake.Env.Words
	sign, rest := quick.Tail(d.prompt.Input.Before())
	var options []string
	switch sign {
	case '#':
		options = w.Labels(d.intake.Env.Site.ThemeCodes())
	case '~':
		options = w.Labels(model.Channels())
	case '&':
		for _, tag := range text.Languages() {
			options = append(options, w.Language(tag))
		}
	default:
		return w.Say("intake.signs")
	}
	var fit []string
	for _, o := range options {
		if strings.Contains(plain.FoldText(o), plain.FoldText(rest)) {
			fit = append(fit, string(sign)+o)
		}
	}
	return strings.Join(fit, "  ")
}

// Said gives the line, what was understood of it, and the residents who may be meant, beside nobody and somebody new.
func (d *line) Said(h *dialog.Host) say.Lines {
	w := h.Env.Words
	d.prompt.Title, d.prompt.Hint = d.intake.title(d.place), nil
	l := d.prompt.Said()
	parts := []string{h.Env.SaidUrgency(d.request().Urgency)}
	who := ""
	for _, r := range d.readings() {
		said := say.Pair(r.field, r.value)
		if !r.certain {
			said += " (" + w.Say("say.not-certain") + ")"
		}
		if r.sign == "@" {
			who = said
		} else {
			parts = append(parts, said)
		}
	}
	l.Text(say.Join(parts...))
	if _, picked := d.resident(); !picked { // otherwise the row says who it is
		l.Text(who)
	}
	if d.parsed.Who == "" || d.waiting {
		l.Help(d.signs())
		return l
	}
	l.Row("nobody", 1, d.picked < 0, w.Say("resident.anonymous"))
	for i, p := range d.people {
		l.Row(p.ID.String(), i+2, i == d.picked, say.Join(p.Name, wording.Where(p)))
	}
	l.Row("new", len(d.people)+2, d.newcomer(), w.Say("intake.newcomer.pick", "name", d.parsed.Who))
	return l
}
