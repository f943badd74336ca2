package people

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk/mention"
	"leerbalie/model/erasure"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// erasureJSON is how the erasure of a student's records stands. The names are a promise to scripts.
type erasureJSON struct {
	ID         string      `json:"id"`
	State      string      `json:"state"`       // none, proposed, confirmed (just now: what was due is gone), or erased: all is
	ProposedBy *output.Who `json:"proposed_by"` // null: nobody
	ProposedAt *string     `json:"proposed_at"`
	Ended      *string     `json:"ended"` // the day on which the study ended; null: it has not
	Parts      []partJSON  `json:"parts"`

	Elsewhere []output.ElsewhereJSON `json:"elsewhere"` // with --dry-run and --confirm: where else the student is named
	More      bool                   `json:"more"`
	Wiped     bool                   `json:"wiped"` // nothing of it is left in free places of the file
	Room      int64                  `json:"room"`
}

// partJSON is a part of a student's records.
type partJSON struct {
	Part     string  `json:"part"`     // private, dossier or profile
	Left     int     `json:"left"`     // how much is there
	Until    *string `json:"until"`    // the day from which it may go; null while the study has not ended
	Due      bool    `json:"due"`      // it may go now
	Proposed bool    `json:"proposed"` // it goes when somebody confirms
}

func studentErase(r *command.Run) *cobra.Command {
	var dry, confirm, withdraw bool
	cmd := &cobra.Command{
		Use: "erase NAME", Short: r.Say("cli.student.erase"), Args: command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				p, err := studentOrFormer(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				switch {
				case dry:
					return erasureNow(ctx, r, session, p, true)
				case withdraw:
					return erasureDone(ctx, r, session, p, "cli.student.erase-withdrawn", erasure.Withdraw{Student: p.ID})
				case confirm:
					return erasureConfirmed(ctx, r, session, p)
				}
				return erasureDone(ctx, r, session, p, "cli.student.erase-proposed", erasure.Propose{Student: p.ID})
			})
		},
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, r.Say("cli.flag.student-dry-run"))
	cmd.Flags().BoolVar(&confirm, "confirm", false, r.Say("cli.flag.erase-confirm"))
	cmd.Flags().BoolVar(&withdraw, "withdraw", false, r.Say("cli.flag.erase-withdraw"))
	cmd.MarkFlagsMutuallyExclusive("dry-run", "confirm", "withdraw")
	return cmd
}

// studentOrFormer finds somebody who learns here, or did. Errors: Refused for who may not erase, whoever it is about.
func studentOrFormer(ctx context.Context, session *model.Session, name string) (model.Person, error) {
	if err := session.Check(ctx, model.ToErase); err != nil {
		return model.Person{}, err
	}
	people, err := session.People(ctx)
	if err != nil {
		return model.Person{}, err
	}
	gone, err := session.PeopleWhoLeft(ctx)
	if err != nil {
		return model.Person{}, err
	}
	students := lookup.Where(append(people, gone...), func(p model.Person) bool { return p.Has(model.RoleStudent) || p.Erased })
	if i := slices.IndexFunc(students, func(p model.Person) bool { return plain.SameCode(p.Number, name) || p.ID.String() == plain.ID(name) }); i >= 0 {
		return students[i], nil
	}
	return lookup.One(name, students, func(p model.Person) journal.ID { return p.ID }, func(p model.Person) string { return p.Name })
}

// erasureDone does what leaves all as it is until somebody confirms.
func erasureDone(ctx context.Context, r *command.Run, session *model.Session, p model.Person, said string, a model.Action) error {
	if _, err := session.Do(ctx, a); err != nil {
		return err
	}
	if r.JSON {
		return erasureNow(ctx, r, session, p, false)
	}
	if _, err := fmt.Fprintln(r.Out, r.Say(said, "name", cell.Safe(p.Name, 100))); err != nil {
		return err
	}
	if _, proposes := a.(erasure.Propose); !proposes {
		return nil
	}
	f, err := erasure.Read(ctx, session, p.ID, r.Now())
	if err == nil {
		tellParts(r, f)
	}
	return err
}

