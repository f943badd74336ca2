package model

import (
	"context"
	"slices"
	"strings"
)

// keptFramework is what the store has of a framework, and the one that comes with the program. Errors: NotFound for neither.
func keptFramework(tx Tx, id ID) (rec *Record, kept []Item, base *Framework, err error) {
	base = startFramework(id)
	if rec, err = tx.Record(KindFramework, id); err != nil {
		return nil, nil, nil, err
	}
	if rec == nil {
		rec = &Record{Kind: KindFramework, ID: id}
	} else {
		items, err := tx.Items(KindFramework, id)
		if err != nil {
			return nil, nil, nil, err
		}
		kept = keptVersions(items)
	}
	if versionsIn(kept, base) == 0 {
		return nil, nil, nil, Fail(NotFound, "framework-unknown", "name", id.String())
	}
	return rec, kept, base, nil
}

// frameworkVersions reads all versions of a framework. Errors: NotFound.
func frameworkVersions(tx Tx, id ID) (out []Framework, err error) {
	rec, kept, base, err := keptFramework(tx, id)
	if err != nil {
		return nil, err
	}
	for i := range versionsIn(kept, base) {
		out = append(out, frameworkVersion(rec, kept, base, i))
	}
	return out, nil
}

// frameworkByID reads the version that counts, and no other: a long list that is edited often has many. Errors: NotFound.
func frameworkByID(tx Tx, id ID) (*Framework, error) {
	rec, kept, base, err := keptFramework(tx, id)
	if err != nil {
		return nil, err
	}
	f := frameworkVersion(rec, kept, base, versionsIn(kept, base)-1)
	return &f, nil
}

// frameworks reads the versions that count, of all frameworks: those that come with the program first.
func frameworks(tx Tx) ([]Framework, error) {
	var ids []ID
	for _, f := range StartFrameworks() {
		ids = append(ids, f.ID)
	}
	if err := tx.Each(KindFramework, func(r *Record) error {
		if !slices.Contains(ids, r.ID) {
			ids = append(ids, r.ID)
		}
		return nil
	}); err != nil {
		return nil, err
	}
	var out []Framework
	for _, id := range ids {
		f, err := frameworkByID(tx, id)
		if KindOf(err) == NotFound { // undone
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, *f)
	}
	return out, nil
}

// Frameworks are the frameworks in use, by title; with archived, those put away as well.
func (v *View) Frameworks(ctx context.Context, archived bool) (out []Framework, err error) {
	err = v.ReadClass(ctx, People, func(tx Tx) error {
		out, err = frameworks(tx)
		return err
	})
	out = slices.DeleteFunc(out, func(f Framework) bool { return f.Archived && !archived })
	slices.SortStableFunc(out, func(a, b Framework) int { return strings.Compare(FoldText(a.Title), FoldText(b.Title)) })
	return out, err
}

// FrameworkHistory is every version of a framework, the newest first. Errors: NotFound.
func (v *View) FrameworkHistory(ctx context.Context, id ID) (out []Framework, err error) {
	err = v.ReadClass(ctx, People, func(tx Tx) error {
		out, err = frameworkVersions(tx, id)
		return err
	})
	slices.Reverse(out)
	return out, err
}

// FindFramework finds a framework by its id, its key, or words of its title. Errors: NotFound; Conflict when several fit.
func (v *View) FindFramework(ctx context.Context, name string) (Framework, error) {
	all, err := v.Frameworks(ctx, true)
	if err != nil {
		return Framework{}, err
	}
	var fits []Framework
	for _, f := range all {
		if f.ID.String() == name || f.Key != "" && f.Key == name || FoldText(f.Title) == FoldText(name) {
			return f, nil
		}
		if words := Fold(name); len(words) > 0 && !f.Archived && ContainsWords(FoldText(strings.Join(append(f.Titles.All(), f.Title), " ")), words) {
			fits = append(fits, f)
		}
	}
	switch len(fits) {
	case 0:
		return Framework{}, Fail(NotFound, "framework-unknown", "name", name)
	case 1:
		return fits[0], nil
	}
	names := make([]string, len(fits))
	for i, f := range fits {
		names[i] = f.Title
	}
	return Framework{}, Fail(Conflict, "framework-ambiguous", "name", name, "names", strings.Join(names, ", "))
}
