package command

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/journal"
	"leerbalie/ui/text"
)

// The exit statuses that scripts may count on: done, could not, used wrongly.
const (
	Done     = 0
	CouldNot = 1
	Misused  = 2
)

// Elsewhere is no exit status: nothing was done, as another process has to do it.
const Elsewhere = -1

// Run is one call of the program. The flags that every command has put themselves into Store, As and JSON.
type Run struct {
	Caller
	Powers Powers
	Words  text.Words
	As     string          // who acts: a name, a number or an id; "" is whoever acted last
	Named  []string        // the words of the call: no other command is made; nil: every command is made
	JSON   bool            // the answer is for a script
	last   journal.Logical // the last moment of the journal, once a store is open
	Vouch  bool            // numbers that may be citizen service numbers are something else; see model.Vouching
}

// Say gives a sentence in the language of this run.
func (r *Run) Say(id string, args ...any) string { return r.Words.Say(id, args...) }

// Tell writes a sentence for the person on the standard error, where it is in nobody's way.
func (r *Run) Tell(sentence string) { fmt.Fprintln(r.Err, sentence) }

// Context is that of a command, in which whoever acts vouches for numbers where the call says so.
func (r *Run) Context(cmd *cobra.Command) context.Context {
	if r.Vouch {
		return model.Vouching(cmd.Context())
	}
	return cmd.Context()
}

// With opens the store for the person who acts, and closes it again. Errors: Refused for the screen of a waiting room.
func (r *Run) With(cmd *cobra.Command, do func(ctx context.Context, session *model.Session) error) error {
	return r.WithBoard(cmd, func(ctx context.Context, session *model.Session) error {
		if err := session.CheckNoBoard(); err != nil {
			return err
		}
		return do(ctx, session)
	})
}

// WithBoard is With for the one command that the screen of a waiting room may give.
func (r *Run) WithBoard(cmd *cobra.Command, do func(ctx context.Context, session *model.Session) error) error {
	ctx := r.Context(cmd)
	session, shut, err := r.Powers.Open(ctx, r.Store, r.As, r.admit)
	if err != nil {
		return err
	}
	for _, remark := range session.Remarks() {
		r.Tell(r.Sentence(remark))
	}
	if r.last, err = session.LastMoment(ctx); err != nil {
		return errors.Join(err, shut())
	}
	err = do(ctx, session)
	if session.Wrote() {
		r.tellClock(ctx, session)
	}
	return errors.Join(err, shut())
}

// Site is where the session works, with its own lists; one that cannot be read has the lists to start from.
func (r *Run) Site(ctx context.Context, session *model.Session) model.Site {
	site, err := session.SiteByID(ctx, session.Site())
	if err != nil {
		return model.Site{Zone: "UTC"}
	}
	return site
}

// Today is the calendar day at the session's site, as days are kept.
func (r *Run) Today(ctx context.Context, session *model.Session) time.Time {
	return days.Of(r.Now(), r.Zone(ctx, session))
}

// Zone is the time zone of the session's site, for moments that people read and write.
func (r *Run) Zone(ctx context.Context, session *model.Session) *time.Location {
	return r.Site(ctx, session).Location()
}
