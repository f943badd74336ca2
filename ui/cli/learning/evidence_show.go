package learning

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/attachment"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/report"
	"leerbalie/ui/widget/cell"
)

// What is said about a piece of evidence and put with it, to scripts.
type (
	noteJSON struct {
		ID      string        `json:"id"`
		By      output.Who    `json:"by"`
		Part    string        `json:"part"`
		At      *string       `json:"at"`
		Text    string        `json:"text"`
		Shared  bool          `json:"shared"` // fellow students who did the work may read it
		New     bool          `json:"new"`    // who acts has not read it yet
		Earlier []earlierJSON `json:"earlier"`
	}
	earlierJSON struct {
		Text string  `json:"text"`
		Till *string `json:"until"`
	}
	attachmentJSON struct {
		Name    string     `json:"name"`
		Size    int64      `json:"size"`
		Hash    string     `json:"hash"`
		At      *string    `json:"at"`    // when it was put here
		Dated   *string    `json:"dated"` // when the file was last altered, then
		By      output.Who `json:"by"`
		Path    string     `json:"path"`
		Kept    bool       `json:"kept"`
		Changed *bool      `json:"changed"` // null: that cannot be seen from here
	}
)

func notesOut(e *learning.Evidence, me journal.ID, names map[journal.ID]string, loc *time.Location) []noteJSON {
	out := []noteJSON{}
	unread := map[journal.ID]bool{}
	if !me.IsZero() {
		for _, l := range e.New(me) {
			unread[l.ID] = true
		}
	}
	for _, l := range e.Talk {
		n := noteJSON{ID: l.ID.String(), By: output.Named(l.By, names[l.By]), Part: string(l.As), At: output.MomentOrNull(l.At, loc), Text: l.Text, Shared: l.Shared, New: unread[l.ID], Earlier: []earlierJSON{}}
		for _, w := range l.Earlier {
			n.Earlier = append(n.Earlier, earlierJSON{w.Text, output.MomentOrNull(w.At, loc)})
		}
		out = append(out, n)
	}
	return out
}

func attachmentsOut(e *learning.Evidence, names map[journal.ID]string, loc *time.Location, changed func(learning.Attached) *bool) []attachmentJSON {
	out := []attachmentJSON{}
	for _, a := range e.Attached {
		x := attachmentJSON{Name: a.Name, Size: a.Size, Hash: a.Hash, At: output.MomentOrNull(a.At, loc), Dated: output.MomentOrNull(a.Dated, loc), By: output.Named(a.By, names[a.By]), Path: a.Path, Kept: a.Kept}
		if changed != nil {
			x.Changed = changed(a)
		}
		out = append(out, x)
	}
	return out
}

// changed tells of a file whether it is another one now, as far as this computer can see; nil where it cannot.
func changed(r *command.Run) func(learning.Attached) *bool {
	if r.Powers.Altered == nil || r.Served {
		return nil
	}
	return func(a learning.Attached) *bool {
		if altered, known := r.Powers.Altered(a); known {
			return &altered
		}
		return nil
	}
}

func evidenceShow(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "show ID", Short: r.Say("cli.evidence.show"), Args: command.Arguments(1, 1, "ID"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				at, err := findEvidence(ctx, session, args[0])
				if err != nil {
					return err
				}
				p, err := learning.ReadPiece(ctx, session, at.Student.ID, at.Evidence.ID)
				if err != nil {
					return err
				}
				m, err := output.Maker(ctx, r, session)
				if err != nil {
					return err
				}
				e := &p.Evidence
				if r.JSON {
					out := evidenceOut(p.Student, e, m.Names, m.Zone)
					out.Notes, out.Attachments = notesOut(e, session.Me().ID, m.Names, m.Zone), attachmentsOut(e, m.Names, m.Zone, changed(r))
					return output.JSON(r.Out, out)
				}
				return showPiece(r, m, &p, session.Me().ID)
			})
		},
	}
}

// showPiece writes a piece for people: what it is, what was judged, what was said about it, and the files with it.
func showPiece(r *command.Run, m report.Maker, p *learning.Piece, me journal.ID) (err error) {
	e := &p.Evidence
	write := func(text string) {
		if err == nil {
			_, err = fmt.Fprintln(r.Out, cell.Safe(text, 10_000))
		}
	}
	write(r.Say("cli.evidence.now", "title", m.Title(e), "id", e.ID, "name", p.Student.Name))
	write(strings.Join(m.Facts(e), " · "))
	if e.Note != "" {
		write(e.Note)
	}
	for _, a := range e.Assessments {
		write(m.Words.Say("by."+string(a.As)) + " " + m.Names[a.By] + ": " + a.Reason)
	}
	for _, l := range m.Talk(e, me) {
		write(l)
	}
	for _, l := range m.Attachments(e, func(a learning.Attached) *bool {
		if look := changed(r); look != nil {
			return look(a)
		}
		return nil
	}) {
		write(l)
	}
	return err
}

