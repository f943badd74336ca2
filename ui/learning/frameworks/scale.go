package frameworks

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/learning/competence"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// scaleName names a scale in one line: its name, or else its levels.
func (p *Frameworks) scaleName(i int, s competence.Scale) string {
	levels := make([]string, len(s.Levels))
	for i, l := range s.Levels {
		levels[i] = l.LabelIn(string(p.Env.Words.Lang()))
	}
	said := strings.Join(levels, ", ")
	if s.Name != "" {
		said = s.Name + ": " + said
	}
	return cell.Short(strconv.Itoa(i+1)+"  "+said, 60)
}

// What can be done with a scale.
const (
	editScale = "edit "
	dropScale = "drop "
)

// startScales lists the scales: to alter one, to make one, to take one out.
func (p *Frameworks) startScales(f *competence.Framework, _ *row) tea.Cmd {
	w, id := p.Env.Words, f.ID
	used := make([]int, len(f.Scales))
	for _, n := range f.Nodes {
		if n.Scale >= 0 && n.Scale < len(used) {
			used[n.Scale]++
		}
	}
	var choices []widget.Choice
	for i, s := range f.Scales {
		choices = append(choices, widget.Choice{ID: editScale + strconv.Itoa(i), Label: w.Say("frames.scale.edit", "name", p.scaleName(i, s)), Right: w.Count("frames.parts", used[i])})
	}
	choices = append(choices, widget.Choice{ID: editScale + strconv.Itoa(len(f.Scales)), Label: w.Say("frames.scale.new")})
	if len(f.Scales) > 1 {
		for i, s := range f.Scales {
			choices = append(choices, widget.Choice{ID: dropScale + strconv.Itoa(i), Label: w.Say("frames.scale.drop", "name", p.scaleName(i, s)), Right: w.Count("frames.parts", used[i])})
		}
	}
	return p.Show(&dialog.Choice{
		Picker: widget.Picker{Title: w.Say("frames.scales"), Empty: w.Say("pick.none"), Hint: w.Say("frames.scales.hint"), Choices: choices},
		Choose: func(chosen string) tea.Cmd {
			f := p.known(id)
			at, err := strconv.Atoi(chosen[len(editScale):])
			if err != nil || f == nil || at > len(f.Scales) {
				return nil
			}
			if strings.HasPrefix(chosen, editScale) {
				return p.startScale(f, at)
			}
			return p.startDropScale(f, at, used[at])
		},
	})
}

func (p *Frameworks) startDropScale(f *competence.Framework, at, used int) tea.Cmd {
	w, id, gone := p.Env.Words, f.ID, f.Scales[at]
	lines := []string{p.scaleName(at, gone)}
	if used > 0 {
		lines = append(lines, w.Count("frames.scale.used", used))
	}
	return p.Ask(w.Say("frames.scales"), lines, w.Say("frames.remove.yes"), func() tea.Cmd {
		return p.alter(id, nil, func(f *competence.Framework) error { return f.DropScale(at) })
	})
}

// unknown is the answer that a scale does not say what is enough.
const unknown = "-1"

