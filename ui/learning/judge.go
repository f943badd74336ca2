package learning

import (
	"context"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/learning"
	"leerbalie/ui/learning/judging"
	"leerbalie/ui/screen"
)

// judged is a piece of evidence that was read to be judged, or to talk over.
type judged struct {
	piece learning.Piece
	walk  judging.Walk // that goes on after talking it over
}

// around is this screen as judging needs it.
func (c *Learning) around() judging.Around {
	return judging.Around{Host: &c.Host, Maker: c.maker, Step: c.step, Talk: c.startTalk, Settled: c.settled}
}

// startJudge opens the judging of what a walk has come to, and reads it.
func (c *Learning) startJudge(w judging.Walk) tea.Cmd {
	j, ticket := judging.New(c.around(), w)
	c.Hold()
	return tea.Batch(c.Show(j), c.readPiece(ticket, j.Of(), judged{walk: w}))
}

func (c *Learning) readPiece(t screen.Ticket, of learning.Awaiting, out judged) tea.Cmd {
	return ask(c, t, func(ctx context.Context, session *model.Session) (_ judged, err error) {
		out.piece, err = learning.ReadPiece(ctx, session, of.Student.ID, of.Evidence.ID)
		return out, err
	})
}

// tookPiece begins with a piece that was read.
func (c *Learning) tookPiece(a screen.Answer[named[judged]]) tea.Cmd {
	if c.talking.Fits(a.Ticket) {
		return c.tookTalk(a)
	}
	j, ok := c.Open().(*judging.Judge)
	if !ok || !j.Waits(a.Ticket) {
		return nil
	}
	w := c.Env.Words
	err := a.Err
	if err == nil && !slices.Contains(a.Value.value.piece.MayJudgeAs, j.Of().As) {
		err = fault.New(fault.Refused, "not-to-judge", "name", c.Env.User.Name, "student", j.Of().Student.Name)
	}
	if err != nil {
		cmd := c.Show(nil)
		c.settled()
		return tea.Batch(cmd, screen.Say(screen.Fault, w.Error(err)))
	}
	c.call(a.Value.names)
	return j.Begin(a.Value.value.piece)
}

// startTalk reads a piece again that a second assessor has just judged.
func (c *Learning) startTalk(of learning.Awaiting, next judging.Walk) tea.Cmd {
	c.toTalk = true
	return c.readPiece(c.talking.Next(), of, judged{walk: next})
}

func (c *Learning) tookTalk(a screen.Answer[named[judged]]) tea.Cmd {
	c.toTalk = false
	if a.Err != nil {
		c.settled()
		return screen.Say(screen.Fault, c.Env.Words.Error(a.Err))
	}
	c.call(a.Value.names)
	p, next := a.Value.value.piece, a.Value.value.walk
	t := judging.NewTalk(c.around(), p, next)
	if t != nil {
		cmd := c.Show(t)
		c.settled()
		return cmd
	}
	cmd := c.step(next)
	c.settled()
	if len(p.Evidence.Latest(learning.AssessorSchool)) < 2 || next.At == len(next.List) {
		return cmd
	}
	return tea.Batch(cmd, screen.Say(screen.Done, c.Env.Words.Say("learning.talk.agree")))
}
