package detail

import (
	"slices"
	"strings"

	"leerbalie/model/desk"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/widget/cell"
)

// TickSign tells whether a step of the checklist was ticked.
func TickSign(r *Request, step string) string {
	if slices.ContainsFunc(r.Ticks, func(t desk.Tick) bool { return t.Step == step }) {
		return "[x]"
	}
	return "[ ]"
}

// stepLines shows the checklist and the requests that belong with this one.
func (d *Detail) stepLines(r *Request, width int) []string {
	w := d.Env.Words
	var out []string
	for _, step := range d.Env.Site.Steps(r.Theme) {
		out = append(out, cell.Cut(TickSign(r, step)+" "+cell.Safe(step, width), width))
	}
	switch {
	case r.Merged != nil:
		out = append(out, cell.Wrap(w.Say("link.merged", "number", r.Other)+". "+w.Say("link.part", "key", d.Env.Keys.Label(key.Part)), width, 3)...)
	case r.Other != "":
		out = append(out, w.Say("link.split", "number", r.Other))
	}
	var split []string
	for _, l := range r.Linked {
		if l.Outcome == desk.OutcomeMerged {
			out = append(out, cell.Cut(w.Say("link.merged-in", "number", l.Number, "summary", cell.Safe(l.Summary, width)), width))
		} else {
			split = append(split, l.Number)
		}
	}
	if len(split) > 0 {
		out = append(out, cell.Wrap(w.Say("link.with", "numbers", strings.Join(split, ", ")), width, 3)...)
	}
	if !r.FollowUp.IsZero() && r.Status != desk.StatusClosed {
		out = append(out, cell.Cut(w.Say("detail.follow-up", "when", d.Env.When(r.FollowUp)), width))
	}
	if len(out) > 0 {
		out = append([]string{""}, out...)
	}
	return out
}
