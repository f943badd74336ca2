package desk

import (
	"cmp"
	"context"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
)

// requestAdd takes a question in.
func requestAdd(r *command.Run) *cobra.Command {
	var typed map[string]*string
	cmd := &cobra.Command{
		Use:     "add SUMMARY",
		Short:   r.Say("cli.request.add"),
		Args:    command.Arguments(1, -1, "SUMMARY"),
		Example: "  leerbalie request add \"Afsluiting stroom dreigt\" --urgency now --theme armoede --channel balie",
		RunE: func(cmd *cobra.Command, args []string) error {
			q := desk.Request{Summary: strings.Join(args, " ")}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				site := r.Site(ctx, session)
				for _, f := range flagged() {
					v, err := flagValue(r, f, *typed[f.Name], site)
					if f.Kind == model.OfEntity && *typed[f.Name] != "" {
						var who desk.Resident
						who, err = lookup.Resident(ctx, session, *typed[f.Name])
						v = journal.Ref(who.ID)
					}
					if err != nil {
						return err
					}
					f.Put(&q, v)
				}
				receipt, err := session.Do(ctx, desk.AddRequest{Request: q})
				if err != nil {
					return err
				}
				return nowReads(ctx, r, session, receipt.Entity, "cli.request.added")
			})
		},
	}
	typed = flagsFor(r, cmd, flagged())
	return cmd
}

// flagged are the fields of a request that a flag gives: not the question, which is the argument, nor the date to look back
// on, which is agreed once something was done.
func flagged() (out model.Table[desk.Request]) {
	for _, f := range desk.Editable() {
		if f.On != desk.RequestSummary && f.Kind != model.OfMoment {
			out = append(out, f)
		}
	}
	return out
}

// flagName is the flag of a field: its name, unless it was given a shorter one.
func flagName(field string) string {
	return cmp.Or(map[string]string{"age-band": "age"}[field], field)
}

// flagsFor gives a command a flag for each field, and where their values come.
func flagsFor[E any](r *command.Run, cmd *cobra.Command, fields model.Table[E]) map[string]*string {
	typed := map[string]*string{}
	for _, f := range fields {
		typed[f.Name] = cmd.Flags().String(flagName(f.Name), "", r.Say("cli.flag."+flagName(f.Name)))
	}
	return typed
}

// flagValue is the value of a field for what a flag says: an entry of its list, or words. A site has entries of its own: where
// the field keeps those, what the list lacks is kept as it is written. Errors: a misuse, for what is not on another list.
func flagValue[E any](r *command.Run, f model.Field[E], typed string, site model.Site) (journal.Value, error) {
	if f.Kind != model.OfCode || typed == "" {
		return journal.Text(typed), nil
	}
	if list := f.Codes(site); !f.Loose {
		code, err := r.Choose("--"+flagName(f.Name), typed, list)
		return journal.Text(code), err
	} else if c, ok := r.Words.Known(list).Find(typed); ok {
		return journal.Text(c.Code), nil
	}
	return journal.Text(typed), nil
}
