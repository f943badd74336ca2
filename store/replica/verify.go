package replica

import (
	"bytes"
	"context"
	"crypto/sha256"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/replica/introduce"
	"leerbalie/store/wire"
	"leerbalie/store/witness"
)

// Why a part of a stream is not taken in, beside the reasons of package trust. Each has a sentence, waiting.REASON.
const (
	reasonGap     = "gap"        // what comes before it did not come
	reasonParted  = "parted"     // it is another than the one that is here
	reasonClock   = "clock"      // its moments are more than a year ahead of all that is here
	reasonFollows = "follows"    // it follows a change that waits
	reasonSecond  = "second"     // a second laptop came with one invitation
	reasonNewName = "new-name"   // a copy of somebody whom the centre knows goes on under another name
	reasonLate    = "invitation" // the invitation was open until before this
)

// stream is what a parcel brings of one stream.
type stream struct {
	here    wire.Head  // where it ended here when it was verified
	end     wire.Head  // where it ends with what came
	reason  string     // why nothing of it is taken in; "": it is
	vouched bool       // by the centre, now or of before: it took all of it in
	hashes  []wire.Sum // along what came, of one in doubt
	parted  uint64     // from where on what is here is another
	missing int        // how many came that follow a gap
	first   uint64     // of those
	last    uint64
}

// parcel is one that was verified.
type parcel struct {
	*manifest
	st      trust.State // with what the parcel says about keys
	entries []trust.Entry
	streams map[journal.Stream]*stream
	digests [][sha256.Size]byte // of its batches
	sender  sender
	empty   bool // this copy held nothing
}

// sender is who made a parcel, to this copy.
type sender struct {
	centre  bool
	known   bool             // admitted
	invited trust.Invitation // that it came with
	former  journal.Replica  // whom it follows, zero: nobody who is known
	reason  string           // why it has to wait
}

// verifying is the verification of a parcel. Nothing of what is in it is believed before it is done.
type verifying struct {
	parcel
	mine    map[journal.Replica]bool // the name of this copy, and those that it had
	me      journal.Replica
	tagged  string // of this copy
	doubted map[journal.Stream]doubted
	heads   map[journal.Stream]wire.Head
	kept    map[journal.Stream][]wire.Head // what waits behind them: where the chain is at each of it
	before  []trust.Entry
	erasing []*journal.Change
	opened  bool // what is said about keys has been read
	holder  bool // this copy begins with the parcel
}

