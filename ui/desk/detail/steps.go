package detail

import (
	"slices"
	"strings"

	"leerbalie/model/desk"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/widget/cell"
)

// Ticked tells whether a step of the checklist was ticked.
func Ticked(r *Request, step string) bool {
	return slices.ContainsFunc(r.Ticks, func(t desk.Tick) bool { return t.Step == step })
}

// TickSign is the sign of that.
func TickSign(r *Request, step string) string {
	if Ticked(r, step) {
		return "[x]"
	}
	return "[ ]"
}

// stepLines shows the checklist and the requests that belong with this one.
func (d *Detail) stepLines(r *Request, width int) []string {
	var out []string
	for _, step := range d.Env.Site.Steps(r.Theme) {
		out = append(out, cell.Cut(TickSign(r, step)+" "+cell.Safe(step, width), width))
	}
	for _, link := range d.links(r) {
		out = append(out, cell.Wrap(link, width, 3)...)
	}
	if again := d.followUp(r); again != "" {
		out = append(out, cell.Cut(again, width))
	}
	if len(out) > 0 {
		out = append([]string{""}, out...)
	}
	return out
}

// links tell which requests belong with this one.
func (d *Detail) links(r *Request) (out []string) {
	w := d.Env.Words
	switch {
	case r.Merged != nil:
		out = append(out, w.Say("link.merged", "number", r.Other)+". "+w.Say("link.part", "key", d.Env.Keys.Label(key.Part)))
	case r.Other != "":
		out = append(out, w.Say("link.split", "number", r.Other))
	}
	var split []string
	for _, l := range r.Linked {
		if l.Outcome == desk.OutcomeMerged {
			out = append(out, w.Say("link.merged-in", "number", l.Number, "summary", cell.Safe(l.Summary, 200)))
		} else {
			split = append(split, l.Number)
		}
	}
	if len(split) > 0 {
		out = append(out, w.Say("link.with", "numbers", strings.Join(split, ", ")))
	}
	return out
}

// followUp says when somebody looks back at the request, "" for never.
func (d *Detail) followUp(r *Request) string {
	if r.FollowUp.IsZero() || r.Status == desk.StatusClosed {
		return ""
	}
	return d.Env.Words.Say("detail.follow-up", "when", d.Env.When(r.FollowUp))
}
