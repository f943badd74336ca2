package command

import (
	"context"
	"leerbalie/model/fault"
	"leerbalie/model/plain/phrase"
)

// CodeWords is how many words the code of a first bundle has.
const CodeWords = 5

// Code asks for the code of a first bundle: again, with what was wrong, where the one before did not fit. Errors: Invalid for words
// that are no code; Refused where nobody can be asked; what was wrong, where nobody can be asked again.
func (r *Run) Code(ctx context.Context, wrong error) (phrase.Phrase, error) {
	switch {
	case r.Secrets.Code != nil && wrong != nil:
		return "", wrong
	case r.Secrets.Code != nil:
		typed, err := r.Secrets.Code()
		if err != nil {
			return "", err
		}
		return parseWords(typed, CodeWords, "bundle-code-count")
	case r.Secrets.Ask == nil:
		return "", fault.New(fault.Refused, "bundle-code-nobody")
	}
	for {
		typed, err := r.Secrets.Ask(ctx, r.after(wrong, r.Say("cli.bundle.ask-code")))
		if err != nil {
			return "", err
		}
		p, err := parseWords(typed, CodeWords, "bundle-code-count")
		if err == nil {
			return p, nil
		}
		wrong = err
	}
}

// after is a question, behind what was wrong with the answer before.
func (r *Run) after(wrong error, question string) string {
	if wrong == nil {
		return question
	}
	return r.Sentence(wrong) + "\n" + question
}

// NewPassphrase is the passphrase of a store that is about to be made: the file that was named for it, or what somebody chooses.
func (r *Run) NewPassphrase(ctx context.Context) (string, error) {
	switch {
	case r.Secrets.Passphrase != nil:
		return r.Secrets.Passphrase()
	case r.Secrets.NewPassphrase == nil && r.Secrets.Ask == nil:
		return "", fault.New(fault.Refused, "passphrase-none")
	}
	return r.choosePassphrase(ctx)
}
