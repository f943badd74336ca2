package command

import (
	"context"
	"errors"
	"strings"

	"leerbalie/model/fault"
)

// GoesOn asks, before a store takes another name, whether whoever opens it wants to go on with it: it may be the wrong file. nil where
// nobody can be asked. Errors of what it gives: Refused for anything but yes.
func (r *Run) GoesOn(ctx context.Context) func(why error) error {
	if r.Answer == nil {
		return nil
	}
	return func(why error) error {
		var known *fault.Error
		if !errors.As(why, &known) {
			return nil
		}
		var args []any
		for _, a := range known.Args {
			args = append(args, a.Name, a.Value)
		}
		typed, err := r.Answer(ctx, r.Say("ask."+known.Msg, args...)+" ["+r.Words.Yes()[:1]+"/"+r.Words.No()[:1]+"] ")
		if err != nil {
			return err
		}
		if typed = strings.ToLower(strings.TrimSpace(typed)); typed == "" || !strings.Contains(r.Words.Yes(), typed[:1]) {
			return fault.New(fault.Refused, "not-anew")
		}
		return nil
	}
}
