package files

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/incoming"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// importJSON is an import that is kept. The names are a promise to scripts.
type importJSON struct {
	ID        string     `json:"id"`
	What      string     `json:"what"` // requests or students
	File      string     `json:"file"`
	By        output.Who `json:"by"`
	At        *string    `json:"at"`
	Read      int        `json:"read"`
	Imported  int        `json:"imported"`
	Unchanged int        `json:"unchanged"`
	Refused   int        `json:"refused"`
	State     string     `json:"state"`  // unfinished, finished, undoing, undone
	Undone    int        `json:"undone"` // questions and students that were taken back
	Left      int        `json:"left"`   // what stayed then
}

// leftJSON is something that stays of an import.
type leftJSON struct {
	Kind string      `json:"kind"` // request, person, group, resident, other
	ID   string      `json:"id"`
	Name string      `json:"name"` // of a request its number
	By   *output.Who `json:"by"`   // who built on it; null where nobody did
	Why  string      `json:"why"`  // built, used, kept, waits
}

// shownJSON is one import, with what stays of it.
type shownJSON struct {
	importJSON
	Erased int        `json:"residents_erased"`
	Away   int        `json:"residents_put_away"`
	Stays  []leftJSON `json:"stays"`
}

// undoneJSON is what became of undoing one.
type undoneJSON struct {
	shownJSON
	Took  tookJSON `json:"took"`
	Wiped bool     `json:"wiped"` // nothing of who was erased is left in free places of the file
}

// tookJSON counts what was taken back this time.
type tookJSON struct {
	Requests  int `json:"requests"`
	People    int `json:"people"`
	Groups    int `json:"groups"`
	Residents int `json:"residents"`
	PutAway   int `json:"put_away"`
	Other     int `json:"other"`
}

// told is what is needed to tell of imports.
type told struct {
	r       *command.Run
	ctx     context.Context
	session *model.Session
	names   map[journal.ID]string
}

func telling(ctx context.Context, r *command.Run, session *model.Session) (told, error) {
	names, err := session.PersonNames(ctx, r.Say("person.removed"))
	return told{r, ctx, session, names}, err
}

func (t told) json(im incoming.Import) importJSON {
	return importJSON{ID: im.ID.String(), What: text.BroughtWhat(&im), File: im.File, By: output.Named(im.By, t.names[im.By]), At: output.MomentOrNull(im.At, t.r.Zone(t.ctx, t.session)),
		Read: im.Read, Imported: im.Imported, Unchanged: im.Unchanged, Refused: im.Refused, State: string(im.State), Undone: im.Back.Rows(), Left: len(im.Left)}
}

func (t told) shown(im incoming.Import) shownJSON {
	out := shownJSON{importJSON: t.json(im), Erased: im.Back.Residents, Away: im.Back.Away, Stays: []leftJSON{}}
	for _, l := range im.Left {
		left := leftJSON{Kind: text.BroughtKind(l.Kind), ID: l.ID.String(), Name: l.Name, Why: string(l.Why)}
		if !l.By.IsZero() {
			by := output.Named(l.By, t.names[l.By])
			left.By = &by
		}
		out.Stays = append(out.Stays, left)
	}
	return out
}

func (t told) file(im incoming.Import) string {
	if im.File == "" {
		return t.r.Say("import.file.none")
	}
	return cell.Safe(im.File, 200)
}

func (t told) at(im incoming.Import) string {
	return im.At.In(t.r.Zone(t.ctx, t.session)).Format("2006-01-02 15:04")
}

// ImportList shows what came in from files.
func ImportList(r *command.Run) *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use: "list", Short: r.Say("cli.import.list"), Args: command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			most, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				all, err := incoming.Read(ctx, session)
				if err != nil {
					return err
				}
				t, err := telling(ctx, r, session)
				if err != nil {
					return err
				}
				if most > 0 {
					all = all[:min(len(all), most)]
				}
				return t.list(all)
			})
		},
	}
	r.LimitFlag(cmd, &limit)
	return cmd
}

func (t told) list(all []incoming.Import) error {
	if t.r.JSON {
		out := make([]importJSON, 0, len(all))
		for _, im := range all {
			out = append(out, t.json(im))
		}
		return output.JSON(t.r.Out, out)
	}
	if len(all) == 0 {
		_, err := fmt.Fprintln(t.r.Out, t.r.Say("cli.import.none"))
		return err
	}
	say := t.r.Say
	table := output.NewTable(t.r.Out, t.r.Width, say("cli.col.id"), say("cli.col.import-at"), say("cli.col.import-file"), say("cli.col.import-what"), say("cli.col.import-by"),
		say("cli.col.import-rows"), say("cli.col.state"), say("cli.col.import-undone"), say("cli.col.import-left"))
	for _, im := range all {
		table.Add(im.ID.String()[24:], t.at(im), t.file(im), say("files.what."+text.BroughtWhat(&im)), t.names[im.By], fmt.Sprint(im.Imported), say("import.state."+string(im.State)),
			fmt.Sprint(im.Back.Rows()), fmt.Sprint(len(im.Left)))
	}
	return table.End()
}

