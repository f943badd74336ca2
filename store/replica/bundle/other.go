package bundle

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/trust"
)

// other says whom a bundle is for that is not for this copy, by name where that is known here. The centre that came in the place of
// another is called as that one was: its bundles name the organisation.
func (d *Desk) other(ctx context.Context, session *model.Session, st *trust.State, b *Sealed) error {
	if b.Header.Secret != nil {
		return fault.New(fault.Refused, "bundle-first", "path", b.path)
	}
	for _, r := range st.Replicas() {
		if KeyOf(r.Recipient) != b.Key {
			continue
		}
		if _, was := st.WasCentre(r.Name); was && st.CentreIs(d.Store().Replica()) {
			return former(st, b)
		}
		if people, err := session.People(ctx); err == nil {
			for _, p := range people {
				if p.ID == r.Person {
					return fault.New(fault.Refused, "bundle-other", "path", b.path, "label", p.Name+" ("+r.Label+")")
				}
			}
		}
	}
	if name, err := siteName(ctx, session); err == nil && st.CentreIs(d.Store().Replica()) && b.For == cut(name) {
		return former(st, b)
	}
	return fault.New(fault.Refused, "bundle-other", "path", b.path, "label", b.For)
}

// former says of a bundle for the centre before this one what to do: the laptop learns for whom to seal, where it is known here.
func former(st *trust.State, b *Sealed) error {
	if slices.ContainsFunc(st.Replicas(), func(r trust.Replica) bool { return cut(r.Label) == b.From && !st.CentreIs(r.Name) }) {
		return fault.New(fault.Refused, "bundle-former-centre", "path", b.path, "label", b.From)
	}
	if b.From == b.For { // a laptop that did not know yet what it is called
		return fault.New(fault.Refused, "bundle-former-some", "path", b.path)
	}
	return fault.New(fault.Refused, "bundle-former-unknown", "path", b.path, "label", b.From)
}
