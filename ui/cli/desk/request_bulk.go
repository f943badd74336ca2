package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/desk/bulk"
	"leerbalie/model/fault"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// bulkWay is what one value of --do takes of the flags, the first of them where it needs one.
type bulkWay struct {
	what  bulk.What
	needs string // "" for none
	takes string
}

// bulkWays are the values of --do.
func bulkWays() []bulkWay {
	return []bulkWay{
		{bulk.Claim, "", "over"}, {bulk.Assign, "for", "over"}, {bulk.Theme, "theme", ""}, {bulk.Urgency, "urgency", ""},
		{bulk.Park, "", "until over"}, {bulk.Recall, "", "over"}, {bulk.Close, "outcome", "where-found tag minutes note over"},
		{bulk.Memo, "text", ""}, {bulk.Release, "", "over"},
	}
}

// bulkFlags is what was typed.
type bulkFlags struct {
	do, until, theme, urgency string
	where, whom               []string
	how                       desk.CloseRequest
	closing                   map[string]*string
	b                         bulk.Bulk
}

// requestBulk does one thing to many requests, in one transaction.
func requestBulk(r *command.Run) *cobra.Command {
	var f bulkFlags
	codes := closingCodes()
	cmd := &cobra.Command{
		Use:   "bulk [NR…] --do WHAT",
		Short: r.Say("cli.request.bulk"),
		Long:  r.Say("cli.request.bulk.long", "where", strings.Join(whereKeys(), ", "), "limit", model.MaxEach),
		Args:  command.Arguments(0, -1, "NR"),
		Example: "  leerbalie request bulk --where theme=armoede --where older-than=30 --do close --outcome \"niet bereikt\" --dry-run\n" +
			"  leerbalie request bulk ZW-0412 ZW-0413 --do assign --for Noor",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 == (len(f.where) > 0) {
				return command.Misuse("cli.bulk.which")
			}
			if err := f.fits(r, cmd); err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				if err := f.read(ctx, r, session, codes); err != nil {
					return err
				}
				refused, err := f.choose(ctx, r, session, args)
				if err != nil {
					return err
				}
				done, err := bulk.DoToAll(ctx, session, f.b)
				if err != nil {
					return err
				}
				return f.tell(ctx, r, session, done, append(refused, done.Refused...))
			})
		},
	}
	flags := cmd.Flags()
	flags.StringArrayVar(&f.where, "where", nil, r.Say("cli.flag.where"))
	flags.StringVar(&f.do, "do", "", r.Say("cli.flag.do"))
	flags.StringArrayVar(&f.whom, "for", nil, r.Say("cli.flag.for"))
	flags.BoolVar(&f.b.Over, "over", false, r.Say("cli.flag.bulk-over"))
	flags.StringVar(&f.theme, "theme", "", r.Say("cli.flag.theme"))
	flags.StringVar(&f.urgency, "urgency", "", r.Say("cli.flag.urgency"))
	flags.StringVar(&f.until, "until", "", r.Say("cli.flag.park-until"))
	flags.StringVar(&f.b.Text, "text", "", r.Say("cli.flag.memo-text"))
	f.closing = flagsFor(r, cmd, codes)
	flags.StringArrayVar(&f.how.Tags, "tag", nil, r.Say("cli.flag.tag"))
	flags.IntVar(&f.how.Minutes, "minutes", 0, r.Say("cli.flag.bulk-minutes"))
	flags.StringVar(&f.how.Note, "note", "", r.Say("cli.flag.note"))
	flags.BoolVar(&f.b.Dry, "dry-run", false, r.Say("cli.flag.bulk-dry"))
	return cmd
}

// fits reads what is to be done, and refuses flags that do not go with it and those that lack. Errors: a misuse.
func (f *bulkFlags) fits(r *command.Run, cmd *cobra.Command) error {
	var all []bulk.What
	for _, way := range bulkWays() {
		all = append(all, way.what)
	}
	at := slices.Index(all, bulk.What(f.do))
	if at < 0 && f.do == "" {
		return command.Misuse("cli.flag-missing", "flag", "--do")
	} else if at < 0 {
		return command.Misuse("cli.choice", "what", "--do", "value", f.do, "choices", command.Join(all))
	}
	way := bulkWays()[at]
	if way.needs != "" && !cmd.Flags().Changed(way.needs) {
		return command.Misuse("cli.flag-missing", "flag", "--"+way.needs)
	}
	for _, other := range bulkWays() {
		for name := range strings.FieldsSeq(other.needs + " " + other.takes) {
			if cmd.Flags().Changed(name) && !slices.Contains(strings.Fields(way.needs+" "+way.takes), name) {
				return command.Misuse("cli.bulk.flag", "flag", "--"+name, "do", f.do)
			}
		}
	}
	if f.how.Minutes < 0 {
		return command.Misuse("cli.minutes", "value", f.how.Minutes)
	}
	f.b.What = way.what
	return nil
}

