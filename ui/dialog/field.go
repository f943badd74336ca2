package dialog

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Way is how a form asks for a field, beyond what the table of fields says of it.
type Way struct {
	Name  string // of the field
	ID    string // of the entry, by which drafts keep what was typed; none: the name
	Hint  string // a sentence that helps
	Fault string // what is said where the answer cannot be read, with {typed}; none for a language that nobody knows: it stays as typed
	Lines int    // of a text: how many show; none: 1
}

// FormField is a field as a form asks for it.
type FormField[E any] struct {
	model.Field[E]
	Way
}

// FormFields are the fields of a table as a form asks for them: in the order of the ways, and after those the fields that no
// way names.
func FormFields[E any](t model.Table[E], ways ...Way) (out []FormField[E]) {
	for _, way := range ways {
		if f := t.Row(way.Name); f != nil {
			if way.ID == "" {
				way.ID = way.Name
			}
			out = append(out, FormField[E]{*f, way})
		}
	}
	for _, f := range t {
		if !slices.ContainsFunc(ways, func(w Way) bool { return w.Name == f.Name }) {
			out = append(out, FormField[E]{f, Way{Name: f.Name, ID: f.Name}})
		}
	}
	return out
}

// Entry is the entry of the form, with what an entity has in the field.
func (q FormField[E]) Entry(env *screen.Env, e *E) widget.Entry {
	w, v := env.Words, q.Get(e)
	label, shown := w.Say("field."+q.Field.Name), ""
	var out widget.Entry
	switch q.Kind {
	case model.OfCode:
		out = widget.ChoiceEntry(q.ID, label, v.Text(), CodeOptions(q.Codes(env.Site), w))
	case model.OfFlag:
		if v.Bool() {
			shown = yes
		}
		out = widget.ChoiceEntry(q.ID, label, shown, YesNo(w))
	default:
		out = widget.TextEntry(q.ID, label, Typed(env, q.Field, v), max(q.Lines, 1))
	}
	out.Number = q.Place == plain.InNumber
	if q.Hint != "" {
		out.Hint = w.Say(q.Hint)
	}
	return out
}

// Read reads the entry of the form into an entity; was is the entity as the form showed it, so that what was not touched
// stays to the second. Errors: FieldError.
func (q FormField[E]) Read(env *screen.Env, f *widget.Form, was, to *E) error {
	typed, v := f.Text(q.ID), journal.Text(f.Text(q.ID))
	switch {
	case q.Kind == model.OfFlag:
		v = journal.Bool(typed == yes)
	case typed == "":
		v = journal.Value{}
	case q.Kind == model.OfLanguage:
		if typed == Typed(env, q.Field, q.Get(was)) {
			v = q.Get(was)
		} else if tag, ok := env.Words.FindLanguage(typed); ok {
			v = journal.Text(tag)
		} else if q.Fault != "" {
			return q.unread(env, typed)
		}
	case q.Kind == model.OfText, q.Kind == model.OfCode:
	case typed == Typed(env, q.Field, q.Get(was)):
		v = q.Get(was)
	default:
		var ok bool
		if v, ok = parsed(env, q.Kind, typed); !ok {
			return q.unread(env, typed)
		}
	}
	q.Put(to, v)
	return nil
}

// unread is the fault of an answer that cannot be read.
func (q FormField[E]) unread(env *screen.Env, typed string) error {
	return FieldError{Field: q.ID, Text: env.Words.Say(q.Fault, "typed", cell.Short(typed, 30))}
}

// parsed reads what was typed for a field of a kind.
func parsed(env *screen.Env, kind model.FieldKind, typed string) (journal.Value, bool) {
	switch kind {
	case model.OfMoment:
		zone := env.Zone
		if zone == nil {
			zone = time.UTC
		}
		at, ok := env.Words.Moment(typed, env.Now(), zone)
		return journal.Int(journal.Millis(at)), ok
	case model.OfDay:
		day, ok := text.ReadDay(typed)
		return journal.Int(journal.DayNumber(day)), ok
	case model.OfNumber:
		n, err := strconv.Atoi(typed)
		return journal.Int(int64(n)), err == nil
	case model.OfTexts:
		return journal.Texts(Parts(typed)), true
	}
	return journal.Value{}, false
}

// Typed is the value of a field as somebody would type it.
func Typed[E any](env *screen.Env, f model.Field[E], v journal.Value) string {
	if v.IsNone() {
		return ""
	}
	switch f.Kind {
	case model.OfCode:
		return env.Words.Entry(f.Name, f.Codes(env.Site), v.Text())
	case model.OfLanguage:
		return env.Words.Language(v.Text())
	case model.OfMoment:
		return env.Date(journal.Moment(v.Int()))
	case model.OfDay:
		return text.Day(journal.CalendarDay(v.Int()))
	case model.OfNumber:
		return strconv.FormatInt(v.Int(), 10)
	case model.OfTexts:
		return strings.Join(v.Texts(), ", ")
	}
	return v.Text()
}

// Parts reads several things with commas between.
func Parts(typed string) (out []string) {
	for _, part := range strings.Split(typed, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// CodeOptions makes the answers of a choice from a list of codes.
func CodeOptions(list model.Codes, w text.Words) []widget.Option {
	var out []widget.Option
	for _, c := range list {
		out = append(out, widget.Option{ID: c.Code, Label: w.Label(c)})
	}
	return out
}

// yes and no are the answers of a question that has two.
const yes, no = "yes", "no"

// YesNo are the answers of a question that has two.
func YesNo(w text.Words) []widget.Option {
	return []widget.Option{{ID: yes, Label: w.Say("answer.yes")}, {ID: no, Label: w.Say("answer.no")}}
}
