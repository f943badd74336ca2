package seat

import (
	"math"
	"strings"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// boxWidth is the widest that a box of the seat gets.
const boxWidth = 76

// View draws the seat over what shows below it; while Covered, below is not looked at.
func (s *Seat) View(env screen.Env, below string, size screen.Size) string {
	if s.stage == quiet {
		return below
	}
	if s.Covered() {
		below = s.cover(env, size)
	}
	width := min(size.Width-4, boxWidth)
	stage := s.stage
	if stage == waiting {
		stage = s.from
	}
	switch stage {
	case choosing:
		return widget.Over(below, s.picker.View(env.Theme, width, size.Height-4), (size.Width-width)/2, 2, size.Width, size.Height)
	case covered, asking:
		return widget.Centre(below, s.pinBox(env, stage, width), size.Width, size.Height)
	}
	return below
}

// cover is all that a locked screen shows: the name of the place, and that it is locked.
func (s *Seat) cover(env screen.Env, size screen.Size) string {
	th, w := env.Theme, env.Words
	head := " Leerbalie"
	if env.Site.Name != "" {
		head += " · " + cell.Short(env.Site.Name, 40)
	}
	lines := []string{th.Brand.On(cell.Cut(head, size.Width)), " " + cell.Cut(w.Say("seat.locked"), size.Width-2), th.Faint.On(strings.Repeat(theme.RuleSign, size.Width))}
	for len(lines) < size.Height {
		lines = append(lines, "")
	}
	return strings.Join(lines, "\n")
}

// pinBox asks for the PIN, or for Enter where there is none.
func (s *Seat) pinBox(env screen.Env, stage stage, width int) []string {
	th, w, set := env.Theme, env.Words, env.Keys
	title, hint := "seat.back", "seat.back.hint"
	if stage == asking {
		title, hint = "seat.sit", "seat.sit.hint"
	}
	lines := []string{th.Strong.On(cell.Short(s.who.Name, width-6)), ""}
	if s.hasPIN {
		lines = append(lines, w.Say("seat.pin")+"  "+th.Info.On("›")+" "+s.secret.View(th, true))
	} else {
		lines = append(lines, w.Say("seat.no-pin", "key", set.Label(keys.Accept)))
	}
	if s.fault != "" {
		for _, line := range cell.Wrap(s.fault, width-6, 3) {
			lines = append(lines, th.Now.On(theme.WarnSign+" "+line))
		}
	}
	if wait := s.until.Sub(env.Now()); !s.until.IsZero() && wait > 0 {
		lines = append(lines, th.Today.On(w.Count("seat.wait", int(math.Ceil(wait.Seconds())))))
	}
	foot := w.Say(hint, "enter", set.Label(keys.Accept), "tab", set.Label(keys.NextField), "esc", set.Label(keys.Cancel))
	return widget.Box(th, w.Say(title), append(lines, "", th.Faint.On(cell.Cut(foot, width-4))), width)
}

// beside is what the chooser tells of somebody beside the name: what they do here, and whether the PIN was taken away.
func beside(env screen.Env, p model.Person) string {
	if p.Rescued.IsZero() {
		return roles(env.Words, p)
	}
	return safe(env.Words.Say("seat.rescued", "when", env.When(p.Rescued)))
}

// roles says what somebody does here.
func roles(w text.Words, p model.Person) string {
	var out []string
	for _, r := range p.Roles {
		out = append(out, w.Or("role."+string(r), string(r)))
	}
	return safe(strings.Join(out, ", "))
}

func safe(s string) string { return cell.Short(s, 40) }
