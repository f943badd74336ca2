package fields

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// Room is what the commands add, edit, list, show and archive of a room ask. T is what stands in its table, and R how it is read: with names.
// The words of the command NAME VERB are cli.NAME.VERB, and of what is done did.act-NAME-VERB.
type Room[T, R any] struct {
	Name     string                                                                         // of the family: "goal"
	Arg      string                                                                         // what stands in the place of one in the help: "GOAL"
	Of       Of[T]                                                                          // the flags of add and edit; edit has also one for the title
	Title    string                                                                         // the field of the title
	Needs    []string                                                                       // the fields that have to be said when one is added
	Examples map[string]string                                                              // by command
	Read     func(ctx context.Context, r *command.Run, session *model.Session) ([]R, error) // all, in the order of lists
	Entity   func(*R) *T
	ID       func(*R) journal.ID
	Words    func(*R) []string // by which list --search finds it beside the title; may be nil
	Add      func(T) model.Action
	Edit     func(T) model.Action
	Archive  func(journal.ID) model.Action
	Heads    []string // the sentences above the columns of the list
	Cells    func(r *command.Run, of *R) []string
	Card     func(r *command.Run, of *R) [][2]string // the lines of show: what they are called, and what stands there
	JSON     func(r *command.Run, of *R) any
	Open     func(*R) bool // it is not over: list leaves out what is over, unless --all; nil: all are listed
}

// Commands are add, edit, list, show and archive, with more of the room's own.
func (o Room[T, R]) Commands(more command.Commands) command.Commands {
	all := command.Commands{"add": o.add, "edit": o.edit, "list": o.list, "show": o.show, "archive": o.archive}
	for name, c := range more {
		all[name] = c
	}
	return all
}

func (o Room[T, R]) title(of *R) string { return o.Of.Table.Row(o.Title).Get(o.Entity(of)).Text() }

// Meant is the one that a text means: an id, its title, or the beginning of either. Errors: NotFound, Conflict.
func (o Room[T, R]) Meant(ctx context.Context, r *command.Run, session *model.Session, text string) (one R, err error) {
	all, err := o.Read(ctx, r, session)
	if err != nil {
		return one, err
	}
	return lookup.One(text, all, func(of R) journal.ID { return o.ID(&of) }, func(of R) string { return o.title(&of) })
}

// Does carries out an action about one, and tells how it stands after that.
func (o Room[T, R]) Does(r *command.Run, cmd *cobra.Command, name string, action func(ctx context.Context, session *model.Session, of *R) (model.Action, error)) error {
	return r.With(cmd, func(ctx context.Context, session *model.Session) error {
		one, err := o.Meant(ctx, r, session, name)
		if err != nil {
			return err
		}
		a, err := action(ctx, session, &one)
		if err != nil {
			return err
		}
		if _, err := session.Do(ctx, a); err != nil {
			return err
		}
		if typed := cmd.Flags().Args(); len(typed) > 1 { // words behind the name of what it is about
			if err := PointAt(ctx, r, session, strings.Join(typed[1:], " ")); err != nil {
				return err
			}
		}
		return o.tell(ctx, r, session, o.ID(&one), r.Say("did."+a.Name()))
	})
}

// tell says what was done, or gives the JSON of one.
func (o Room[T, R]) tell(ctx context.Context, r *command.Run, session *model.Session, id journal.ID, did string) error {
	if !r.JSON {
		return output.Did(r, did, id)
	}
	all, err := o.Read(ctx, r, session)
	if err != nil {
		return err
	}
	for i := range all {
		if o.ID(&all[i]) == id {
			return output.JSON(r.Out, o.JSON(r, &all[i]))
		}
	}
	return output.JSON(r.Out, map[string]string{"id": id.String()}) // it was put away
}

func (o Room[T, R]) add(r *command.Run) *cobra.Command {
	var f *Flags[T]
	cmd := &cobra.Command{
		Use: "add " + o.titled(), Short: r.Say("cli." + o.Name + ".add"), Args: command.Arguments(1, -1, o.titled()), Example: o.Examples["add"],
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, field := range o.Needs {
				if !f.Given(field) {
					return command.Misuse("cli.flag-missing", "flag", "--"+f.said[field].name)
				}
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				var t T
				o.Of.Table.Row(o.Title).Put(&t, journal.Text(strings.Join(args, " ")))
				if err := f.Over(ctx, session, &t); err != nil {
					return err
				}
				a := o.Add(t)
				did, err := session.Do(ctx, a)
				if err != nil {
					return err
				}
				if err := PointAt(ctx, r, session, strings.Join(args, " ")); err != nil {
					return err
				}
				return o.tell(ctx, r, session, did.Entity, r.Say("did."+a.Name()))
			})
		},
	}
	f = Add(r, cmd, o.Of)
	return cmd
}

