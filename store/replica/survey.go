package replica

import (
	"bytes"
	"cmp"
	"crypto/ed25519"
	"slices"
	"time"

	"filippo.io/age"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/disk"
	"leerbalie/store/evidence"
	"leerbalie/store/replica/names"
	"leerbalie/store/wire"
	"leerbalie/store/witness"
)

// load is what would travel.
type load struct {
	m     *manifest
	frame []byte // the manifest, signed
	runs  []span // those of class trust first
	home  map[string]bool
	again []string // keys in the journal of changes whose words stayed home before, and go now
	hits  []transfer.Hit
	to    journal.Replica
}

// survey finds what would travel to somebody, as a transaction sees it.
func survey(r model.Tx, now time.Time, to To, hits bool) (*load, error) {
	t := r.Own().(store.Exchanging)
	b := t.Disk()
	st, err := trust.In(t)
	if err != nil {
		return nil, err
	}
	l := &load{m: &manifest{to: to, root: st.Root, tag: t.Tag()}, home: map[string]bool{}, to: to.name()}
	l.m.Made = now
	if err := l.address(t, &st, to); err != nil {
		return nil, err
	}
	mine := t.Replica()
	parts := partsOf(b)
	heads, err := parts.Heads()
	if err != nil {
		return nil, err
	}
	home := st.CentreIs(to.Replica)
	may := func(s journal.Stream) bool { return home || l.m.covers(s.Scope) || s.Replica == to.Replica }
	if heads, err = sure(b, parts, heads); err != nil {
		return nil, err
	}
	heads = slices.DeleteFunc(heads, func(h witness.Head) bool { return !may(h.Stream) })
	if home {
		l.m.Scopes = scopesIn(heads)
	}
	said, _, err := heard(b, to.Replica)
	if err != nil && fault.KindOf(err) != fault.Damaged {
		return nil, err
	}
	has := said.holds()
	former, introduced := endsBefore(b, parts), false
	for _, h := range heads {
		if !l.m.covers(h.Stream.Scope) {
			continue // of the receiver's own, of which it only has to hear how far they came
		}
		last := h.Seq
		if !st.CentreIs(mine) && h.Stream.Replica != mine {
			if last = l.proven(b, &st, parts, h); min(former[h.Stream], h.Seq) > last {
				last, introduced = min(former[h.Stream], h.Seq), true
			}
		}
		if last > has[h.Stream] {
			l.runs = append(l.runs, span{h.Stream, has[h.Stream] + 1, last})
		}
	}
	slices.SortFunc(l.runs, func(a, b span) int {
		return cmp.Or(order(a.Stream.Scope.Class)-order(b.Stream.Scope.Class), bytes.Compare(wire.StreamKey(a.Stream), wire.StreamKey(b.Stream)))
	})
	if err := l.look(t, b, hits && !home); err != nil {
		return nil, err
	}
	if said != nil && len(l.m.proofs) < maxProofs { // by which one that was set back can tell
		l.m.proofs = append(l.m.proofs, said)
	}
	if _, admitted := st.Replica(mine); introduced || !admitted && !st.CentreIs(mine) {
		l.m.introduction = bytes.Clone(b.Bucket(wire.BucketMeta).Get(wire.MetaIntro))
	}
	return l, l.sign(t, b, heads, may)
}

// order puts what is written about keys first, then the people, by whom the rest is judged.
func order(c journal.Class) int {
	switch c {
	case journal.Trust:
		return 0
	case journal.People:
		return 1
	}
	return 1 + int(c)
}

func partsOf(b *disk.Tx) evidence.Parts {
	return evidence.Parts{Log: b.Bucket(wire.BucketLog), Head: b.Bucket(wire.BucketHead), Mark: b.Bucket(wire.BucketMark), Away: b.Bucket(wire.BucketAway)}
}

func scopesIn(heads []witness.Head) (out []journal.Scope) {
	for _, h := range heads {
		if !slices.Contains(out, h.Stream.Scope) {
			out = append(out, h.Stream.Scope)
		}
	}
	return out
}

