package bundle

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// bring takes a bundle in.
func bring(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use:   "return FILE",
		Short: r.Say("cli.bundle.return"),
		Long:  r.Say("cli.bundle.return-long"),
		Args:  command.Arguments(1, 1, "FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				tell, end := progress(r, "cli.bundle.reading")
				back, err := r.Powers.Bundles.Return(ctx, session, args[0], tell)
				end()
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, returnedOf(ctx, r, session, back))
				}
				_, err = fmt.Fprint(r.Out, Report(ctx, r, session, back))
				return err
			})
		},
	}
}

// refusedAs is the code of an error; "" for one that has none.
func refusedAs(err error) string {
	var known *fault.Error
	if errors.As(err, &known) {
		return known.Msg
	}
	return ""
}

// Report says in people's words what became of a bundle: what came, what clashes, what waits and why, what was acknowledged, and what
// was put away.
func Report(ctx context.Context, r *command.Run, session *model.Session, b transfer.Returned) string {
	var out strings.Builder
	line := func(s string) { out.WriteString(s + "\n") }
	zone := r.Zone(ctx, session)
	if b.From.ID.IsZero() { // the acknowledgement alone
		if b.Acknowledged == 0 {
			line(r.Say("cli.bundle.word-known"))
		}
	} else {
		line(r.Say("cli.bundle.from", "name", party(b.From.From), "day", text.Day(b.From.Made.In(zone))))
		switch {
		case b.Came.Changes > 0:
			line(r.Words.Count("cli.bundle.came", b.Came.Changes, "counts", counts(r, b.Came)))
		case len(b.Waiting) == 0:
			line(r.Say("cli.bundle.known"))
		}
	}
	return out.String() + became(ctx, r, session, b)
}

// became says what else became of what came, on a stick or over a line.
func became(ctx context.Context, r *command.Run, session *model.Session, b transfer.Returned) string {
	var out strings.Builder
	line := func(s string) { out.WriteString(s + "\n") }
	if b.Admitted.Replica != (journal.Replica{}) {
		line(r.Say("cli.bundle.admitted", "name", party(b.Admitted)))
	}
	for _, other := range b.Second {
		line(r.Say("cli.bundle.second", "name", party(other)))
	}
	switch {
	case b.SetBack:
		line(r.Say("laptops.set-back", "tag", b.Tag))
	case b.Tag != "":
		line(r.Say("laptops.tag", "tag", b.Tag))
	}
	if b.Conflicts > 0 {
		line(r.Words.Count("cli.bundle.conflicts", b.Conflicts))
	}
	for _, w := range b.Waiting {
		if w.Changes == 0 { // nothing waits but the question whose it is
			line(r.Say("cli.bundle.asks", "name", party(w.Party), "reason", why(r, w.Reason)))
			continue
		}
		of := w.Party
		if of.Name == "" && of.Replica == b.From.From.Replica { // who is not known here yet
			of = b.From.From
		}
		line(r.Words.Count("cli.bundle.waits", w.Changes, "name", party(of), "reason", why(r, w.Reason)))
	}
	if names := scopes(ctx, r, session, b.PutAway); len(names) > 0 {
		line(r.Say("cli.bundle.put-away", "scopes", strings.Join(names, ", ")))
	}
	if names := scopes(ctx, r, session, b.Regained); len(names) > 0 {
		line(r.Say("cli.bundle.regained", "scopes", strings.Join(names, ", ")))
	}
	if b.Acknowledged > 0 {
		line(r.Words.Count("cli.bundle.acknowledged", b.Acknowledged))
	}
	if b.Missing > 0 {
		line(r.Words.Count("cli.bundle.missing", b.Missing))
	}
	if b.WaitingThere > 0 {
		line(r.Words.Count("cli.bundle.waiting-there", b.WaitingThere))
	}
	switch {
	case b.Answer != "":
		line(r.Say("cli.bundle.answer", "path", cell.Safe(b.Answer, 200)))
	case refusedAs(b.Unanswered) == transfer.NotAdmitted:
		line(r.Sentence(b.Unanswered))
	case b.Unanswered != nil:
		line(r.Say("cli.bundle.unanswered", "why", r.Sentence(b.Unanswered)))
	}
	return out.String()
}
