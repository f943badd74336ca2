// Package untouched is a store that is only looked at.
package untouched

import (
	"context"
	"sync"

	"leerbalie/model"
)

// untouched is a store that is only looked at: its settings can be altered for as long as it is open, and nothing of that is kept.
type untouched struct {
	model.Backend
	mu   sync.Mutex
	kept map[string]string
}

// Of gives a store that keeps nothing of what is noted in its settings, such as tries of a PIN: for a copy that stays as it
// is.
func Of(b model.Backend) model.Backend { return &untouched{Backend: b, kept: map[string]string{}} }

// Setting is a setting as it was kept, or as it was altered since.
func (u *untouched) Setting(ctx context.Context, key string) (string, error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.setting(ctx, key)
}

func (u *untouched) setting(ctx context.Context, key string) (string, error) {
	if value, ok := u.kept[key]; ok {
		return value, nil
	}
	return u.Backend.Setting(ctx, key)
}

// SetSetting alters a setting for as long as the store is open.
func (u *untouched) SetSetting(_ context.Context, key, value string) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.kept[key] = value
	return nil
}

// AlterSetting alters a setting by what it is, for as long as the store is open.
func (u *untouched) AlterSetting(ctx context.Context, key string, alter func(was string) string) error {
	u.mu.Lock()
	defer u.mu.Unlock()
	was, err := u.setting(ctx, key)
	if err == nil {
		u.kept[key] = alter(was)
	}
	return err
}
