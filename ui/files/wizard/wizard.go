// Package wizard is how a file is brought in: which file, what is in it, what each of its columns becomes, what will happen, and then
// that happens. Each step is a dialog over the screen for files; Esc goes one step back and nothing that was put right is lost.
package wizard

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/mapping"
	"leerbalie/model/transfer"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Wizard brings a file in, step by step.
type Wizard struct {
	Host *dialog.Host
	// Bring brings the file in for good; told is asked for what else is to be said, or done, once it has ended.
	Bring func(path string, o transfer.ImportOptions, kept Kept) tea.Cmd
	// Calendar brings in a calendar, in which nothing has columns.
	Calendar func(path string, back dialog.Dialog) tea.Cmd

	file    *dialog.File // in which the file was chosen
	path    string
	surveys map[transfer.What]transfer.Survey
	failed  map[transfer.What]error // why it is no such file
	what    transfer.What
	columns *columns // nil where the format itself says what is what
}

// Kept is what can be kept of an import for the next file of its kind.
type Kept struct {
	Name   string // offered for it; "" where nothing new was said
	Keep   mapping.Keep
	Forget string // the draft that is of no use once the file is in
}

// Start asks for the file.
func (z *Wizard) Start() tea.Cmd {
	d := &dialog.File{Browse: dialog.NewBrowse(z.Host.Env.Words), Choose: z.look}
	z.file = d
	return tea.Batch(z.Host.Show(d), d.Look(z.Host.Env, z.Host.Env.Files.Home))
}

// name is the file's, without its folder.
func (z *Wizard) name() string { return filepath.Base(z.path) }

// title is what the steps are called.
func (z *Wizard) title() string {
	return z.Host.Env.Words.Say("files.import.of", "name", cell.Short(cell.Safe(z.name(), 200), 40))
}

// look finds out what is in a file, taken for each thing that can be brought in.
func (z *Wizard) look(path string) tea.Cmd {
	if strings.EqualFold(filepath.Ext(path), ".ics") {
		return z.Calendar(path, z.file)
	}
	w, powers, session := z.Host.Env.Words, z.Host.Env.Files, z.Host.Env.Session
	z.path, z.surveys, z.failed, z.columns = path, map[transfer.What]transfer.Survey{}, map[transfer.What]error{}, nil
	now := z.Host.Env.Now()
	return z.Host.Run(&dialog.Work{Title: w.Say("files.looking"), About: z.name(), StopKey: Stop}, func(ctx context.Context, progress dialog.Progress) error {
		for _, what := range all() {
			s, err := powers.Survey(ctx, session, path, transfer.ImportOptions{What: what, Guess: true, File: filepath.Base(path), Now: now}, progress)
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if z.surveys[what] = s; err != nil {
				z.failed[what] = err
			}
		}
		return nil
	}, z.looked)
}

// all is what can be brought in, in the order in which it is asked.
func all() []transfer.What { return []transfer.What{transfer.Requests, transfer.Students} }

// looked goes on with what is in the file, or says why that cannot be read.
func (z *Wizard) looked(err error) tea.Cmd {
	w := z.Host.Env.Words
	switch first := z.failed[transfer.Requests]; {
	case errors.Is(err, context.Canceled):
		return z.Host.Show(z.file)
	case err != nil:
		return z.tell(dialog.Why(w, err))
	case len(z.failed) == len(all()):
		return z.tell(dialog.Why(w, first))
	}
	what, sure := z.likely()
	if sure {
		return z.taken(what)
	}
	return z.ask(what)
}

// tell says why a file cannot be brought in, and goes back to choosing one.
func (z *Wizard) tell(why string) tea.Cmd {
	return z.Host.Show(&dialog.Report{Title: z.title(), Head: why, Bad: true, Back: z.file})
}

// likely is what the file holds by its columns, and whether that is beyond doubt.
func (z *Wizard) likely() (what transfer.What, sure bool) {
	switch s := z.surveys[transfer.Students]; {
	case z.failed[transfer.Students] != nil:
		return transfer.Requests, true
	case z.failed[transfer.Requests] != nil, s.Format == transfer.OneRoster:
		return transfer.Students, true
	}
	requests, students := z.surveys[transfer.Requests], z.surveys[transfer.Students]
	if len(requests.Columns) == 0 { // its format says so
		return transfer.Requests, true
	}
	a, b := known(requests), known(students)
	switch {
	case says(requests) && !says(students):
		return transfer.Requests, a+2 > b
	case says(students) && !says(requests):
		return transfer.Students, b+2 > a
	case b > a:
		return transfer.Students, says(students) && b > a+1
	}
	return transfer.Requests, says(requests) && a > b+1
}

