package model

import (
	"context"
	"strings"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// Who finds a person by id, by name, or by a part of the name that only one person has; "" finds the person who founded
// the store. Errors: NotFound; Conflict when several people fit, with their names.
func Who(ctx context.Context, b Backend, name string) (journal.ID, error) {
	name = strings.TrimSpace(name)
	var exact, part []Person
	var first journal.ID
	terms := plain.TermsOf(name)
	whole := plain.FoldText(name)
	err := b.Read(ctx, func(tx Tx) error {
		return tx.Each(KindPerson, func(r *journal.Record) error {
			p := PersonOf(r)
			folded := plain.FoldText(p.Name)
			switch {
			case p.Archived:
			case first.IsZero():
				first = p.ID
				fallthrough
			default:
				if p.ID.String() == plain.ID(name) || folded == whole && name != "" {
					exact = append(exact, p)
				} else if terms.In(folded) && name != "" {
					part = append(part, p)
				}
			}
			return nil
		})
	})
	if err != nil {
		return journal.ID{}, err
	}
	found := exact
	if len(found) == 0 {
		found = part
	}
	switch {
	case name == "" && !first.IsZero():
		return first, nil
	case len(found) == 0:
		return journal.ID{}, fault.New(fault.NotFound, "person-unknown", "name", name)
	case len(found) > 1:
		names := make([]string, len(found))
		for i, p := range found {
			names[i] = p.Name
		}
		return journal.ID{}, fault.New(fault.Conflict, "person-ambiguous", "name", name, "names", strings.Join(names, ", "))
	}
	return found[0].ID, nil
}

// EnterAs begins a session of the person who is named, or else of whoever acted last on this machine. Errors as for Who and Enter.
func EnterAs(ctx context.Context, b Backend, name string) (*Session, error) {
	last, err := b.Setting(ctx, LastPerson)
	if err != nil {
		return nil, err
	}
	holder, err := b.Holder(ctx)
	if err != nil {
		return nil, err
	}
	asked := name
	switch {
	case name != "":
	case !holder.IsZero():
		return Enter(ctx, b, holder)
	default:
		asked = last
	}
	who, err := Who(ctx, b, asked)
	if name == "" && last != "" && fault.KindOf(err) == fault.NotFound {
		who, err = Who(ctx, b, "") // whoever acted last has left
	}
	if err != nil {
		return nil, err
	}
	return Enter(ctx, b, who)
}
