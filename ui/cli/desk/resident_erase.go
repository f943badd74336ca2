package desk

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/mention"
	"leerbalie/model/fault"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
)

// erasedJSON is what became of an erasure. The names are a promise to scripts.
type erasedJSON struct {
	ID    string `json:"id"`    // "" where only an earlier erasure was finished
	Wiped bool   `json:"wiped"` // nothing of it is left in free places of the file
	Room  int64  `json:"room"`  // where it is not wiped, how many bytes have to be free on the disk for that

	Erased    bool                   `json:"erased"`    // false with --dry-run
	Elsewhere []output.ElsewhereJSON `json:"elsewhere"` // where else the resident is named
	More      bool                   `json:"more"`      // there are more places than these
}

// residentErase empties a resident for good, and names other places where the name still stands, for a person to judge. Asked for
// again, it finishes what is still owed of it.
func residentErase(r *command.Run) *cobra.Command {
	var yes, dry bool
	cmd := &cobra.Command{
		Use:   "erase NAME",
		Short: r.Say("cli.resident.erase"),
		Args:  command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !yes && !dry {
				return command.Misuse("cli.argument-missing", "what", "--yes")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				who, err := lookup.Resident(ctx, session, strings.Join(args, " "))
				if fault.KindOf(err) == fault.NotFound {
					return wipedSince(ctx, r, session, err)
				}
				if err != nil {
					return err
				}
				file, err := desk.OpenResident(ctx, session, who.ID)
				if err != nil {
					return err
				}
				if file.Erased {
					return wiped(ctx, r, session, erasedJSON{ID: who.ID.String(), Erased: true}, "cli.resident.erased-already")
				}
				found, more, err := mention.FindMentions(ctx, session, who.ID) // before: the erasure takes the name along
				if err != nil {
					return err
				}
				out := erasedJSON{ID: who.ID.String(), Erased: !dry, Elsewhere: output.Elsewhere(found, r.Zone(ctx, session)), More: more}
				if dry {
					if r.JSON {
						return output.JSON(r.Out, out)
					}
					output.TellElsewhere(r, found, more)
					_, err := fmt.Fprintln(r.Out, r.Words.Count("cli.resident.would-erase", len(file.Requests)))
					return err
				}
				if _, err := session.Do(ctx, desk.EraseResident{ID: who.ID}); err != nil {
					return err
				}
				done := wiped(ctx, r, session, out, "cli.resident.erased")
				if !r.JSON {
					output.TellElsewhere(r, found, more)
				}
				return done
			})
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, r.Say("cli.flag.yes"))
	cmd.Flags().BoolVar(&dry, "dry-run", false, r.Say("cli.flag.erase-dry-run"))
	return cmd
}

// wiped leaves nothing of an erasure in free places of the file, and tells what was done; where there is no room for that, what
// is still owed, with a status for scripts that something is.
func wiped(ctx context.Context, r *command.Run, session *model.Session, out erasedJSON, done string) error {
	w, failed, err := output.Wipe(ctx, session)
	if err != nil {
		return errors.Join(failed, err)
	}
	if r.JSON {
		if out.Wiped = !w.Owed; w.Owed {
			out.Room = w.Room
		}
		if err := output.JSON(r.Out, out); err != nil {
			return err
		}
	} else if !w.Owed || out.ID != "" {
		if _, err := fmt.Fprintln(r.Out, r.Say(done)); err != nil {
			return err
		}
	}
	return output.TellWiping(r, w, failed)
}

// wipedSince answers to a name that nobody has. It may be that of somebody whose erasure was cut off: what was owed of that was
// done when the store was opened, or is still owed.
func wipedSince(ctx context.Context, r *command.Run, session *model.Session, unknown error) error {
	w, err := session.Wiping(ctx)
	switch {
	case err != nil:
		return err
	case w.Owed:
		r.Tell(r.Say("cli.resident.erased-since"))
		return wiped(ctx, r, session, erasedJSON{Erased: true}, "cli.resident.wiped-since")
	case w.Done:
		if r.JSON {
			return output.JSON(r.Out, erasedJSON{Wiped: true, Erased: true})
		}
		_, err = fmt.Fprintln(r.Out, r.Say("cli.resident.erased-since")+" "+r.Say("cli.resident.wiped-since"))
		return err
	}
	return unknown
}