// known is how many columns are recognised by what they are called.
func known(s transfer.Survey) (n int) {
	for _, c := range s.Columns {
		if c.Field != "" && (c.By == transfer.ByHeading || c.By == transfer.ByMapping) {
			n++
		}
	}
	return n
}

// says tells whether a file says what it has to, if it is of that.
func says(s transfer.Survey) bool {
	return slices.ContainsFunc(s.Columns, func(c transfer.Column) bool { return slices.Contains(needs(s.What), c.Field) })
}

// needs are the fields of which there has to be one.
func needs(what transfer.What) []string {
	if what == transfer.Students {
		return []string{"name", "family_name"}
	}
	return []string{"summary"}
}

// ask asks what is in the file; the likelier answer comes first.
func (z *Wizard) ask(likely transfer.What) tea.Cmd {
	w := z.Host.Env.Words
	d := &dialog.Choice{Back: z.file, Picker: widget.Picker{Title: w.Say("files.what-in", "name", cell.Short(cell.Safe(z.name(), 200), 40)), Hint: w.Say("pick.hint")}}
	for _, what := range all() {
		c := widget.Choice{ID: what.Recalls(), Label: w.Say("files.what." + what.Recalls()), Right: w.Say("files.what.known", "n", known(z.surveys[what]), "of", len(z.surveys[what].Columns))}
		if what == likely {
			d.Picker.Choices = slices.Insert(d.Picker.Choices, 0, c)
		} else {
			d.Picker.Choices = append(d.Picker.Choices, c)
		}
	}
	d.Choose = func(id string) tea.Cmd {
		if id == mapping.Students {
			return z.taken(transfer.Students)
		}
		return z.taken(transfer.Requests)
	}
	return z.Host.Show(d)
}

// taken goes on with the file taken for something: to its columns, or, where the format says what is what, to what will happen.
func (z *Wizard) taken(what transfer.What) tea.Cmd {
	s := z.surveys[what]
	z.what, z.columns = what, nil
	if len(s.Columns) == 0 || s.Format == transfer.OneRoster {
		return z.try()
	}
	z.columns = newColumns(z, s)
	return z.columns.open()
}

// options are how the file is read.
func (z *Wizard) options() transfer.ImportOptions {
	o := transfer.ImportOptions{What: z.what, Format: transfer.Auto, File: z.name(), Now: z.Host.Env.Now()}
	if z.columns != nil {
		o.Map = z.columns.fields()
	}
	return o
}

// try tries the file and shows what will happen.
func (z *Wizard) try() tea.Cmd {
	w, powers, session := z.Host.Env.Words, z.Host.Env.Files, z.Host.Env.Session
	path, o := z.path, z.options()
	o.DryRun = true
	var report transfer.Report
	return z.Host.Run(&dialog.Work{Title: w.Say("files.trying"), About: z.name(), StopKey: Stop}, func(ctx context.Context, progress dialog.Progress) (err error) {
		report, err = powers.Import(ctx, session, path, o, progress)
		return err
	}, func(err error) tea.Cmd {
		switch {
		case errors.Is(err, context.Canceled):
			return z.Host.Show(z.before())
		case err != nil:
			return z.Host.Show(&dialog.Report{Title: z.title(), Head: dialog.Why(w, err), Bad: true, Back: z.before()})
		}
		return z.Host.Show(newOutlook(z, report))
	})
}

// before is the step before the try.
func (z *Wizard) before() dialog.Dialog {
	if z.columns != nil {
		return z.columns
	}
	return z.file
}

// really brings the file in.
func (z *Wizard) really() tea.Cmd {
	kept := Kept{}
	if c := z.columns; c != nil {
		kept.Forget, _, _ = c.Draft()
		if c.worthKeeping() {
			kept.Name = c.survey.Mapping
			if kept.Name == "" {
				kept.Name = strings.TrimSuffix(z.name(), filepath.Ext(z.name()))
			}
			kept.Keep = mapping.Keep{What: z.what.Recalls(), Headings: c.survey.Headings(), Fields: c.fields()}
		}
	}
	return z.Bring(z.path, z.options(), kept)
}

// AskToKeep asks under which name the mapping is kept.
func (z *Wizard) AskToKeep(kept Kept) tea.Cmd {
	w := z.Host.Env.Words
	d := &dialog.Prompt{Prompt: widget.Prompt{Title: w.Say("files.keep.title"), Hint: []string{w.Say("files.keep.hint")}}}
	d.Input.Set(kept.Name)
	d.Submit = func(name string) tea.Cmd {
		keep := kept.Keep
		keep.As = name
		return z.Host.Perform(dialog.Deed{Act: func(ctx context.Context, session *model.Session) (model.Receipt, error) { return session.Do(ctx, keep) }})
	}
	return z.Host.Type(d)
}