// erasureNow writes how an erasure stands; looks also where else the student is named.
func erasureNow(ctx context.Context, r *command.Run, session *model.Session, p model.Person, looks bool) error {
	f, err := erasure.Read(ctx, session, p.ID, r.Now())
	if err != nil {
		return err
	}
	var found []mention.Mention
	more := false
	if looks && !f.Student.Erased {
		if found, more, err = erasure.FindMentions(ctx, session, p.ID); err != nil {
			return err
		}
	}
	if r.JSON {
		out, err := erasureOut(ctx, r, session, f)
		if err != nil {
			return err
		}
		out.Elsewhere, out.More = output.Elsewhere(found, r.Zone(ctx, session)), more
		return output.JSON(r.Out, out)
	}
	for _, line := range partLines(r, f) {
		if _, err := fmt.Fprintln(r.Out, line); err != nil {
			return err
		}
	}
	output.TellElsewhere(r, found, more)
	return nil
}

// erasureConfirmed agrees, and wipes what is erased out of the file.
func erasureConfirmed(ctx context.Context, r *command.Run, session *model.Session, p model.Person) error {
	found, more, err := erasure.FindMentions(ctx, session, p.ID) // before: the erasure takes the name along
	if err != nil {
		return err
	}
	if _, err := session.Do(ctx, erasure.Confirm{Student: p.ID}); err != nil {
		return err
	}
	w, failed, err := output.Wipe(ctx, session)
	if err != nil {
		return errors.Join(failed, err)
	}
	f, err := erasure.Read(ctx, session, p.ID, r.Now())
	if err != nil {
		return err
	}
	if !f.Student.Erased {
		found, more = nil, false // the name stands, for as long as the law asks
	}
	if r.JSON {
		out, err := erasureOut(ctx, r, session, f)
		if err != nil {
			return err
		}
		if !f.Student.Erased {
			out.State = "confirmed"
		}
		out.Elsewhere, out.More = output.Elsewhere(found, r.Zone(ctx, session)), more
		if out.Wiped = !w.Owed; w.Owed {
			out.Room = w.Room
		}
		if err := output.JSON(r.Out, out); err != nil {
			return err
		}
	} else {
		if _, err := fmt.Fprintln(r.Out, r.Say("cli.student.erase-done")); err != nil {
			return err
		}
		output.TellElsewhere(r, found, more)
		tellParts(r, f)
	}
	return output.TellWiping(r, w, failed)
}

func erasureOut(ctx context.Context, r *command.Run, session *model.Session, f erasure.File) (erasureJSON, error) {
	out := erasureJSON{ID: f.Student.ID.String(), State: "none", Ended: dayOrNull(f.Ended), Parts: []partJSON{}, Elsewhere: []output.ElsewhereJSON{}}
	for _, p := range f.Parts {
		proposed := f.Proposal != nil && slices.Contains(f.Proposal.Parts, p.Part)
		out.Parts = append(out.Parts, partJSON{string(p.Part), p.Left, dayOrNull(p.Until), p.Due, proposed})
	}
	switch {
	case f.Student.Erased:
		out.State = "erased"
	case f.Proposal != nil:
		names, err := session.PersonNames(ctx, "")
		if err != nil {
			return out, err
		}
		who := output.Named(f.Proposal.By, names[f.Proposal.By])
		out.State, out.ProposedBy, out.ProposedAt = "proposed", &who, output.MomentOrNull(f.Proposal.At, r.Zone(ctx, session))
	}
	return out, nil
}

func dayOrNull(day time.Time) *string {
	if day.IsZero() {
		return nil
	}
	s := day.Format(time.DateOnly)
	return &s
}

// tellParts says of each part what becomes of it.
func tellParts(r *command.Run, f erasure.File) {
	for _, line := range partLines(r, f) {
		r.Tell(line)
	}
}

func partLines(r *command.Run, f erasure.File) (out []string) {
	for _, p := range f.Parts {
		id, args := f.Standing(p), []any{}
		if !p.Until.IsZero() {
			args = []any{"day", text.Day(p.Until)}
		}
		out = append(out, r.Say("erase.part."+string(p.Part))+": "+r.Say("erase.part."+id, args...))
	}
	return out
}
