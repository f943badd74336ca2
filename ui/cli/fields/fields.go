// Package fields makes flags of a room's table of fields: what can be filled in of a goal or a partner in the app can be said on the command
// line, by the name of the field and with the label of the form as its help.
package fields

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/named"
	"leerbalie/model/together"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
)

// Find gives the id of what a text means. Errors: NotFound, Conflict.
type Find func(ctx context.Context, session *model.Session, text string) (journal.ID, error)

// Person finds somebody who works, learns or takes part here.
func Person(ctx context.Context, session *model.Session, text string) (journal.ID, error) {
	if !session.Me().IsGuest() {
		p, err := lookup.Person(ctx, session, text)
		return p.ID, err
	}
	return Named(together.Names, func(p model.Person) journal.ID { return p.ID }, func(p model.Person) string { return p.Name })(ctx, session, text)
}

// Named makes a Find of a list that is read and has names.
func Named[T any](read func(context.Context, *model.Session) ([]T, error), id func(T) journal.ID, name func(T) string) Find {
	return func(ctx context.Context, session *model.Session, text string) (journal.ID, error) {
		all, err := read(ctx, session)
		if err != nil {
			return journal.ID{}, err
		}
		one, err := lookup.One(text, all, id, name)
		if err != nil {
			return journal.ID{}, err
		}
		return id(one), nil
	}
}

// Of says which fields become flags.
type Of[T any] struct {
	Table  model.Table[T]
	Prefix string            // of the fields' names, which the flags go without: "goal-"
	Fields []string          // their names
	Flags  map[string]string // by field: what the flag is called, where it is not the name without Prefix
	Finds  map[string]Find   // by field: who or what a text means; none: a person
	Hours  []string          // numbers of minutes that are said in hours, such as 7.5
}

// Flags are the flags of a command.
type Flags[T any] struct {
	of   Of[T]
	run  *command.Run
	said map[string]*flag
}

type flag struct {
	name string
	is   *pflag.Flag
	one  string
	many []string
	yes  bool
}

// Add adds the flags to a command.
func Add[T any](r *command.Run, cmd *cobra.Command, of Of[T]) *Flags[T] {
	f := &Flags[T]{of: of, run: r, said: map[string]*flag{}}
	for _, field := range of.Fields {
		row, one := of.Table.Row(field), &flag{name: of.Flags[field]}
		if one.name == "" {
			one.name = strings.TrimPrefix(field, of.Prefix)
		}
		help := r.Say("field." + field)
		switch set := cmd.Flags(); row.Kind {
		case model.OfFlag:
			set.BoolVar(&one.yes, one.name, false, help)
		case model.OfTexts, model.OfEntities:
			set.StringSliceVar(&one.many, one.name, nil, help)
		default:
			set.StringVar(&one.one, one.name, "", help)
		}
		one.is = cmd.Flags().Lookup(one.name)
		f.said[field] = one
	}
	return f
}

// Given tells whether a field was said.
func (f *Flags[T]) Given(field string) bool { return f.said[field] != nil && f.said[field].is.Changed }

// Any tells whether any was.
func (f *Flags[T]) Any() bool { return slices.ContainsFunc(f.of.Fields, f.Given) }

// Over puts what was said over a value; what was said with nothing in it is emptied. Errors: Misuse for a day or a number that cannot be read;
// those of the Finds.
func (f *Flags[T]) Over(ctx context.Context, session *model.Session, v *T) error {
	was := *v
	if err := f.over(ctx, session, v); err != nil || session == nil { // nobody acts
		return err
	}
	return PointAt(ctx, f.run, session, named.Typed(f.of.Table, v, &was)...)
}

// PointAt says on the standard error which residents texts of the community seem to name, to who sees the desk; see model/named. A command that
// takes words which are no flags of a table asks it for those.
func PointAt(ctx context.Context, r *command.Run, session *model.Session, texts ...string) error {
	found, err := named.Find(ctx, session, texts...)
	if err == nil && len(found) > 0 {
		r.Tell(r.Say("page.names", "names", strings.Join(found, ", ")) + " " + r.Say("page.names.why"))
	}
	return err
}

func (f *Flags[T]) over(ctx context.Context, session *model.Session, v *T) error {
	for _, field := range f.of.Fields {
		if !f.Given(field) {
			continue
		}
		row := f.of.Table.Row(field)
		is, err := f.value(ctx, session, row, f.said[field])
		if err != nil {
			return err
		}
		row.Put(v, is)
	}
	return nil
}

func (f *Flags[T]) value(ctx context.Context, session *model.Session, row *model.Field[T], said *flag) (v journal.Value, err error) {
	text := strings.TrimSpace(said.one)
	switch row.Kind {
	case model.OfFlag:
		return journal.Bool(said.yes), nil
	case model.OfDay:
		day, err := command.ReadDay(said.name, text)
		return journal.Int(journal.DayNumber(day)), err
	case model.OfNumber:
		return f.number(row.Name, said.name, text)
	case model.OfTexts:
		return journal.Texts(slices.DeleteFunc(said.many, func(t string) bool { return strings.TrimSpace(t) == "" })), nil
	case model.OfEntity:
		id, err := f.find(ctx, session, row.Name, text)
		return journal.Ref(id), err
	case model.OfEntities:
		var out []journal.ID
		for _, t := range said.many {
			id, err := f.find(ctx, session, row.Name, t)
			if err != nil {
				return v, err
			}
			if !id.IsZero() && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
		return journal.Refs(out), nil
	}
	return journal.Text(text), nil
}

func (f *Flags[T]) find(ctx context.Context, session *model.Session, field, text string) (journal.ID, error) {
	if text = strings.TrimSpace(text); text == "" {
		return journal.ID{}, nil
	}
	if find := f.of.Finds[field]; find != nil {
		return find(ctx, session, text)
	}
	return Person(ctx, session, text)
}

func (f *Flags[T]) number(field, name, text string) (v journal.Value, err error) {
	if text == "" {
		return journal.Int(0), nil
	}
	n, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	if slices.Contains(f.of.Hours, field) {
		n *= 60
	}
	if err != nil || n < 0 || n > 1e6 || n != float64(int64(n)) {
		return v, command.Misuse("cli.flag-number", "flag", "--"+name, "text", text)
	}
	return journal.Int(int64(n)), nil
}
