package cli

import (
	"context"
	"strings"
	"testing"

	"leerbalie/model/fault"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/text"
)

// TestAnotherNameIsAskedOnATerminal: only yes is yes, in each language, and where nobody sits there nobody is asked.
func TestAnotherNameIsAskedOnATerminal(t *testing.T) {
	why := fault.New(fault.Conflict, "store-copied", "path", "/x/leerbalie.db", "seen", "1-1-2026")
	for lang, shows := range map[string]string{"nl": "kopie van /x/leerbalie.db", "en": "copy of /x/leerbalie.db"} {
		for typed, goesOn := range map[string]bool{"j": true, "y": true, " JA ": true, "yes": true, "": false, "n": false, "nee": false, "x": false} {
			said := ""
			r := &command.Run{Words: text.All().For(text.Lang(lang))}
			r.Answer = func(_ context.Context, sentence string) (string, error) { said = sentence; return typed, nil }
			err := r.GoesOn(t.Context())(why)
			if (err == nil) != goesOn {
				t.Errorf("%s, %q: %v", lang, typed, err)
			}
			if err != nil && !strings.Contains(r.Words.Error(err), map[string]string{"nl": "niets gedaan", "en": "Nothing was done"}[lang]) {
				t.Errorf("%s: %s", lang, r.Words.Error(err))
			}
			if !strings.Contains(said, shows) {
				t.Errorf("%s: %s", lang, said)
			}
		}
	}
	for _, code := range []string{"store-copied", "store-set-back", "store-elsewhere", "store-was-copy"} {
		r := &command.Run{Words: text.All().For("nl")}
		r.Answer = func(_ context.Context, sentence string) (string, error) {
			if strings.Contains(sentence, "ask.") || strings.Contains(sentence, "{") {
				t.Errorf("%s: %s", code, sentence)
			}
			return "j", nil
		}
		if err := r.GoesOn(t.Context())(fault.New(fault.Conflict, code, "path", "p", "seen", "s")); err != nil {
			t.Error(err)
		}
	}
	if (&command.Run{}).GoesOn(t.Context()) != nil {
		t.Error("nobody is asked")
	}
}
