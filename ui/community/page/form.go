package page

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/named"
	"leerbalie/model/plain"
	"leerbalie/model/together"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Named is something that can be named in a form: a person, a partner, a project.
type Named struct {
	ID   journal.ID
	Name string
}

// People are all who work, learn or take part here and can be named, as a form wants them.
func People(ctx context.Context, session *model.Session) (out []Named, err error) {
	people, err := together.Names(ctx, session)
	for _, p := range people {
		out = append(out, Named{p.ID, p.Name})
	}
	return out, err
}

// Form asks for fields of a room's table.
type Form[T any] struct {
	Title  string // in words
	Key    string // of its draft
	About  journal.ID
	Table  model.Table[T]
	Fields []string // the names of those it asks for, in this order
	Value  T        // what it opens with
	// Names are who or what can be named in a field that holds ids, by the field's name; "" is for all that have none of their own.
	Names map[string][]Named
	// Options are what can be chosen in a field of words, by the field's name.
	Options map[string][]widget.Option
	// Hints are said below a field, by its name; Long are the fields of several lines; Hours are numbers in minutes that people fill in as hours.
	Hints map[string]string
	Long  []string
	Hours []string
	Act   func(T) model.Action
	Acts  func(T) []model.Action // in the place of Act, where it takes several; may be nil
	Then  dialog.Then            // nil: what was done is said, and the cursor goes there
}

// Fill opens a form on a page.
func Fill[T, R any](p *Page[R], f Form[T]) tea.Cmd {
	if f.Then == nil {
		f.Then = p.Arrive
	}
	return FillOn(&p.Host, f)
}

// FillOn is Fill on a screen that is no Page.
func FillOn[T any](h *dialog.Host, f Form[T]) tea.Cmd {
	d := &dialog.Sheet{Key: f.Key, About: f.About, Width: 100, Hint: h.Env.Words.Say("form.foot", "save", h.Env.Keys.Label(keys.Save))}
	d.Form.Title = f.Title
	for _, name := range f.Fields {
		d.Form.Entries = append(d.Form.Entries, f.entry(h.Env.Words, name))
	}
	d.Submit = func(form *widget.Form) tea.Cmd {
		v, ok := f.filled(h.Env.Words, form)
		if !ok {
			return nil
		}
		return points(h, named.Typed(f.Table, &v, &f.Value), func() tea.Cmd { return h.Do(f.Then, f.acts(v)...) })
	}
	return h.Fill(d)
}

// points asks once whether a text that seems to name a resident is to stand in what everybody reads; see model/named.
func points(h *dialog.Host, texts []string, do func() tea.Cmd) tea.Cmd {
	if len(texts) == 0 || !named.Tells(h.Env.Session.Clearance()) {
		return do()
	}
	return dialog.Look(h, func(ctx context.Context, session *model.Session) ([]string, error) {
		return named.Find(ctx, session, texts...)
	}, func(found []string) tea.Cmd {
		if len(found) == 0 {
			return do()
		}
		w := h.Env.Words
		for i := range found {
			found[i] = cell.Safe(found[i], 60)
		}
		return h.Ask(w.Say("page.names.title"), []string{w.Say("page.names", "names", strings.Join(found, ", ")), "", w.Say("page.names.why")}, w.Say("page.names.yes"), do)
	})
}

func (f *Form[T]) names(field string) []Named {
	if own, ok := f.Names[field]; ok {
		return own
	}
	return f.Names[""]
}

// entry is the entry of a field, with what stands in it.
func (f *Form[T]) entry(w text.Words, name string) widget.Entry {
	row, label := f.Table.Row(name), w.Say("field."+name)
	v := row.Get(&f.Value)
	lines := 1
	if slices.Contains(f.Long, name) {
		lines = 3
	}
	var e widget.Entry
	switch options, chosen := f.Options[name]; {
	case chosen && row.Kind == model.OfTexts:
		e = widget.ManyEntry(name, label, v.Texts(), options)
	case chosen:
		e = widget.ChoiceEntry(name, label, v.Text(), options)
	case row.Kind == model.OfCode:
		e = widget.TextEntry(name, label, v.Text(), lines)
	case row.Kind == model.OfFlag:
		yes := "no"
		if v.Bool() {
			yes = "yes"
		}
		e = widget.ChoiceEntry(name, label, yes, []widget.Option{{ID: "yes", Label: w.Say("page.yes")}, {ID: "no", Label: w.Say("page.no")}})
	default:
		e = widget.TextEntry(name, label, f.shown(row, v), lines)
	}
	if hint := f.Hints[name]; hint != "" {
		e = e.Hinted(hint)
	}
	return e
}

