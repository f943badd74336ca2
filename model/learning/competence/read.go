package competence

import (
	"context"
	"slices"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// keptFramework is what the store has of a framework, and the one that comes with the program. Errors: NotFound for neither.
func keptFramework(tx model.Tx, id journal.ID) (rec *journal.Record, kept []journal.Item, base *Framework, err error) {
	base = builtinFramework(id)
	if rec, err = tx.Record(KindFramework, id); err != nil {
		return nil, nil, nil, err
	}
	if rec == nil {
		rec = &journal.Record{Kind: KindFramework, ID: id}
	} else {
		items, err := tx.Items(KindFramework, id)
		if err != nil {
			return nil, nil, nil, err
		}
		kept = keptVersions(items)
	}
	if versionsIn(kept, base) == 0 {
		return nil, nil, nil, fault.New(fault.NotFound, "framework-unknown", "name", id.String())
	}
	return rec, kept, base, nil
}

// FrameworkVersions reads all versions of a framework. Errors: NotFound.
func FrameworkVersions(tx model.Tx, id journal.ID) (out []Framework, err error) {
	rec, kept, base, err := keptFramework(tx, id)
	if err != nil {
		return nil, err
	}
	for i := range versionsIn(kept, base) {
		out = append(out, frameworkVersion(rec, kept, base, i))
	}
	return out, nil
}

// FrameworkIn reads the version that counts, and no other: a long list that is edited often has many. Errors: NotFound.
func FrameworkIn(tx model.Tx, id journal.ID) (*Framework, error) {
	rec, kept, base, err := keptFramework(tx, id)
	if err != nil {
		return nil, err
	}
	f := frameworkVersion(rec, kept, base, versionsIn(kept, base)-1)
	return &f, nil
}

// FrameworksIn reads the versions that count, of all frameworks: those that come with the program first.
func FrameworksIn(tx model.Tx) ([]Framework, error) {
	var ids []journal.ID
	for _, f := range BuiltinFrameworks() {
		ids = append(ids, f.ID)
	}
	if err := tx.Each(KindFramework, func(r *journal.Record) error {
		if !slices.Contains(ids, r.ID) {
			ids = append(ids, r.ID)
		}
		return nil
	}); err != nil {
		return nil, err
	}
	var out []Framework
	for _, id := range ids {
		f, err := FrameworkIn(tx, id)
		if fault.KindOf(err) == fault.NotFound { // undone
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, *f)
	}
	return out, nil
}

// ReadFrameworks reads the frameworks in use, by title; with archived, those put away as well.
func ReadFrameworks(ctx context.Context, session *model.Session, archived bool) (out []Framework, err error) {
	err = session.ReadNames(ctx, func(tx model.Tx) error {
		out, err = FrameworksIn(tx)
		return err
	})
	out = slices.DeleteFunc(out, func(f Framework) bool { return f.Archived && !archived })
	slices.SortStableFunc(out, func(a, b Framework) int { return strings.Compare(plain.FoldText(a.Title), plain.FoldText(b.Title)) })
	return out, err
}

// ReadFrameworkHistory reads every version of a framework, the newest first. Errors: NotFound.
func ReadFrameworkHistory(ctx context.Context, session *model.Session, id journal.ID) (out []Framework, err error) {
	err = session.ReadNames(ctx, func(tx model.Tx) error {
		out, err = FrameworkVersions(tx, id)
		return err
	})
	slices.Reverse(out)
	return out, err
}

// FindFramework finds a framework by its id, its key, or words of its title. Errors: NotFound; Conflict when several fit.
func FindFramework(ctx context.Context, session *model.Session, name string) (Framework, error) {
	all, err := ReadFrameworks(ctx, session, true)
	if err != nil {
		return Framework{}, err
	}
	var fits []Framework
	for _, f := range all {
		if f.ID.String() == plain.ID(name) || plain.SameCode(f.Key, name) || plain.FoldText(f.Title) == plain.FoldText(name) {
			return f, nil
		}
		if words := plain.Fold(name); len(words) > 0 && !f.Archived && plain.ContainsWords(plain.FoldText(strings.Join(append(f.Titles.All(), f.Title), " ")), words) {
			fits = append(fits, f)
		}
	}
	switch len(fits) {
	case 0:
		return Framework{}, fault.New(fault.NotFound, "framework-unknown", "name", name)
	case 1:
		return fits[0], nil
	}
	names := make([]string, len(fits))
	for i, f := range fits {
		names[i] = f.Title
	}
	return Framework{}, fault.New(fault.Conflict, "framework-ambiguous", "name", name, "names", strings.Join(names, ", "))
}

// ReadUnknownEvents reads what was done about a framework by a newer version of the program, in order: what its versions do not tell.
func ReadUnknownEvents(ctx context.Context, session *model.Session, id journal.ID) (out []model.Event, err error) {
	err = session.ReadNames(ctx, func(tx model.Tx) error {
		out, err = model.HistoryIn(tx, KindFramework, id)
		return err
	})
	return slices.DeleteFunc(out, func(e model.Event) bool { return !e.Unknown }), err
}
