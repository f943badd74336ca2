package model

import (
	"context"

	"leerbalie/model/journal"
)

// Fold enters what is new into the index of words at once; worth it after an import.
func (v *Session) Fold(ctx context.Context) error { return v.b.Fold(ctx) }

// Compact leaves nothing of what was erased in free places of the file. Errors: Refused for who may not erase.
func (v *Session) Compact(ctx context.Context) error {
	if err := v.Clearance().CheckWrite(journal.Scope{Class: journal.Trust, Part: journal.Organisation()}); err != nil {
		return err
	}
	return v.b.Compact(ctx)
}

// SaveDraft keeps what this person typed and did not send yet.
func (v *Session) SaveDraft(ctx context.Context, d Draft) error {
	d.Owner = v.Me().ID
	return v.b.SaveDraft(ctx, d)
}

// DropDraft removes a draft that was sent or thrown away.
func (v *Session) DropDraft(ctx context.Context, key string) error {
	return v.b.DropDraft(ctx, v.Me().ID, key)
}

// Drafts are what this person typed and did not send yet, the newest first.
func (v *Session) Drafts(ctx context.Context) ([]Draft, error) {
	return v.b.Drafts(ctx, v.Me().ID)
}

// Setting is a preference of this machine, "" when it was never set.
func (v *Session) Setting(ctx context.Context, key string) (string, error) {
	return v.b.Setting(ctx, key)
}

// SetSetting keeps a preference of this machine.
func (v *Session) SetSetting(ctx context.Context, key, value string) error {
	return v.b.SetSetting(ctx, key, value)
}