func evidenceNote(r *command.Run) *cobra.Command {
	var correct, back string
	var shared, cleaned bool
	cmd := &cobra.Command{
		Use: "note ID TEXT", Short: r.Say("cli.evidence.note"), Args: command.Arguments(1, -1, "ID TEXT"),
		Example: "  leerbalie evidence note 0197f2 \"Wat deed je toen hij boos werd?\" --as \"Tine Smit\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			text := strings.Join(args[1:], " ")
			if (back == "") == (text == "") || back != "" && correct != "" {
				return command.Misuse("cli.argument-missing", "what", "TEXT, --take-back")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				at, err := findEvidence(ctx, session, args[0])
				if err != nil {
					return err
				}
				p, err := learning.ReadPiece(ctx, session, at.Student.ID, at.Evidence.ID)
				if err != nil {
					return err
				}
				return sayAbout(ctx, r, session, &p, text, correct, back, shared, cleaned)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&correct, "correct", "", r.Say("cli.flag.talk-correct"))
	f.StringVar(&back, "take-back", "", r.Say("cli.flag.talk-back"))
	f.BoolVar(&shared, "fellows", false, r.Say("cli.flag.talk-fellows"))
	f.BoolVar(&cleaned, "cleaned", false, r.Say("cli.flag.cleaned"))
	return cmd
}

func evidenceAttach(r *command.Run) *cobra.Command {
	var keep, reference, cleaned bool
	cmd := &cobra.Command{
		Use: "attach ID FILE", Short: r.Say("cli.evidence.attach"), Args: command.Arguments(2, 2, "ID FILE"),
		Example: "  leerbalie evidence attach 0197f2 verslag.pdf --keep",
		RunE: func(cmd *cobra.Command, args []string) error {
			if keep && reference {
				return command.Misuse("cli.flags-both", "one", "--keep", "other", "--reference")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				at, err := findEvidence(ctx, session, args[0])
				if err != nil {
					return err
				}
				if r.Served || r.Powers.LookAt == nil {
					return fault.New(fault.Refused, "attachment-served")
				}
				f, err := r.Powers.LookAt(r.Path(args[1]))
				if err != nil {
					return err
				}
				keep := keep || !reference && f.Bytes != nil
				if _, err := session.Do(ctx, attachment.Attach{Student: at.Student.ID, Evidence: at.Evidence.ID, File: f, Keep: keep, Cleaned: cleaned}); err != nil {
					return err
				}
				return nowShows(ctx, r, session, at.Student.ID, at.Evidence.ID)
			})
		},
	}
	f := cmd.Flags()
	f.BoolVar(&keep, "keep", false, r.Say("cli.flag.attach-keep"))
	f.BoolVar(&reference, "reference", false, r.Say("cli.flag.attach-reference"))
	f.BoolVar(&cleaned, "cleaned", false, r.Say("cli.flag.cleaned"))
	return cmd
}

func evidenceDetach(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "detach ID NAME", Short: r.Say("cli.evidence.detach"), Args: command.Arguments(2, 2, "ID NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				at, a, err := attachedTo(ctx, session, args[0], args[1])
				if err != nil {
					return err
				}
				if _, err := session.Do(ctx, attachment.Detach{Student: at.Student.ID, Evidence: at.Evidence.ID, Attached: a.Stamp}); err != nil {
					return err
				}
				return nowShows(ctx, r, session, at.Student.ID, at.Evidence.ID)
			})
		},
	}
}

func evidenceSave(r *command.Run) *cobra.Command {
	var out output.File
	cmd := &cobra.Command{
		Use: "save ID NAME", Short: r.Say("cli.evidence.save"), Args: command.Arguments(2, 2, "ID NAME"),
		Example: "  leerbalie evidence save 0197f2 verslag.pdf -o verslag.pdf",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				at, a, err := attachedTo(ctx, session, args[0], args[1])
				if err != nil {
					return err
				}
				_, b, err := attachment.Read(ctx, session, at.Student.ID, at.Evidence.ID, a.Stamp)
				if err != nil {
					return err
				}
				return out.Write(r, func(dst io.Writer) error {
					_, err := dst.Write(b)
					return err
				})
			})
		},
	}
	out.Flags(r, cmd)
	return cmd
}

// attachedTo finds a file with a piece of evidence by its name, or the beginning of its hash; of several that are called so the last.
func attachedTo(ctx context.Context, session *model.Session, piece, name string) (at learning.Awaiting, found learning.Attached, err error) {
	if at, err = findEvidence(ctx, session, piece); err != nil {
		return at, found, err
	}
	p, err := learning.ReadPiece(ctx, session, at.Student.ID, at.Evidence.ID)
	if err != nil {
		return at, found, err
	}
	for _, a := range p.Evidence.Attached {
		if a.Name == name || len(name) >= 8 && strings.HasPrefix(a.Hash, name) {
			found = a
		}
	}
	if found.Stamp.IsZero() {
		return at, found, fault.New(fault.NotFound, "attachment-unknown", "name", strconv.Quote(name))
	}
	return at, found, nil
}
