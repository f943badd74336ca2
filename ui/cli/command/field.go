package command

import (
	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// FieldFlags gives a command a flag for each field of a table, by what the field holds, and gives what puts their values into
// an entity. Called gives the flag of a field and the sentence that explains it. Errors: a misuse, for a day that cannot be
// read. What holds ids is none of these fields: those are looked up by names.
func FieldFlags[E any](r *Run, cmd *cobra.Command, fields model.Table[E], called func(field string) (flag, says string)) (given func(*E) error) {
	flags, values := cmd.Flags(), make([]func() (journal.Value, error), len(fields))
	for i, row := range fields {
		flag, id := called(row.Name)
		switch says := r.Say(id); row.Kind {
		case model.OfNumber:
			n := flags.Int(flag, 0, says)
			values[i] = func() (journal.Value, error) { return journal.Int(int64(*n)), nil }
		case model.OfFlag:
			yes := flags.Bool(flag, false, says)
			values[i] = func() (journal.Value, error) { return journal.Bool(*yes), nil }
		case model.OfTexts:
			texts := flags.StringSlice(flag, nil, says)
			values[i] = func() (journal.Value, error) { return journal.Texts(*texts), nil }
		case model.OfDay:
			typed := flags.String(flag, "", says)
			values[i] = func() (journal.Value, error) {
				day, err := ReadDay(flag, *typed)
				return journal.Int(journal.DayNumber(day)), err
			}
		default:
			text := flags.String(flag, "", says)
			values[i] = func() (journal.Value, error) { return journal.Text(*text), nil }
		}
	}
	return func(e *E) error {
		for i, row := range fields {
			v, err := values[i]()
			if err != nil {
				return err
			}
			row.Put(e, v)
		}
		return nil
	}
}