// ImportShow shows one import, and what stays of it.
func ImportShow(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "show ID", Short: r.Say("cli.import.show"), Args: command.Arguments(1, 1, "ID"), Example: "  leerbalie import show last",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				im, err := incoming.Find(ctx, session, args[0])
				if err != nil {
					return err
				}
				t, err := telling(ctx, r, session)
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, t.shown(im))
				}
				if _, err = fmt.Fprintln(r.Out, r.Say("cli.import.shown", "file", t.file(im), "at", t.at(im), "by", t.names[im.By], "imported", im.Imported,
					"undone", im.Back.Rows(), "left", len(im.Left), "state", r.Say("import.state."+string(im.State)))); err != nil {
					return err
				}
				for _, l := range im.Left {
					if _, err := fmt.Fprintln(r.Out, t.left(l)); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
}

// left says what stays, and why.
func (t told) left(l incoming.Left) string {
	l.Name = cell.Safe(l.Name, 200)
	return t.r.Words.Stays(l, t.names[l.By])
}

// ImportUndo takes an import back.
func ImportUndo(r *command.Run) *cobra.Command {
	var o incoming.Options
	cmd := &cobra.Command{
		Use: "undo ID", Short: r.Say("cli.import.undo"), Long: r.Say("cli.import.undo-long"), Args: command.Arguments(1, 1, "ID"),
		Example: "  leerbalie import undo last\n  leerbalie import undo last --yes",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				im, err := incoming.Find(ctx, session, args[0])
				if err != nil {
					return err
				}
				line, shown := output.NewPassing(r), 0
				if line != nil {
					o.Progress = func(done, total int) {
						line.Show(r.Say("cli.import.undo.progress", "done", done, "total", total), done/aloud > shown/aloud)
						shown = done
					}
				}
				out, err := incoming.Undo(ctx, session, im.ID, o)
				line.End()
				if err != nil && out.Took.All() == 0 {
					return err
				}
				return undone(ctx, r, session, out, err)
			})
		},
	}
	cmd.Flags().BoolVar(&o.Erase, "yes", false, r.Say("cli.flag.import-yes"))
	return cmd
}

// undone tells what was taken back, and each thing that stays. Where residents were erased, nothing of them is left in free places of
// the file. Errors: of what stopped it; said, where nothing could be taken back.
func undone(ctx context.Context, r *command.Run, session *model.Session, out incoming.Outcome, stopped error) error {
	t, err := telling(context.WithoutCancel(ctx), r, session)
	if err != nil {
		return errors.Join(stopped, err)
	}
	t.ctx = context.WithoutCancel(ctx)
	told := undoneJSON{shownJSON: t.shown(out.Import), Took: tookJSON{out.Took.Requests, out.Took.People, out.Took.Groups, out.Took.Residents, out.Took.Away, out.Took.Other}, Wiped: true}
	wiping := func() error { return nil }
	if out.Took.Residents > 0 {
		w, failed, err := output.Wipe(t.ctx, session)
		if err != nil {
			return errors.Join(stopped, failed, err)
		}
		told.Wiped = !w.Owed
		wiping = func() error { return output.TellWiping(r, w, failed) }
	}
	for _, l := range out.All {
		r.Tell(t.left(l))
	}
	for _, l := range out.All {
		if l.Why == incoming.Kept || l.Why == incoming.Waits {
			r.Tell(r.Say(map[incoming.Why]string{incoming.Kept: "import.residents", incoming.Waits: "import.waits"}[l.Why], "id", out.ID.String()[24:]))
			break
		}
	}
	if r.JSON {
		err = output.JSON(r.Out, told)
	} else {
		_, err = fmt.Fprintln(r.Out, r.Say("import.undone", "file", t.file(out.Import), "what", r.Words.TookBack(out.Took)))
	}
	switch {
	case stopped != nil:
		if errors.Is(stopped, context.Canceled) {
			r.Tell(r.Say("import.stopped"))
		}
		return stopped
	case err == nil && out.Took.All() == 0 && len(out.All) > 0:
		return command.ErrSaid
	}
	return errors.Join(err, wiping())
}
