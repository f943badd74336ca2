package queue

import (
	"strings"

	"leerbalie/model"
	"leerbalie/ui/queue/quick"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

func (d *intake) view(q *Queue, width, _ int) []string {
	width = min(width, 110)
	d.prompt.Title = q.intakeTitle(d.slot)
	d.prompt.Hint = append([]string{d.chips(q, width-4)}, d.help(q, width-4)...)
	return d.prompt.View(q.env.Theme, width)
}

// chips shows what was understood.
func (d *intake) chips(q *Queue, width int) string {
	th, w, p := q.env.Theme, q.env.Words, d.parsed
	r := d.request()
	parts := []string{urgencyMark(q, r.Urgency)}
	add := func(label, value string, known bool) {
		chip := label + " " + cell.Short(value, 44)
		if known {
			parts = append(parts, th.Chip.On("‹"+chip+"›"))
		} else {
			parts = append(parts, th.Today.On("‹"+chip+" ?›"))
		}
	}
	if p.Theme.Code != "" {
		add("#", q.themeLabel(p.Theme.Code), p.Theme.Known)
	}
	add("~", w.Code("channel", r.Channel), p.Channel.Code == "" || p.Channel.Known)
	if p.Language.Code != "" {
		add("&", languageName(w, p.Language.Code), p.Language.Known)
	}
	switch {
	case d.waiting:
		add("@", w.Say("intake.looking"), true)
	case d.newcomer():
		add("@", w.Say("intake.newcomer", "name", p.Who), true)
	case d.at >= 0:
		add("@", d.people[d.at].Name, true)
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
func (d *intake) help(q *Queue, width int) []string {
	th, w := q.env.Theme, q.env.Words
	if d.parsed.Who != "" && !d.waiting {
		var out []string
		for i, p := range d.people {
			mark, line := "  ", cell.Ends(cell.Safe(p.Name, 60), cell.Safe(where(p), 60), width-2)
			if i == d.at {
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
		options = w.Labels(q.env.Site.ThemeCodes())
	case '~':
		options = w.Labels(model.Channels())
	case '&':
		for _, tag := range text.Languages() {
			options = append(options, languageName(w, tag))
		}
	default:
		return []string{th.Faint.On(cell.Cut(w.Say("intake.signs"), width))}
	}
	var fit []string
	for _, o := range options {
		if strings.Contains(model.FoldText(o), model.FoldText(rest)) {
			fit = append(fit, string(sign)+o)
		}
	}
	return []string{th.Faint.On(cell.Cut(strings.Join(fit, "  "), width))}
}

// where tells residents of one name apart.
func where(p model.Resident) string {
	var parts []string
	for _, s := range []string{p.Street, p.Postcode, p.Phone} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 && p.Neighbourhood != "" {
		parts = append(parts, p.Neighbourhood)
	}
	return strings.Join(parts, " · ")
}
