package output

import (
	"context"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk/mention"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/widget/cell"
)

// ElsewhereJSON is a place that an erasure leaves. The names are a promise to scripts.
type ElsewhereJSON struct {
	Kind    string  `json:"kind"`
	ID      string  `json:"id"`
	Number  string  `json:"number"`
	Field   string  `json:"field"`
	Text    string  `json:"text"`
	By      string  `json:"by"`
	At      *string `json:"at"`
	Earlier bool    `json:"earlier"`
	Own     bool    `json:"own"`
}

// Elsewhere is where else somebody is named.
func Elsewhere(found []mention.Mention, loc *time.Location) []ElsewhereJSON {
	out := []ElsewhereJSON{}
	for _, m := range found {
		out = append(out, ElsewhereJSON{m.Kind, m.ID.String(), m.Number, m.Field, m.Text, m.By.String(), MomentOrNull(m.At, loc), m.Earlier, m.Own})
	}
	return out
}

// TellElsewhere lists where else somebody is named, for a person to judge.
func TellElsewhere(r *command.Run, found []mention.Mention, more bool) {
	if len(found) > 0 {
		r.Tell(r.Words.Count("cli.resident.elsewhere", len(found)))
	}
	for _, m := range found {
		r.Tell("  " + r.Words.Mention(m.Kind, cell.Safe(m.Number, 30), m.Field, m.Earlier) + ": " + cell.Safe(m.Text, 140))
	}
	if more {
		r.Tell(r.Say("cli.resident.elsewhere-more"))
	}
}

// Wipe leaves nothing of an erasure in free places of the file, and gives what is still owed, and why.
func Wipe(ctx context.Context, session *model.Session) (w model.Wiping, failed, err error) {
	failed = session.Compact(ctx)
	w, err = session.Wiping(ctx)
	return w, failed, err
}

// TellWiping says what of an erasure still stands somewhere. Errors: why it could not be wiped.
func TellWiping(r *command.Run, w model.Wiping, failed error) error {
	if names := w.Names + w.Left; names > 0 {
		r.Tell(r.Words.Count("cli.resident.names", names))
	}
	if !w.Owed {
		return failed
	}
	if failed != nil {
		r.Tell(r.Sentence(failed))
	}
	r.Tell(r.Say("cli.resident.unwiped", "mb", w.Megabytes()))
	return command.ErrSaid
}
