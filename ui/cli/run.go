package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/text"
)

// The exit statuses that scripts may count on.
const (
	done     = 0
	couldNot = 1
	misused  = 2
)

// run is one call of the program: what the commands share.
type run struct {
	p     Powers
	s     Session
	words text.Words

	// from the flags that every command has
	store string
	as    string
	json  bool
	plain bool // no colour
	demo  bool
}

// Run carries out the command that the session asks for, or the app when it asks for none, and gives the exit status.
func Run(ctx context.Context, p Powers, s Session) int {
	asked, given := language(s.Args)
	r := &run{p: p, s: s, words: text.For(text.Choose(asked, s.Locale))}
	root := r.root()
	if s.Args == nil {
		s.Args = []string{}
	}
	root.SetArgs(s.Args)
	root.SetIn(s.In)
	root.SetOut(s.Out)
	root.SetErr(s.Err)
	if given && asked != "nl" && asked != "en" {
		return r.settle(root, misuse("cli.lang-unknown", "lang", asked))
	}
	cmd, err := root.ExecuteContextC(ctx)
	return r.settle(cmd, err)
}

// language looks for --lang before the flags are read: the words of the help depend on it.
func language(args []string) (string, bool) {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return value, true
		}
		if arg == "--lang" && i+1 < len(args) {
			return args[i+1], true
		}
	}
	return "", false
}

// say gives a sentence in the language of this run.
func (r *run) say(id string, args ...any) string { return r.words.Say(id, args...) }

// tell writes a sentence for the person on the standard error, where it is in nobody's way.
func (r *run) tell(sentence string) { fmt.Fprintln(r.s.Err, sentence) }

// wrong is a call that cannot be understood: exit status 2.
type wrong struct {
	id   string
	args []any
}

func (w *wrong) Error() string { return w.id + fmt.Sprint(w.args...) }

func misuse(id string, args ...any) error { return &wrong{id, args} }

// errSaid ends a command that has told on its own what went wrong: exit status 1.
var errSaid = errors.New("said already")

// settle says what went wrong, and gives the exit status.
func (r *run) settle(cmd *cobra.Command, err error) int {
	var w *wrong
	switch {
	case err == nil:
		return done
	case errors.Is(err, errSaid):
		return couldNot
	case errors.As(err, &w):
		r.tell(r.say(w.id, w.args...))
		r.tell(r.say("cli.see-help", "command", cmd.CommandPath()))
		return misused
	}
	r.tell(r.sentence(err))
	return couldNot
}

// with opens the store for the person who acts, and closes it again.
func (r *run) with(cmd *cobra.Command, do func(ctx context.Context, v *model.View) error) error {
	ctx := cmd.Context()
	view, shut, err := r.p.Open(ctx, r.store, r.as)
	if err != nil {
		return err
	}
	return errors.Join(do(ctx, view), shut())
}

// site is where the session works, with its own lists; one that cannot be read has the lists to start from.
func (r *run) site(ctx context.Context, v *model.View) model.Site {
	site, err := v.SiteByID(ctx, v.Site())
	if err != nil {
		return model.Site{Zone: "UTC"}
	}
	return site
}

// zone is the time zone of the session's site, for moments that people read and write.
func (r *run) zone(ctx context.Context, v *model.View) *time.Location {
	loc, err := time.LoadLocation(r.site(ctx, v).Zone)
	if err != nil {
		return time.UTC
	}
	return loc
}
