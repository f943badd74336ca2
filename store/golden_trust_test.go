package store_test

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"slices"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/root"
)

// lead makes a store the centre of its organisation and writes every kind of entry about keys: two laptops come with invitations, one
// that another copy has, which may then hold less and of which more is taken in, and one that is revoked; a third invitation is taken back.
func lead(t *testing.T, centre, laptop *store.Store, session *model.Session) {
	keeper := root.Keeper{Cost: root.Cost{Memory: 8, Passes: 1}, Random: rand.Reader}
	_, err := keeper.New(t.Context(), centre, session.Me().ID, false)
	must(t, err)
	public, err := centre.Public(t.Context())
	must(t, err)
	self := trust.Replica{Public: public, Recipient: "age1centre", Tag: "K1", Label: "centrale"}
	var scopes []journal.Scope
	must(t, centre.Read(t.Context(), func(tx model.Tx) (err error) {
		scopes, err = trust.ScopesIn(tx, session.Me())
		return err
	}))
	key := func(name string) ed25519.PublicKey {
		seed := sha256.Sum256([]byte(name))
		return ed25519.NewKeyFromSeed(seed[:]).Public().(ed25519.PublicKey)
	}
	invited := func(name string) trust.Invitation {
		inv := trust.Invitation{ID: trust.EntityOf(key(name)), Public: key(name), Recipient: "age1" + name, Label: "laptop " + name, Person: session.Me().ID,
			Scopes: scopes, Until: time.Now().AddDate(0, 0, 14)}
		must(t, trust.Invite(t.Context(), session, inv, &self))
		return inv
	}
	public, err = laptop.Public(t.Context())
	must(t, err)
	own := trust.Replica{Public: public, Recipient: "age1own", Tag: "P7", Invitation: invited("one").ID}
	must(t, trust.Admit(t.Context(), session, own))
	fewer := slices.DeleteFunc(slices.Clone(scopes), func(s journal.Scope) bool { return s.Class == journal.Desk })
	desk := scopes[slices.IndexFunc(scopes, func(s journal.Scope) bool { return s.Class == journal.Desk })]
	must(t, trust.ChangeScopes(t.Context(), session, trust.ReplicaOf(public), fewer, map[journal.Scope]uint64{desk: 1}))
	must(t, trust.TakeIn(t.Context(), session, trust.ReplicaOf(public), map[journal.Scope]uint64{desk: 2}))
	lost := trust.Replica{Public: key("lost"), Recipient: "age1lost", Tag: "P8", Invitation: invited("two").ID}
	must(t, trust.Admit(t.Context(), session, lost))
	must(t, trust.Revoke(t.Context(), session, trust.ReplicaOf(lost.Public), nil))
	must(t, trust.Withdraw(t.Context(), session, invited("three").ID))
	written := map[journal.ItemKind]bool{}
	must(t, centre.Read(t.Context(), func(tx model.Tx) error {
		entries, err := trust.Entries(tx)
		for _, e := range entries {
			written[e.Item] = true
		}
		return err
	}))
	for item := trust.ItemInvitation; item <= trust.ItemTakenIn; item++ {
		if !written[item] {
			t.Fatalf("no entry of kind %d is written", item)
		}
	}
}

// trusted is what a store makes of the entries about keys: who was invited and admitted, what each may hold, and how far counts what it
// wrote at the desk.
func trusted(t *testing.T, s *store.Store) (out []string) {
	state, err := trust.Read(t.Context(), s)
	must(t, err)
	for _, r := range state.Replicas() {
		counts := ""
		for _, scope := range r.Scopes {
			counts += " " + scope.Class.String()
		}
		for seq := uint64(1); seq <= 3; seq++ {
			for _, stream := range streamsOf(t, s, r.Name) {
				if stream.Scope.Class == journal.Desk {
					counts += fmt.Sprintf(", %d of the desk %q", seq, state.Counts(stream, seq))
				}
			}
		}
		out = append(out, fmt.Sprintf("shows replica %q %s revoked %v, holds%s", r.Label, r.Recipient, r.Revoked, counts))
	}
	for _, i := range state.Invitations() {
		out = append(out, fmt.Sprintf("shows invitation %q used %d times, withdrawn %v", i.Label, len(i.Used), i.Withdrawn))
	}
	return out
}

// streamsOf are the streams of a replica, in order.
func streamsOf(t *testing.T, s *store.Store, of journal.Replica) (out []journal.Stream) {
	for _, c := range journalOf(t, s) {
		if c.Stream.Replica == of && !slices.Contains(out, c.Stream) {
			out = append(out, c.Stream)
		}
	}
	slices.SortFunc(out, func(a, b journal.Stream) int { return slices.Compare(a.Scope.Part[:], b.Scope.Part[:]) })
	return out
}
