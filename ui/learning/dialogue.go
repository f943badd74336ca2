package learning

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/dialogue"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// shown is a piece of evidence with what only its page asks: which files with it are others now, and which words whoever sits here had not read.
type shown struct {
	learning.Piece
	altered map[journal.Stamp]bool
	fresh   []journal.ID
}

// readShown reads a piece, looks at its files, and notes that what was said about it has been read.
func readShown(ctx context.Context, session *model.Session, files *screen.LocalFiles, student, evidence journal.ID) (out shown, err error) {
	if out.Piece, err = learning.ReadPiece(ctx, session, student, evidence); err != nil {
		return out, err
	}
	if files != nil && files.Altered != nil {
		out.altered = map[journal.Stamp]bool{}
		for _, a := range out.Evidence.Attached {
			if is, known := files.Altered(a); known {
				out.altered[a.Stamp] = is
			}
		}
	}
	if len(out.MayJudgeAs) == 0 {
		return out, nil
	}
	for _, l := range out.Evidence.New(session.Me().ID) {
		out.fresh = append(out.fresh, l.ID)
	}
	if len(out.fresh) > 0 {
		_, _ = session.DoQuietly(ctx, dialogue.Hear{Student: student, Evidence: evidence}) // where it cannot be noted it stays new
	}
	return out, nil
}

func (c *Learning) canTalk(p learning.Piece) bool { return len(p.MayJudgeAs) > 0 }

// say asks what somebody has to say about a piece of evidence.
func (c *Learning) say(p learning.Piece) tea.Cmd { return c.sayLine(p, learning.Line{}) }

// ownLines are what the acting person said about a piece.
func (c *Learning) ownLines(p learning.Piece) (out []learning.Line) {
	for _, l := range p.Evidence.Talk {
		if l.By == c.Env.User.ID {
			out = append(out, l)
		}
	}
	return out
}

func (c *Learning) canSayAnew(p learning.Piece) bool { return c.canTalk(p) && len(c.ownLines(p)) > 0 }

// sayAnew lets the acting person correct what they said, or take it back by leaving nothing of it.
func (c *Learning) sayAnew(p learning.Piece) tea.Cmd {
	own := c.ownLines(p)
	if len(own) == 1 {
		return c.sayLine(p, own[0])
	}
	w := c.Env.Words
	var choices []widget.Choice
	for _, l := range own {
		choices = append(choices, widget.Choice{ID: l.ID.String(), Label: cell.Short(strings.Join(strings.Fields(l.Text), " "), 60), Right: c.Env.When(l.At)})
	}
	return c.Show(&dialog.Choice{
		Picker: widget.Picker{Title: w.Say("talk.which"), Empty: w.Say("pick.none"), Choices: choices},
		Choose: func(id string) tea.Cmd {
			for _, l := range own {
				if l.ID.String() == id {
					return c.sayLine(p, l)
				}
			}
			return nil
		},
	})
}

// sayLine asks for words about a piece: new ones, or others in the place of a line.
func (c *Learning) sayLine(p learning.Piece, line learning.Line) tea.Cmd {
	w := c.Env.Words
	title, text := w.Say("talk.title", "title", c.maker().Title(&p.Evidence)), widget.TextEntry("talk", w.Say("talk.text"), line.Text, 5)
	text.Hint = w.Say("talk.hint")
	if !line.ID.IsZero() {
		title, text.Hint = w.Say("talk.anew", "title", c.maker().Title(&p.Evidence)), w.Say("talk.anew.hint")
	}
	d := &dialog.Sheet{Key: "talk/" + p.Evidence.ID.String() + "/" + line.ID.String(), About: p.Student.ID, Width: 90, Form: widget.Form{Title: title, Entries: []widget.Entry{text}}}
	who := p.MayJudgeAs[0]
	if len(p.Evidence.With) > 0 && who != learning.AssessorPeer || line.Shared {
		picked := "closed"
		if line.Shared {
			picked = "open"
		}
		d.Form.Entries = append(d.Form.Entries, widget.ChoiceEntry("shared", w.Say("talk.readers"), picked, []widget.Option{
			{ID: "closed", Label: w.Say("talk.readers.closed")}, {ID: "open", Label: w.Say("talk.readers.open")}}))
	}
	d.Changed = func(*widget.Form) tea.Cmd { return c.startPersonal() }
	send := func(cleaned bool) tea.Cmd {
		f := &d.Form
		var act model.Action = dialogue.Say{Student: p.Student.ID, Evidence: p.Evidence.ID, Line: line.ID, Text: f.Text("talk"), Cleaned: cleaned,
			Shared: f.Entry("shared") != nil && f.Text("shared") == "open"}
		if !line.ID.IsZero() && strings.TrimSpace(f.Text("talk")) == "" {
			act = dialogue.Unsay{Student: p.Student.ID, Evidence: p.Evidence.ID, Line: line.ID}
		}
		return c.Do(nil, act)
	}
	d.Submit = func(*widget.Form) tea.Cmd { return send(false) }
	d.Refuse = c.unlessClean(d, send)
	return c.Fill(d)
}