// address fills in from whom and for whom it is, and which scopes it may hold. Errors: NotFound for who is not known; Refused where this
// copy may not send to it.
func (l *load) address(t store.Exchanging, st *trust.State, to To) error {
	m := l.m
	if !to.Person.IsZero() {
		m.To = transfer.Party{Person: to.Person}
		var err error
		if m.Scopes, err = scopesOf(t, to.Person); err != nil {
			return err
		}
	} else if st.Root == nil || st.Centre.Term == 0 {
		return fault.New(fault.Refused, "bundle-no-root")
	} else if inv, ok := st.Invitation(to.Invitation); ok {
		m.To = transfer.Party{Person: inv.Person, Label: inv.Label}
		m.Scopes, m.Until = inv.Scopes, inv.Until
	} else if r, ok := st.Replica(to.Replica); ok {
		m.To = transfer.Party{Replica: r.Name, Person: r.Person, Label: r.Label, Centre: st.CentreIs(r.Name)}
		m.Scopes = r.Scopes
	} else if st.CentreIs(to.Replica) {
		m.To = transfer.Party{Replica: to.Replica, Centre: true}
	} else {
		return fault.New(fault.NotFound, "bundle-no-recipient")
	}
	if keys := (journal.Scope{Class: journal.Trust, Part: journal.Organisation()}); !m.covers(keys) {
		m.Scopes = append([]journal.Scope{keys}, m.Scopes...)
	}
	m.From = transfer.Party{Replica: t.Replica(), Centre: st.CentreIs(t.Replica())}
	if r, ok := st.Replica(t.Replica()); ok {
		m.From.Person, m.From.Label = r.Person, r.Label
	} else if !m.From.Centre {
		copy(m.From.Person[:], t.Disk().Bucket(wire.BucketMeta).Get(wire.MetaHolder))
	}
	if !m.From.Centre && !m.To.Centre && to.Person.IsZero() {
		return fault.New(fault.Refused, "bundle-to-centre")
	}
	return nameParties(t, &m.Contents)
}

// nameParties fills in what people are called, as far as this copy knows.
func nameParties(t model.Tx, c *transfer.Contents) error {
	for _, p := range []*transfer.Party{&c.From, &c.To} {
		if err := nameParty(t, p); err != nil {
			return err
		}
	}
	return nil
}

func nameParty(t model.Tx, p *transfer.Party) error {
	if p.Name = ""; !p.Person.IsZero() {
		rec, err := t.Record(model.KindPerson, p.Person)
		if err == nil && rec != nil {
			p.Name = model.PersonOf(rec).Name
		}
		return err
	}
	return t.Each(model.KindSite, func(r *journal.Record) error {
		if p.Name == "" && !r.Archived() {
			p.Name = model.SiteOf(r).Name
		}
		return nil
	})
}

// proven is how far somebody who was the centre said that a stream of another goes as it does here; that word goes along.
func (l *load) proven(b *disk.Tx, st *trust.State, parts evidence.Parts, h witness.Head) uint64 {
	last, best := provenBy(b, st, parts, h)
	if best != nil && !slices.ContainsFunc(l.m.proofs, func(w *word) bool { return bytes.Equal(w.signed, best.signed) }) {
		if len(l.m.proofs) == maxProofs {
			return 0
		}
		l.m.proofs = append(l.m.proofs, best)
	}
	return last
}

func provenBy(b *disk.Tx, st *trust.State, parts evidence.Parts, h witness.Head) (last uint64, best *word) {
	_ = eachPeer(b, []byte{peerWord}, func(_, v []byte) error {
		_, signed, err := parseHeard(v)
		if err != nil {
			return nil
		}
		w, err := readWord(signed)
		if err != nil {
			return nil
		}
		if _, was := st.WasCentre(w.Replica()); !was && w.Replica() != h.Stream.Replica {
			return nil
		}
		for _, said := range w.Heads {
			if said.Stream == h.Stream && said.Seq > last && said.Seq <= h.Seq && parts.At(said.Stream, said.Seq) == said.Hash {
				best, last = w, said.Seq
			}
		}
		return nil
	})
	return last, best
}

