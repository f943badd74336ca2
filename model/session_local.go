package model

import (
	"context"
)

// IndexWords enters what is new into the index of words at once; worth it after an import.
func (s *Session) IndexWords(ctx context.Context) error { return s.b.IndexWords(ctx) }

// Compact leaves nothing of what was erased in free places of the file. Errors: Refused for who may not erase.
func (s *Session) Compact(ctx context.Context) error {
	if err := s.Check(ctx, ToErase); err != nil {
		return err
	}
	return s.b.Compact(ctx)
}

// Wiping tells whether words of who was erased can still stand in free places of the file. It holds nothing of them: anybody may
// know.
func (s *Session) Wiping(ctx context.Context) (Wiping, error) { return s.b.Wiping(ctx) }

// SaveDraft keeps what this person typed and did not send yet.
func (s *Session) SaveDraft(ctx context.Context, d Draft) error {
	if err := s.CheckNoBoard(); err != nil {
		return err
	}
	d.Owner = s.Me().ID
	return s.b.SaveDraft(ctx, d)
}

// DropDraft removes a draft that was sent or thrown away.
func (s *Session) DropDraft(ctx context.Context, key string) error {
	return s.b.DropDraft(ctx, s.Me().ID, key)
}

// sending is the key of a context in which a draft is sent.
type sending struct{}

// Sending is a context in which what is written is what somebody typed as a draft: the draft goes in the same transaction. Whatever stops
// the program in between, nobody finds what was saved still half typed, and saves it again.
func Sending(ctx context.Context, draft string) context.Context {
	if draft == "" {
		return ctx
	}
	return context.WithValue(ctx, sending{}, draft)
}

// forget removes the draft that a transaction sends, if it does.
func (s *Session) forget(ctx context.Context, tx WriteTx) error {
	draft, ok := ctx.Value(sending{}).(string)
	if !ok {
		return nil
	}
	return tx.ForgetDraft(s.Me().ID, draft)
}

// Drafts are what this person typed and did not send yet, the newest first.
func (s *Session) Drafts(ctx context.Context) ([]Draft, error) {
	return s.b.Drafts(ctx, s.Me().ID)
}

// Setting is a preference of this machine or, with its id after a stroke, of this person; "" when it was never set. Errors:
// Refused for what is somebody else's, and for what has a door of its own.
func (s *Session) Setting(ctx context.Context, key string) (string, error) {
	if err := s.ownSetting(key); err != nil {
		return "", err
	}
	return s.b.Setting(ctx, key)
}

// SetSetting keeps a preference of this machine or of this person. Errors as for Setting.
func (s *Session) SetSetting(ctx context.Context, key, value string) error {
	if err := s.ownSetting(key); err != nil {
		return err
	}
	return s.b.SetSetting(ctx, key, value)
}
