package command

import (
	"context"
	"errors"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/plain/phrase"
)

// Recall asks for the organisation's recovery phrase: again, with what was wrong, where the one before did not fit. "" goes on
// without it. Errors: Invalid for words that are no phrase; what was wrong, where nobody can be asked again.
type Recall func(ctx context.Context, wrong error) (phrase.Phrase, error)

func (r *Run) recall(ctx context.Context, wrong error) (phrase.Phrase, error) {
	switch {
	case r.Secrets.Phrase != nil && wrong != nil:
		return "", wrong
	case r.Secrets.Phrase != nil:
		typed, err := r.Secrets.Phrase()
		if err != nil {
			return "", err
		}
		return parseWords(typed, phrase.Recovery, "phrase-count")
	case r.Secrets.Ask == nil:
		return "", wrong
	}
	for {
		asks := r.Say("cli.phrase.ask")
		if wrong != nil {
			asks = r.Sentence(wrong) + "\n" + asks
		}
		typed, err := r.Secrets.Ask(ctx, asks)
		if err != nil || strings.TrimSpace(typed) == "" {
			return "", err
		}
		p, err := parseWords(typed, phrase.Recovery, "phrase-count")
		if err == nil {
			return p, nil
		}
		wrong = err
	}
}

// parseWords reads a phrase of a number of words. Errors: Invalid, which points at the first word that cannot be right, or says, by a
// code, how many there are.
func parseWords(typed string, words int, count string) (phrase.Phrase, error) {
	p, err := phrase.Parse(typed, words)
	var m *phrase.Mistake
	switch {
	case !errors.As(err, &m):
		return p, err
	case m.Word > 0:
		return "", fault.New(fault.Invalid, "phrase-word", "number", m.Word, "word", m.Text)
	}
	return "", fault.New(fault.Invalid, count, "have", m.Have, "want", m.Want)
}
