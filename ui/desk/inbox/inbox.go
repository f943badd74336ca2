// Package inbox is what waits for who sits at the desk until it is seen: messages, what somebody else gave, call-backs that are due, and
// what is for now. How many there are, that one came, and the list of them, from which each goes to the request that it is about.
package inbox

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk/notice"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/desk/key"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
)

// Inbox keeps the messages that wait. What it asks of the list is handed to it.
type Inbox struct {
	Host *dialog.Host
	*wording.Wording
	GoTo func(r detail.Request) tea.Cmd // brings the cursor to a request and opens it

	waiting []notice.Notice // the newest first
	tickets screen.Tickets
	known   map[journal.Stamp]bool // those that were told of; nil until the first reading
	said    int                    // how many the root was told of
}

// Count is how many messages wait.
func (b *Inbox) Count() int { return len(b.waiting) }

// Fetch reads which messages wait.
func (b *Inbox) Fetch() tea.Cmd {
	session, now := b.Env.Session, b.Env.Now()
	return screen.Ask(b.Env.Ctx, b.tickets.Next(), func(ctx context.Context) ([]notice.Notice, error) {
		return notice.Read(ctx, session, now)
	})
}

// Took takes in the messages that wait, and says so where there are any at the beginning, or one came.
func (b *Inbox) Took(a screen.Answer[[]notice.Notice]) tea.Cmd {
	if !b.tickets.Fits(a.Ticket) || a.Err != nil {
		return nil
	}
	b.waiting = a.Value
	first := b.known == nil
	if first {
		b.known = map[journal.Stamp]bool{}
	}
	var came *notice.Notice // the newest of those that came
	for i := range b.waiting {
		if m := &b.waiting[i]; !b.known[m.Stamp] {
			b.known[m.Stamp] = true
			if came == nil {
				came = m
			}
		}
	}
	w, label := b.Env.Words, b.Env.Keys.Label(key.Messages)
	counted := b.counted()
	switch {
	case came == nil:
		return counted
	case first:
		return tea.Batch(counted, screen.Say(screen.Note, w.Count("messages.left", len(b.waiting), "key", label)))
	}
	said := w.Say("notice.came."+string(came.Kind), "who", b.ShortName(came.By), "number", came.About.Number, "key", label)
	return tea.Batch(counted, screen.Say(screen.Note, said), screen.Send(screen.Ring{Kind: came.Kind}))
}

// counted tells the root how many wait, where that is another number.
func (b *Inbox) counted() tea.Cmd {
	if b.said == len(b.waiting) {
		return nil
	}
	b.said = len(b.waiting)
	return screen.Send(screen.Waits{N: b.said})
}

// See notes that what waits about a request is seen, since the request was opened.
func (b *Inbox) See(request journal.ID) tea.Cmd {
	before := len(b.waiting)
	if b.see(request); len(b.waiting) == before {
		return nil
	}
	env := *b.Env
	return tea.Batch(b.counted(), func() tea.Msg {
		if _, err := env.Session.DoQuietly(env.Ctx, notice.SeeMessages{ID: request}); err != nil {
			return screen.Toast{Tone: screen.Fault, Text: env.Words.Say("messages.read-only", "why", env.Words.Error(err))}
		}
		return nil
	})
}

// Show opens the list.
func (b *Inbox) Show() tea.Cmd { return b.Host.Show(&list{Inbox: b}) }

// see takes the messages about a request from the list at once: the next key is about the next message.
func (b *Inbox) see(request journal.ID) {
	var rest []notice.Notice
	for _, m := range b.waiting {
		if m.About.ID != request {
			rest = append(rest, m)
		}
	}
	b.waiting = rest
}

// opened is a request as it was opened from the list.
type opened struct {
	detail.Request
	unsaid error // why it could not be written down that its messages were seen
}

// open goes to a request, and notes that its messages were seen.
func (b *Inbox) open(id journal.ID) tea.Cmd {
	return dialog.Look(b.Host, func(ctx context.Context, session *model.Session) (o opened, err error) {
		_, o.unsaid = session.DoQuietly(ctx, notice.SeeMessages{ID: id})
		o.Request, err = detail.Read(ctx, session, id)
		return o, err
	}, func(o opened) tea.Cmd {
		cmd := tea.Batch(b.GoTo(o.Request), b.Fetch())
		if o.unsaid != nil {
			why := b.Env.Words.Say("messages.read-only", "why", b.Env.Words.Error(o.unsaid))
			return tea.Batch(cmd, screen.Say(screen.Fault, why), dialog.Unsaved(o.unsaid))
		}
		return cmd
	})
}