// read puts what was typed in terms of the model.
func (f *bulkFlags) read(ctx context.Context, r *command.Run, session *model.Session, codes model.Table[desk.Closing]) (err error) {
	if f.b.For, err = whoFor(ctx, session, f.whom); err != nil {
		return err
	}
	site := r.Site(ctx, session)
	if f.theme != "" {
		v, err := flagValue(r, *desk.RequestTable().Row("theme"), f.theme, site)
		if err != nil {
			return err
		}
		theme := v.Text()
		f.b.Theme = &theme
	}
	urgency, err := r.Choose("--urgency", f.urgency, site.UrgencyCodes())
	if err != nil {
		return err
	}
	f.b.Urgency = model.Urgency(urgency)
	how, err := closed(r, codes, f.closing)
	if err != nil {
		return err
	}
	f.how.Outcome, f.how.WhereFound = how.Outcome, how.WhereFound
	f.b.How = f.how
	day, err := command.ReadDay("until", f.until)
	if err == nil && !day.IsZero() {
		f.b.Until = days.Start(day, r.Zone(ctx, session))
	}
	return err
}

// choose finds which requests are meant: those that are named by their numbers, of which those that are not there are refused, or those that
// --where finds.
func (f *bulkFlags) choose(ctx context.Context, r *command.Run, session *model.Session, numbers []string) (refused []bulk.Refusal, err error) {
	if len(numbers) == 0 {
		q, err := where(ctx, r, session, f.where)
		if err != nil {
			return nil, err
		}
		rows, err := bulk.ReadAll(ctx, session, 0, &q)
		for _, row := range rows {
			f.b.Of = append(f.b.Of, row.ID)
		}
		return nil, err
	}
	for _, number := range numbers {
		q, err := desk.ReadRequestByNumber(ctx, session, number)
		switch k := fault.KindOf(err); {
		case err == nil && !slices.Contains(f.b.Of, q.ID):
			f.b.Of = append(f.b.Of, q.ID)
		case err == nil:
		case k == fault.NotFound || k == fault.Refused:
			refused = append(refused, bulk.Refusal{Number: number, Err: err})
		default:
			return nil, err
		}
	}
	return refused, nil
}

// tell says what was done, and names what was not. Errors: command.ErrSaid where nothing was.
func (f *bulkFlags) tell(ctx context.Context, r *command.Run, session *model.Session, done bulk.Done, refused []bulk.Refusal) error {
	matched := done.Count + len(refused)
	why := make([]output.Object, len(refused))
	for i, one := range refused {
		var e *fault.Error
		code := ""
		if errors.As(one.Err, &e) {
			code = e.Msg
		}
		text := r.Sentence(one.Err)
		why[i] = output.Object{{Name: "id", Value: output.IDOrNull(one.ID)}, {Name: "number", Value: one.Number}, {Name: "reason", Value: code}, {Name: "text", Value: text}}
		if !r.JSON {
			if number := cell.Safe(one.Number, 40); !strings.Contains(text, number) {
				text = number + ": " + text
			}
			r.Tell(text)
		}
	}
	var err error
	switch {
	case r.JSON:
		err = output.JSON(r.Out, output.Object{{Name: "matched", Value: matched}, {Name: "done", Value: done.Count}, {Name: "refused", Value: why}, {Name: "dry_run", Value: f.b.Dry}})
	case matched == 0:
		_, err = fmt.Fprintln(r.Out, r.Say("cli.request.none"))
	case f.b.Dry:
		_, err = fmt.Fprintln(r.Out, r.Words.Count("cli.bulk.dry", done.Count, "matched", matched))
	case done.Count > 0:
		people, nameErr := namesOf(ctx, session)
		var names []string
		for _, id := range f.b.For {
			names = append(names, cell.Safe(people.who(id).Name, 60))
		}
		said := r.Words.Count("many.did."+string(f.b.What), done.Count, "outcome", r.Words.Code("outcome", f.b.How.Outcome), "name", strings.Join(names, " + "))
		_, err = fmt.Fprintln(r.Out, said)
		err = errors.Join(err, nameErr)
	}
	if err == nil && done.Count == 0 && matched > 0 {
		return command.ErrSaid
	}
	return err
}
