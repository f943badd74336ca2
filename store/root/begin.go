package root

import (
	"context"
	"errors"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain/phrase"
	"leerbalie/store"
)

// Begin makes a store with its first site and person, and with a root key. Errors: Conflict when there is a file already; those of
// model.Found.
func (k Keeper) Begin(ctx context.Context, path string, o store.Options, first model.Founding) (phrase.Phrase, error) {
	return k.BeginWith(ctx, path, o, func(ctx context.Context, s model.Backend) (journal.ID, error) { return model.Found(ctx, s, first) })
}

// BeginWith is Begin where something else founds the store, and tells who acts in it.
func (k Keeper) BeginWith(ctx context.Context, path string, o store.Options, found func(context.Context, model.Backend) (me journal.ID, err error)) (p phrase.Phrase, err error) {
	err = store.Found(path, o, func(s *store.Store) error {
		me, err := found(ctx, s)
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
