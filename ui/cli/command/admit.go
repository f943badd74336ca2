package command

import (
	"context"
	"errors"
	"math"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/plain/phrase"
	"leerbalie/ui/screen/pin"
	"leerbalie/ui/widget/cell"
)

// Admit lets in the person of a session, who was named or remembered: nil when that person may go on. A power that opens a
// store for somebody asks it before anything else.
type Admit func(ctx context.Context, session *model.Session) error

// Secrets are the ways in which a person gives a secret, which is never an argument nor stands in the environment. Each may
// be nil.
type Secrets struct {
	// Ask shows a sentence on the terminal and reads a line without showing it.
	Ask func(ctx context.Context, sentence string) (string, error)
	// PIN is the PIN in the file that was named for it.
	PIN func() (string, error)
	// Phrase is the recovery phrase in the file that was named for it.
	Phrase func() (string, error)
	// Passphrase is the passphrase of a sealed store in the file that was named for it, NewPassphrase the one that comes after it.
	Passphrase    func() (string, error)
	NewPassphrase func() (string, error)
	// Code is the code of a first bundle in the file that was named for it.
	Code func() (string, error)
}

// Answer shows a question on the terminal and reads a line, which is shown as it is typed.
type Answer func(ctx context.Context, question string) (string, error)

// admit asks for the PIN of who acts, where there is one and no key did away with it. Errors: Refused without the right one, where nobody
// can be asked, and for anybody but whose key it is.
func (r *Run) admit(ctx context.Context, session *model.Session) error {
	me := session.Me()
	if r.Served {
		if me.ID != r.Who {
			return fault.New(fault.Refused, "not-whose-key", "name", me.Name)
		}
		return nil
	}
	has, err := session.HasPIN(ctx, me.ID)
	if err != nil || !has {
		return err
	}
	asks := r.Say("cli.pin.ask", "name", cell.Safe(me.Name, 100))
	so, err := session.PINWait(ctx, me.ID, r.Now())
	for err == nil && !so.Open {
		if so.Wait > 0 {
			return fault.New(fault.Refused, "pin-wait", "name", me.Name, "seconds", int(math.Ceil(so.Wait.Seconds())))
		}
		var typed string
		if typed, err = r.pin(ctx, me, asks); err != nil {
			return err
		}
		if so, err = pin.Try(ctx, session, me.ID, typed, r.Now()); err != nil || so.Open {
			return err
		}
		wrong := fault.New(fault.Refused, "pin-not-right", "name", me.Name)
		if r.Secrets.PIN != nil {
			return wrong
		}
		asks = r.Sentence(wrong) + "\n" + r.Say("cli.pin.ask", "name", cell.Safe(me.Name, 100)) // shown at once: nothing is typed between
	}
	return err
}

// pin is what the person gives as PIN, asked for with a sentence.
func (r *Run) pin(ctx context.Context, me model.Person, asks string) (string, error) {
	switch {
	case r.Secrets.PIN != nil:
		return r.Secrets.PIN()
	case r.Secrets.Ask != nil:
		return r.Secrets.Ask(ctx, asks)
	}
	return "", fault.New(fault.Refused, "pin-nobody", "name", me.Name)
}

// Check looks the store over, and repairs it when asked, which not everybody may.
func (r *Run) Check(ctx context.Context, repair bool, against []string) (Verdict, error) {
	if repair {
		return r.Powers.Repair(ctx, r.Store, r.As, r.admit, against)
	}
	return r.Powers.Check(ctx, r.Store, against)
}

// Restore makes a copy the store.
func (r *Run) Restore(ctx context.Context, from string) (Succession, Forgotten, error) {
	return r.Powers.Restore(ctx, r.Store, from, r.As, r.admit, r.recall)
}

// NewPhrase makes the organisation's root key; see Powers.
func (r *Run) NewPhrase(ctx context.Context, lost bool) (phrase.Phrase, error) {
	return r.Powers.NewPhrase(ctx, r.Store, r.As, r.admit, lost)
}

// ChangePhrase gives the root key another phrase; see Powers.
func (r *Run) ChangePhrase(ctx context.Context) (phrase.Phrase, error) {
	return r.Powers.ChangePhrase(ctx, r.Store, r.As, r.admit, r.recall)
}

// UsePhrase makes the store the centre; see Powers.
func (r *Run) UsePhrase(ctx context.Context) error {
	return r.Powers.UsePhrase(ctx, r.Store, r.As, r.admit, r.recall)
}

// Rescue opens the store for the person who is named and who is asked nothing: whoever may open the file is its owner. It is for
// Session.RescuePIN alone, which looks for itself whether that may be.
func (r *Run) Rescue(cmd *cobra.Command, name string, do func(ctx context.Context, session *model.Session) error) error {
	session, shut, err := r.Powers.Open(cmd.Context(), r.Store, name, func(context.Context, *model.Session) error { return nil })
	if err != nil {
		return err
	}
	return errors.Join(do(cmd.Context(), session), shut())
}
