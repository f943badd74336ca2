package root

import (
	"context"
	"errors"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/plain/phrase"
	"leerbalie/store"
)

// Begin makes a store with its first site and person, and with a root key. Errors: Conflict when there is a file already; those of
// model.Found.
func (k Keeper) Begin(ctx context.Context, path string, o store.Options, first model.Founding) (p phrase.Phrase, err error) {
	err = store.Found(path, o, func(s *store.Store) error {
		me, err := model.Found(ctx, s, first)
		if err == nil {
			err = s.SetSetting(ctx, model.LastPerson, me.String())
		}
		if err == nil {
			p, err = k.New(ctx, s, me, false)
		}
		return err
	})
	return p, err
}

// Recall asks somebody for the phrase: again, with what was wrong, where the one before did not fit. "" is none.
type Recall func(ctx context.Context, wrong error) (phrase.Phrase, error)

// asked tries the phrase that somebody gives, until one fits or there is none.
func asked(ctx context.Context, recall Recall, try func(phrase.Phrase) error) (given bool, err error) {
	for {
		p, failed := recall(ctx, err)
		if failed != nil || p == "" {
			return false, failed
		}
		var e *fault.Error
		if err = try(p); !errors.As(err, &e) || e.Msg != otherPhrase {
			return err == nil, err
		}
	}
}
