package hours

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
)

// How students stand, with their hours. Whoever shows progress reads it here: model/learning knows what was shown, and not what counts as
// hours.

// ReadProgress is learning.ReadProgress with the hours.
func ReadProgress(ctx context.Context, session *model.Session, student, framework journal.ID) (learning.Progress, error) {
	p, err := learning.ReadProgress(ctx, session, student, framework)
	if err != nil {
		return p, err
	}
	return p, with(ctx, session, func(r *Reading) error { return r.fill(p.Student, &p.Placement) })
}

// ReadClassProgress is learning.ReadClassProgress with the hours.
func ReadClassProgress(ctx context.Context, session *model.Session, group journal.ID) ([]learning.Progress, error) {
	all, err := learning.ReadClassProgress(ctx, session, group)
	if err != nil {
		return all, err
	}
	return all, with(ctx, session, func(r *Reading) error {
		for i := range all {
			if err := r.fill(all[i].Student, &all[i].Placement); err != nil {
				return err
			}
		}
		return nil
	})
}

// ReadMatrix is learning.ReadMatrix with the hours.
func ReadMatrix(ctx context.Context, session *model.Session, group, framework journal.ID) (learning.Matrix, error) {
	m, err := learning.ReadMatrix(ctx, session, group, framework)
	if err != nil {
		return m, err
	}
	return m, with(ctx, session, func(r *Reading) error {
		for i := range m.Rows {
			if err := r.fill(m.Rows[i].Student, &m.Rows[i].Placement); err != nil {
				return err
			}
		}
		return nil
	})
}

func with(ctx context.Context, session *model.Session, do func(*Reading) error) error {
	return session.ReadClass(ctx, journal.People, func(tx model.Tx) error {
		r, err := NewReading(session, tx)
		if err != nil {
			return err
		}
		return do(r)
	})
}

func (r *Reading) fill(p model.Person, into *learning.Placement) error {
	s, err := r.Of(p)
	if err == nil && s != nil {
		*into = s.Placement()
	}
	return err
}