// startScale asks for the levels of a scale, a line for each, and which is the first that is enough.
func (p *Frameworks) startScale(f *competence.Framework, at int) tea.Cmd {
	w, id := p.Env.Words, f.ID
	was, title := competence.Scale{Proficient: 1}, w.Say("frames.scale.new")
	if at < len(f.Scales) {
		was, title = f.Scales[at], w.Say("frames.scale")
	}
	others := p.others(f.TitleLanguage())
	text := writeLevels(was.Levels, others, w)
	if len([]rune(text)) > mostTyped {
		return screen.Say(screen.Note, w.Say("frames.text-long"))
	}
	d := &dialog.Sheet{Key: "scale/" + id.String() + "/" + strconv.Itoa(at), About: id, Form: widget.Form{Title: title, Entries: []widget.Entry{
		widget.TextEntry("name", w.Say("field.name"), was.Name, 1).Hinted(w.Say("frames.scale.hint")),
		widget.TextEntry("levels", w.Say("field.levels"), text, 6).Hinted(w.Say("frames.levels.hint", "languages", p.languageNames(others))),
		widget.ChoiceEntry("enough", w.Say("frames.field.enough"), strconv.Itoa(was.Proficient), p.enough(was.Levels)),
	}}}
	levels := func(form *widget.Form) ([]competence.Level, string) {
		if written(form, "levels", text) == text {
			return was.Levels, ""
		}
		return readLevels(form.Text("levels"), was.Levels, others)
	}
	d.Changed = func(form *widget.Form) tea.Cmd {
		e := form.Entry("enough")
		now, _ := levels(form)
		e.Options = p.enough(now)
		if picked, err := strconv.Atoi(form.Text("enough")); err == nil && len(now) > 1 && picked >= len(now) {
			e.Picked = []string{strconv.Itoa(len(now) - 1)}
		}
		return nil
	}
	d.Submit = func(form *widget.Form) tea.Cmd {
		now, bad := levels(form)
		if bad != "" {
			form.Blame("levels", w.Say("frames.level-bad", "text", cell.Short(bad, 40), "languages", p.languageNames(others)))
			return nil
		}
		scale := competence.Scale{Name: written(form, "name", was.Name), Levels: now, Proficient: was.Proficient}
		if picked, err := strconv.Atoi(form.Text("enough")); err == nil {
			scale.Proficient = picked
		}
		return p.alter(id, nil, func(f *competence.Framework) error {
			f.SetScale(at, scale)
			return nil
		})
	}
	return p.Fill(d)
}

// enough are the levels that can be the first that is enough.
func (p *Frameworks) enough(levels []competence.Level) (out []widget.Option) {
	for i, l := range levels {
		out = append(out, widget.Option{ID: strconv.Itoa(i), Label: l.LabelIn(string(p.Env.Words.Lang()))})
	}
	return append(out, widget.Option{ID: unknown, Label: p.Env.Words.Say("frames.enough.none")})
}

// languageNames names languages as they stand in the line of a level.
func (p *Frameworks) languageNames(tags []string) string {
	names := make([]string, len(tags))
	for i, tag := range tags {
		names[i] = p.Env.Words.Language(tag)
	}
	return strings.Join(names, " "+bar+" ")
}

// A level is a line: its name, its names in the other languages as far as it has them, and what it counts for, with bars between. A bar that is
// part of a name has a backslash before it.
const bar = "|"

func writeLevels(levels []competence.Level, others []string, w text.Words) string {
	lines := make([]string, len(levels))
	for i, l := range levels {
		parts := []string{l.Name}
		for at, tag := range others {
			if name := l.Names[tag]; name != "" {
				for len(parts) <= at {
					parts = append(parts, "") // the languages before it, in which there is no name
				}
				parts = append(parts, name)
			}
		}
		for i := range parts {
			parts[i] = strings.ReplaceAll(parts[i], bar, `\`+bar)
		}
		lines[i] = strings.Join(append(parts, w.Number(l.Value, -1)), " "+bar+" ")
	}
	return strings.Join(lines, "\n")
}

// readLevels reads what writeLevels wrote, and what people make of it: without a number a level counts for one more than
// the level before it. was are the levels as they were, others the languages beside their own. bad is the line that cannot be read.
func readLevels(text string, was []competence.Level, others []string) (out []competence.Level, bad string) {
	next := 0.0
	for _, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		parts := strings.Split(strings.ReplaceAll(line, `\`+bar, "\x00"), bar)
		for i := range parts {
			parts[i] = strings.TrimSpace(strings.ReplaceAll(parts[i], "\x00", bar))
		}
		l, full := competence.Level{Name: parts[0], Value: next}, len(others)+2
		last := parts[len(parts)-1]
		value, err := strconv.ParseFloat(strings.Replace(last, ",", ".", 1), 64)
		isNumber := err == nil && len(parts) > 1 && value-value == 0 // neither infinite nor no number at all
		switch {
		case l.Name == "" || len(parts) > full || len(parts) == full && last != "" && !isNumber:
			return nil, line
		case isNumber:
			l.Value = value
		}
		if same := slices.IndexFunc(was, func(o competence.Level) bool { return o.Name == l.Name }); same >= 0 {
			l.Names = was[same].Names // those in languages that are not asked for stay
		}
		for at, tag := range others {
			name := ""
			if at+1 < len(parts) && !(isNumber && at+2 == len(parts)) {
				name = parts[at+1]
			}
			l.Names = l.Names.With(tag, name)
		}
		out, next = append(out, l), l.Value+1
	}
	return out, ""
}