// titled is the argument of add, in capitals: the name of the title's field without the room's.
func (o Room[T, R]) titled() string {
	return strings.ToUpper(strings.TrimPrefix(o.Title, o.Of.Prefix))
}

func (o Room[T, R]) edit(r *command.Run) *cobra.Command {
	var f *Flags[T]
	cmd := &cobra.Command{
		Use: "edit " + o.Arg, Short: r.Say("cli." + o.Name + ".edit"), Args: command.Arguments(1, 1, o.Arg), Example: o.Examples["edit"],
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.Does(r, cmd, args[0], func(ctx context.Context, session *model.Session, of *R) (model.Action, error) {
				t := *o.Entity(of)
				err := f.Over(ctx, session, &t)
				return o.Edit(t), err
			})
		},
	}
	of := o.Of
	of.Fields = append([]string{o.Title}, of.Fields...)
	f = Add(r, cmd, of)
	return cmd
}

func (o Room[T, R]) archive(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "archive " + o.Arg, Short: r.Say("cli." + o.Name + ".archive"), Args: command.Arguments(1, 1, o.Arg),
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.Does(r, cmd, args[0], func(_ context.Context, _ *model.Session, of *R) (model.Action, error) {
				return o.Archive(o.ID(of)), nil
			})
		},
	}
}

func (o Room[T, R]) list(r *command.Run) *cobra.Command {
	var limit int
	var search string
	var every bool
	cmd := &cobra.Command{
		Use: "list", Short: r.Say("cli." + o.Name + ".list"), Args: command.Arguments(0, 0, ""), Example: o.Examples["list"],
		RunE: func(cmd *cobra.Command, _ []string) error {
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				all, err := o.Read(ctx, r, session)
				if err != nil {
					return err
				}
				terms := plain.TermsOf(search)
				all = lookup.Where(all, func(of R) bool {
					words := []string{o.title(&of)}
					if o.Words != nil {
						words = append(words, o.Words(&of)...)
					}
					return (search == "" || terms.In(plain.FoldText(strings.Join(words, " \u00b7 ")))) && (every || r.JSON || o.Open == nil || o.Open(&of))
				})
				if limit > 0 && len(all) > limit {
					all = all[:limit]
				}
				if r.JSON {
					out := output.NewArray(r.Out)
					for i := range all {
						if err := out.Add(o.JSON(r, &all[i])); err != nil {
							return err
						}
					}
					return out.End()
				}
				if len(all) == 0 {
					_, err := fmt.Fprintln(r.Out, r.Say("cli."+o.Name+".none"))
					return err
				}
				var heads []string
				for _, h := range o.Heads {
					heads = append(heads, r.Say(h))
				}
				t := output.NewTable(r.Out, r.Width, heads...)
				for i := range all {
					cells := o.Cells(r, &all[i])
					for j := range cells {
						cells[j] = cell.Safe(cells[j], 120)
					}
					t.Add(cells...)
				}
				return t.End()
			})
		},
	}
	cmd.Flags().StringVar(&search, "search", "", r.Say("cli.flag.room.search"))
	if o.Open != nil {
		cmd.Flags().BoolVar(&every, "all", false, r.Say("cli.flag.room.all"))
	}
	r.LimitFlag(cmd, &limit)
	return cmd
}

func (o Room[T, R]) show(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "show " + o.Arg, Short: r.Say("cli." + o.Name + ".show"), Args: command.Arguments(1, 1, o.Arg),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				one, err := o.Meant(ctx, r, session, args[0])
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, o.JSON(r, &one))
				}
				var lines [][2]string
				for _, l := range o.Card(r, &one) {
					if l[1] != "" {
						lines = append(lines, [2]string{l[0], cell.Safe(l[1], 2000)})
					}
				}
				return output.Card(r, cell.Safe(o.title(&one), 200), lines)
			})
		},
	}
}