// verify reads a whole parcel. Errors: Damaged for what is none, is cut off or altered; Newer; Refused for another organisation's, for
// one that is for somebody else, and for a sender that nobody knows, with the reason.
// begins says that this copy begins with the parcel.
func verify(ctx context.Context, s *store.Store, open Source, begins bool) (*parcel, error) {
	v := &verifying{heads: map[journal.Stream]wire.Head{}, holder: begins}
	v.streams = map[journal.Stream]*stream{}
	err := s.Read(ctx, func(r model.Tx) (err error) {
		v.tagged = s.Tag()
		v.me, v.mine = r.Own().(store.Exchanging).Replica(), namesOf(r.Own().(store.Exchanging))
		b := r.Own().(store.Exchanging).Disk()
		heads, err := partsOf(b).Heads()
		if err == nil {
			heads, err = sure(b, partsOf(b), heads)
		}
		if err == nil {
			v.doubted, err = doubts(b)
		}
		for _, h := range heads {
			v.heads[h.Stream] = wire.Head{Seq: h.Seq, Hash: h.Hash}
		}
		if err == nil {
			v.kept, err = heldEnds(b, v.heads)
		}
		if err == nil {
			v.before, err = trust.Entries(r)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	v.empty = len(v.heads) == 0
	each := func(b *batch) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return v.batch(b)
	}
	if err := read(open, v.begin, each); err != nil {
		return nil, err
	}
	if err := v.keys(); err != nil {
		return nil, err
	}
	if err := v.prove(); err != nil {
		return nil, err
	}
	return &v.parcel, s.Read(ctx, func(r model.Tx) error {
		if err := v.part(r.Own().(store.Exchanging).Disk()); err != nil {
			return err
		}
		return v.parties(r)
	})
}

// parties fills in who made the parcel and whom it is for, as far as this copy knows.
func (p *parcel) parties(r model.Tx) error {
	for _, party := range []*transfer.Party{&p.From, &p.To} {
		if _, ok := p.st.Replica(party.Replica); ok || p.st.CentreIs(party.Replica) {
			if err := known(r, &p.st, party); err != nil {
				return err
			}
			continue
		}
		if party == &p.From && !p.sender.invited.ID.IsZero() {
			party.Person, party.Label = p.sender.invited.Person, p.sender.invited.Label
		}
		if !party.Person.IsZero() {
			if err := nameParty(r, party); err != nil {
				return err
			}
		}
	}
	return nil
}

// begin looks at what the parcel says of itself.
func (v *verifying) begin(m *manifest) error {
	v.manifest = m
	was, _ := trust.Judge(v.before)
	switch {
	case v.holder:
	case !v.mine[m.to.Replica] && m.to.Replica != (journal.Replica{}):
		return fault.New(fault.Refused, "parcel-for-other", "name", m.To.Label)
	case was.Root != nil && !bytes.Equal(was.Root, m.root), was.Root == nil && len(m.root) > 0 && len(v.heads) > 0:
		return fault.New(fault.Refused, "trust-other-root")
	}
	return nil
}

// batch follows the chain of a stream.
func (v *verifying) batch(b *batch) error {
	v.digests = append(v.digests, b.digest)
	keysOnly := b.stream.Scope.Class == journal.Trust
	if !keysOnly {
		if err := v.keys(); err != nil {
			return err
		}
	}
	if keysOnly && v.opened || !v.covers(b.stream.Scope) {
		return fault.New(fault.Damaged, "parcel-form")
	}
	st := v.streams[b.stream]
	if st == nil {
		here := v.heads[b.stream]
		st = &stream{here: here, end: here}
		if b.first > here.Seq+1 { // it goes on behind what waits here
			if i := int(b.first - here.Seq - 2); i < len(v.kept[b.stream]) {
				st.end = v.kept[b.stream][i]
			}
		}
		v.streams[b.stream] = st
	}
	key := wire.StreamKey(b.stream)
	for i, raw := range b.changes {
		seq := b.first + uint64(i)
		c, w, err := wire.OpenChange(b.stream, seq, raw)
		if err != nil {
			return err
		}
		if err := c.Validate(kinds.All()); err != nil {
			return err
		}
		switch {
		case seq <= st.end.Seq:
			continue
		case seq > st.end.Seq+1:
			if st.missing == 0 {
				st.first = seq
			}
			st.missing++
			st.last = seq
			continue
		}
		if st.end, err = st.end.Next(key, w); err != nil {
			return err
		}
		if _, doubtful := v.doubted[b.stream]; doubtful {
			st.hashes = append(st.hashes, st.end.Hash)
		}
		if !keysOnly || st.missing > 0 {
			continue
		}
		if c.Kind == journal.KindReplica && c.Op == journal.OpAdd {
			v.entries = append(v.entries, trust.Entry{About: c.Entity, Stamp: c.Stamp(), Item: c.Item, Fields: c.Fields()})
		} else {
			v.erasing = append(v.erasing, c)
		}
	}
	return nil
}

// keys judges, once, what the parcel says about keys together with what was known, and who sent it.
func (v *verifying) keys() error {
	if v.opened {
		return nil
	}
	v.opened = true
	now := slices.Concat(v.before, v.entries)
	for _, c := range v.erasing {
		now = append(now, trust.Entry{About: c.Entity, Stamp: c.Stamp(), Item: c.Item})
	}
	if err := trust.Compare(v.before, now); err != nil {
		return err
	}
	v.st, _ = trust.Judge(slices.Concat(v.before, v.entries))
	if v.st.Root == nil || !bytes.Equal(v.st.Root, v.root) {
		return fault.New(fault.Refused, "trust-other-root")
	}
	return v.meet()
}

// meet finds out who the sender is. Errors: Refused for one that nobody knows.
func (v *verifying) meet() error {
	from := v.manifest.sender()
	if v.sender.centre = v.st.CentreIs(from); v.sender.centre {
		if to := v.manifest.to.Replica; to != v.me && v.mine[to] { // what it holds was reckoned by what another of that name said
			return fault.New(fault.Refused, "parcel-former-name", "tag", v.tagged)
		}
		return nil
	}
	if _, was := v.st.WasCentre(from); was {
		return fault.New(fault.Refused, "parcel-former-centre")
	}
	if _, v.sender.known = v.st.Replica(from); v.sender.known {
		return nil
	}
	row, err := introduce.Read(v.introduction)
	if err != nil {
		return err
	}
	if len(row) == 0 || !bytes.Equal(row[len(row)-1].Public, v.public) {
		return fault.New(fault.Refused, "parcel-unknown-sender")
	}
	for _, w := range slices.Backward(row) {
		if w.Why == introduce.Invited {
			if inv, ok := v.st.Invitation(trust.EntityOf(w.By)); ok {
				v.sender.invited = inv
				reason := v.st.Admits(inv.ID, from)
				switch {
				case w.To() != from: // it had another name in between, which nobody here knows
					v.sender.reason = reasonNewName
				case reason == trust.SecondUse:
					v.sender.reason = reasonSecond
				default:
					v.sender.reason = string(reason)
				}
				return nil
			}
		} else if r, ok := v.st.Replica(w.From()); ok {
			v.sender.former, v.sender.reason = r.Name, newName(&r)
			v.sender.invited, _ = v.st.Invitation(r.Invitation)
			return nil
		}
	}
	return fault.New(fault.Refused, "parcel-unknown-sender")
}

// prove looks for each stream for somebody who says that it is like this: who writes it, or the centre, which took all of it in. Errors:
// Refused for a parcel with a stream of which nobody does.
func (v *verifying) prove() error {
	says := map[journal.Stream][]said{}
	for _, w := range append([]*word{v.word}, v.proofs...) {
		from := w.Replica()
		_, centre := v.st.WasCentre(from)
		for _, h := range w.Heads {
			if centre || from == h.Stream.Replica {
				says[h.Stream] = append(says[h.Stream], said{h, centre})
			}
		}
	}
	row, _ := introduce.Read(v.introduction) // one that is none was refused
	for i := range row {                     // what somebody wrote under a name before
		if w, err := row[i].Witness(); err == nil && w != nil {
			for _, h := range w.Heads {
				if h.Stream.Replica == w.Replica() {
					says[h.Stream] = append(says[h.Stream], said{h, false})
				}
			}
		}
	}
	for id, st := range v.streams {
		if st.end.Seq == st.here.Seq {
			if st.missing > 0 {
				st.reason = reasonGap
			}
			continue
		}
		proven := false
		for _, h := range says[id] {
			switch {
			case h.Seq != st.end.Seq:
			case h.Hash == st.end.Hash:
				proven, st.reason, st.vouched = true, "", st.vouched || h.centre
			case !proven && st.here.Seq > 0: // what is here already is another
				st.reason = reasonParted
			}
		}
		if !proven && st.reason == "" {
			return fault.New(fault.Refused, "parcel-forged")
		}
	}
	return nil
}

// said is what somebody says of a stream.
type said struct {
	witness.Head
	centre bool
}

// Look verifies all of a parcel, and changes nothing. Errors as for verify.
func Look(ctx context.Context, s *store.Store, open Source) (transfer.Contents, error) {
	p, err := verify(ctx, s, open, false)
	if err != nil {
		return transfer.Contents{}, err
	}
	return p.Contents, nil
}