// look goes through what travels: it counts, and finds texts that seem to name a resident.
func (l *load) look(t store.Exchanging, b *disk.Tx, wantHits bool) error {
	n := countFor(t, l.m.Scopes)
	var known *names.Known
	if wantHits && !slices.ContainsFunc(l.m.Scopes, func(s journal.Scope) bool { return s.Class == journal.Desk }) {
		var err error
		if known, err = names.Residents(t); err != nil {
			return err
		}
	}
	log, choices := b.Bucket(wire.BucketLog), b.Bucket(wire.BucketPeer)
	one := func(key, value []byte, old bool) error {
		c, _, err := wire.OpenChange(wire.ParseStream(key), wire.ParseNumber(key[wire.StreamLen:]), value)
		if err != nil {
			return err
		}
		if err := n.add(c); err != nil || known == nil || c.Erased || old {
			return err
		}
		if class := c.Stream.Scope.Class; class != journal.Learning && class != journal.People && class != journal.Community {
			return nil
		}
		for _, text := range names.Texts(t.Kinds(), c) {
			found := known.Find(text)
			if len(found) == 0 {
				continue
			}
			choice := choiceAt(choices, key)
			if choice != transfer.Travels {
				l.home[string(key)] = true
			}
			l.hits = append(l.hits, transfer.Hit{Stream: c.Stream, Seq: c.Seq, Kind: c.Kind, Entity: c.Entity, Item: c.Item, By: c.Actor,
				At: time.UnixMilli(c.Wall), Text: text, Found: found, Choice: choice})
		}
		return nil
	}
	for _, run := range l.runs {
		c := log.Cursor()
		for key, v := c.Seek(wire.LogKey(run.Stream, run.First)); key != nil && bytes.Compare(key, wire.LogKey(run.Stream, run.Last)) <= 0; key, v = c.Next() {
			if err := one(key, v, false); err != nil {
				return err
			}
		}
	}
	err := eachPeer(b, peerKey(peerHome, l.to[:]), func(key, _ []byte) error {
		place := key[1+len(l.to):]
		if choiceAt(choices, place) != transfer.Travels {
			return nil
		}
		l.again = append(l.again, string(place))
		if v := log.Get(place); v != nil {
			return one(place, v, true)
		}
		return nil
	})
	slices.SortFunc(l.hits, func(a, b transfer.Hit) int { return b.At.Compare(a.At) })
	l.m.Counts, l.m.Withheld = n.n, len(l.home)
	return err
}

// sign makes the manifest.
func (l *load) sign(t store.Exchanging, b *disk.Tx, heads []witness.Head, may func(journal.Stream) bool) error {
	key, err := private(b)
	if err != nil {
		return err
	}
	if l.m.ID, err = t.NewID(l.m.Made); err != nil {
		return err
	}
	self, err := age.ParseX25519Identity(string(b.Bucket(wire.BucketMeta).Get(wire.MetaOwnKey)))
	if err != nil {
		return fault.New(fault.Damaged, "store-value").Because(err)
	}
	l.m.recipient, l.m.public = self.Recipient().String(), key.Public().(ed25519.PublicKey)
	signed, err := wordIn(t, b, key, heads, may, l.to)
	if err != nil {
		return err
	}
	if l.m.word, err = readWord(signed); err != nil {
		return err
	}
	l.frame = l.m.write(key)
	return nil
}

// wordIn is the word of this copy to another: of the streams that it may hear of.
func wordIn(t store.Exchanging, b *disk.Tx, key ed25519.PrivateKey, heads []witness.Head, may func(journal.Stream) bool, to journal.Replica) ([]byte, error) {
	clock, err := t.Clock()
	if err != nil {
		return nil, err
	}
	kept := map[journal.Stream]uint64{}
	if err := b.Bucket(wire.BucketHeld).ForEach(func(k, _ []byte) error {
		if s := wire.ParseStream(k); may(s) {
			kept[s] = max(kept[s], wire.ParseNumber(k[wire.StreamLen:]))
		}
		return nil
	}); err != nil {
		return nil, err
	}
	w := &word{number: wire.ParseNumber(b.Bucket(wire.BucketPeer).Get([]byte{peerNumber})), kept: kept, ended: map[journal.Stream]uint64{}}
	if err := eachPeer(b, []byte{peerEnded}, func(k, v []byte) error {
		w.ended[wire.ParseStream(k[1:])] = wire.ParseNumber(v)
		return nil
	}); err != nil {
		return nil, err
	}
	parcels := parcelsOf(b, to)
	w.parcels = parcels[max(len(parcels)-8, 0):]
	return w.sign(key, clock.Time(), heads)
}

// nextWord counts one more word.
func nextWord(w model.WriteTx) error {
	n := wire.ParseNumber(w.Own().(store.Exchanging).Disk().Bucket(wire.BucketPeer).Get([]byte{peerNumber}))
	return keep(w, []byte{peerNumber}, wire.Number(n+1))
}