// shown is what stands in a field, as it is typed.
func (f *Form[T]) shown(row *model.Field[T], v journal.Value) string {
	switch row.Kind {
	case model.OfDay:
		return text.Day(journal.CalendarDay(v.Int()))
	case model.OfNumber:
		switch n := v.Int(); {
		case n == 0:
			return ""
		case slices.Contains(f.Hours, row.Name):
			return strings.Replace(strconv.FormatFloat(float64(n)/60, 'f', -1, 64), ".", ",", 1)
		default:
			return strconv.FormatInt(n, 10)
		}
	case model.OfTexts:
		return strings.Join(v.Texts(), ", ")
	case model.OfEntity:
		return f.called(row.Name, []journal.ID{v.ID()})
	case model.OfEntities:
		return f.called(row.Name, v.IDs())
	}
	return v.Text()
}

func (f *Form[T]) called(field string, ids []journal.ID) string {
	var out []string
	for _, id := range ids {
		for _, n := range f.names(field) {
			if n.ID == id {
				out = append(out, cell.Safe(n.Name, 100))
			}
		}
	}
	return strings.Join(out, ", ")
}

// filled reads the form; what cannot be read is blamed.
func (f *Form[T]) filled(w text.Words, form *widget.Form) (T, bool) {
	v := f.Value
	for _, name := range f.Fields {
		row := f.Table.Row(name)
		is, fault := f.read(w, row, form)
		if fault != "" {
			form.Blame(name, fault)
			return v, false
		}
		row.Put(&v, is)
	}
	return v, true
}

func (f *Form[T]) read(w text.Words, row *model.Field[T], form *widget.Form) (v journal.Value, fault string) {
	typed := strings.TrimSpace(form.Text(row.Name))
	switch row.Kind {
	case model.OfFlag:
		return journal.Bool(typed == "yes"), ""
	case model.OfDay:
		if typed == "" {
			return journal.Int(journal.DayNumber(time.Time{})), ""
		}
		day, ok := text.ReadDay(typed)
		if !ok {
			return v, w.Say("error.visit-day", "text", typed)
		}
		return journal.Int(journal.DayNumber(day)), ""
	case model.OfNumber:
		return f.number(w, row.Name, typed)
	case model.OfTexts:
		if _, chosen := f.Options[row.Name]; chosen {
			return journal.Texts(form.Many(row.Name)), ""
		}
		return journal.Texts(parts(typed)), ""
	case model.OfEntity, model.OfEntities:
		return f.ids(w, row, typed)
	}
	return journal.Text(typed), ""
}

func (f *Form[T]) number(w text.Words, field, typed string) (v journal.Value, fault string) {
	if typed == "" {
		return journal.Int(0), ""
	}
	n, err := strconv.ParseFloat(strings.Replace(typed, ",", ".", 1), 64)
	if slices.Contains(f.Hours, field) {
		n *= 60
	}
	if err != nil || n < 0 || n > 1e6 || n != float64(int64(n)) {
		return v, w.Say("page.no-number", "text", typed)
	}
	return journal.Int(int64(n)), ""
}

// ids are those whom names mean; a name that was there and cannot be named any more stays as it is.
func (f *Form[T]) ids(w text.Words, row *model.Field[T], typed string) (v journal.Value, fault string) {
	if typed == strings.TrimSpace(f.shown(row, row.Get(&f.Value))) {
		return row.Get(&f.Value), ""
	}
	var out []journal.ID
	for _, name := range parts(typed) {
		found := meant(f.names(row.Name), name)
		switch {
		case len(found) == 0:
			return v, w.Say("page.nobody", "name", name)
		case len(found) > 1:
			return v, w.Say("page.several", "name", name, "names", namesOf(found))
		}
		if !slices.Contains(out, found[0].ID) {
			out = append(out, found[0].ID)
		}
	}
	if row.Kind == model.OfEntities {
		return journal.Refs(out), ""
	}
	switch len(out) {
	case 0:
		return journal.Ref(journal.ID{}), ""
	case 1:
		return journal.Ref(out[0]), ""
	}
	return v, w.Say("page.one-only")
}

func namesOf(all []Named) string {
	var out []string
	for _, n := range all[:min(len(all), 4)] {
		out = append(out, cell.Safe(n.Name, 60))
	}
	return strings.Join(out, ", ")
}

// parts are what stands between commas.
func parts(typed string) (out []string) {
	for _, t := range strings.FieldsFunc(typed, func(c rune) bool { return c == ',' || c == ';' || c == '\n' }) {
		if t = strings.TrimSpace(t); t != "" {
			out = append(out, t)
		}
	}
	return out
}

// meant are those whom a name means: exactly that, or those that begin so, or those in which its words stand.
func meant(all []Named, name string) (out []Named) {
	want, terms := plain.FoldText(name), plain.TermsOf(name)
	for _, fits := range []func(is string) bool{
		func(is string) bool { return is == want },
		func(is string) bool { return strings.HasPrefix(is, want) },
		terms.In,
	} {
		for _, n := range all {
			if fits(plain.FoldText(n.Name)) {
				out = append(out, n)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return out
}

// acts are what the form does with what was filled in.
func (f *Form[T]) acts(v T) []model.Action {
	if f.Acts != nil {
		return f.Acts(v)
	}
	return []model.Action{f.Act(v)}
}
