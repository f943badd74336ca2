package intake

import (
	"strings"

	"leerbalie/model"
	"leerbalie/model/plain"
	"leerbalie/ui/desk/quick"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
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

// understood shows what was understood.
func (d *line) understood(width int) string {
	in, p := d.intake, d.parsed
	th, w := in.Env.Theme, in.Env.Words
	r := d.request()
	parts := []string{in.ColouredUrgency(r.Urgency)}
	add := func(label, value string, known bool) {
		chip := label + " " + cell.Short(value, 44)
		if known {
			parts = append(parts, th.Chip.On("‹"+chip+"›"))
		} else {
			parts = append(parts, th.Today.On("‹"+chip+" ?›"))
		}
	}
	if p.Theme.Code != "" {
		add("#", in.Theme(p.Theme.Code), p.Theme.Known)
	}
	add("~", w.Code("channel", r.Channel), p.Channel.Code == "" || p.Channel.Known)
	if p.Language.Code != "" {
		add("&", w.Language(p.Language.Code), p.Language.Known)
	}
	switch {
	case d.waiting:
		add("@", w.Say("intake.looking"), true)
	case d.newcomer():
		add("@", w.Say("intake.newcomer", "name", p.Who), true)
	case d.picked >= 0:
		add("@", d.people[d.picked].Name, true)
	case len(d.people) > 1:
		add("@", w.Say("intake.several", "n", len(d.people)), false)
	case p.Who != "":
		add("@", w.Say("intake.nobody", "name", p.Who), false)
	default:
		add("@", w.Say("resident.anonymous"), true)
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
		return []string{th.Faint.On(cell.Cut(w.Say("intake.signs"), width))}
	}
	var fit []string
	for _, o := range options {
		if strings.Contains(plain.FoldText(o), plain.FoldText(rest)) {
			fit = append(fit, string(sign)+o)
		}
	}
	return []string{th.Faint.On(cell.Cut(strings.Join(fit, "  "), width))}
}
