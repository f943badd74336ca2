package replica

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/disk"
	"leerbalie/store/evidence"
	"leerbalie/store/replica/introduce"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
	"leerbalie/store/witness"
)

// rowIn is how this copy makes itself known, and with that the names that it had; one that cannot be read is none.
func rowIn(b *disk.Tx) []introduce.Word {
	row, err := introduce.Read(b.Bucket(wire.BucketMeta).Get(wire.MetaIntro))
	if err != nil {
		return nil
	}
	return row
}

// namesOf are the name of this copy and those that it had.
func namesOf(t store.Exchanging) map[journal.Replica]bool { return namesIn(t.Disk(), t.Replica()) }

func namesIn(b *disk.Tx, me journal.Replica) map[journal.Replica]bool {
	out := map[journal.Replica]bool{me: true}
	for _, w := range rowIn(b) {
		if w.Why != introduce.Invited {
			out[w.From()] = true
		}
	}
	return out
}

// endsBefore are the ends of what this copy wrote under the names that it had, as far as the keys of those say so and it is here as
// they say.
func endsBefore(b *disk.Tx, parts evidence.Parts) map[journal.Stream]uint64 {
	out := map[journal.Stream]uint64{}
	for _, word := range rowIn(b) {
		w, err := word.Witness()
		if err != nil || w == nil {
			continue
		}
		for _, h := range w.Heads {
			if h.Stream.Replica == w.Replica() && parts.At(h.Stream, h.Seq) == h.Hash {
				out[h.Stream] = max(out[h.Stream], h.Seq)
			}
		}
	}
	return out
}

// notice gives this copy another name when the sender knows more of its own work than is here, or other work at the same numbers: it was
// set back, or is a copy, where no note told. The centre is believed about that; anybody who shows a word that this copy signed;
// and nobody else.
func (r *receiving) notice() (err error) {
	r.report.SetBack, r.report.Tag, err = notice(r.ctx, r.s, &r.parcel.st, append(r.proofs, r.word)...)
	return err
}

func notice(ctx context.Context, s *store.Store, st *trust.State, words ...*word) (less bool, tag string, err error) {
	err = s.Read(ctx, func(r model.Tx) (err error) {
		less, err = setBack(r.Own().(store.Exchanging), st, words...)
		return err
	})
	if err != nil || !less {
		return false, "", err
	}
	was := s.Replica()
	if tag, err = s.GoOnAnew(); err != nil {
		return false, "", err
	}
	return true, tag, s.Write(ctx, func(w model.WriteTx) error { return doubt(w.Own().(store.Exchanging), st, was, words...) })
}

// retag gives this copy another tag when another had the one that it has before: two would give out one number twice.
func (r *receiving) retag() error {
	me := r.t.Replica()
	if !r.st.TagTaken(me, r.t.Tag()) {
		return nil
	}
	err := r.t.Retag(func(tag string) bool { return !r.st.TagTaken(me, tag) })
	r.report.Tag = string(r.b.Bucket(wire.BucketMeta).Get(wire.MetaTag))
	return err
}

// setBack tells whether words show that this copy held more of its own work than it does, or other work.
func setBack(t store.Exchanging, st *trust.State, words ...*word) (bool, error) {
	me := t.Replica()
	for _, w := range words {
		var heads []witness.Head
		for _, h := range w.Heads {
			if h.Stream.Replica == me && (w.Replica() == me || st.CentreIs(w.Replica())) {
				heads = append(heads, h)
			}
		}
		altered, err := evidence.Compare(partsOf(t.Disk()), heads)
		if err != nil || len(altered) > 0 {
			return len(altered) > 0, err
		}
	}
	return false, nil
}

// doubt notes which streams that this copy wrote under its last name are others than somebody saw, or go on there, and up to where
// they are surely the same. What is beyond that is neither sent nor said to be here, until what others hold of it has come.
func doubt(t store.Exchanging, st *trust.State, was journal.Replica, words ...*word) error {
	b := t.Disk()
	parts := partsOf(b)
	heads, err := parts.Heads()
	if err != nil {
		return err
	}
	for _, h := range heads {
		if h.Stream.Replica != was {
			continue
		}
		for _, w := range words {
			for _, said := range w.Heads {
				if said.Stream == h.Stream && (w.Replica() == was || st.CentreIs(w.Replica())) && parts.At(h.Stream, said.Seq) != said.Hash {
					value := append(wire.Number(surely(b, st, parts, h)), wire.Number(said.Seq)...)
					if err := tally.Keep(b, wire.BucketPeer, peerKey(peerDoubt, wire.StreamKey(h.Stream)), value); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

// surely is up to where somebody who was the centre said that a stream is as it is here.
func surely(b *disk.Tx, st *trust.State, parts evidence.Parts, h witness.Head) uint64 {
	last, _ := provenBy(b, st, parts, h)
	return last
}

// doubted is a stream that is in doubt: up to where it is surely right, and how far somebody saw it go.
type doubted struct{ upTo, seen uint64 }

func doubts(b *disk.Tx) (map[journal.Stream]doubted, error) {
	out := map[journal.Stream]doubted{}
	err := eachPeer(b, []byte{peerDoubt}, func(k, v []byte) error {
		if len(k) != 1+wire.StreamLen || len(v) != 16 {
			return fault.New(fault.Damaged, "store-value")
		}
		out[wire.ParseStream(k[1:])] = doubted{wire.ParseNumber(v[:8]), wire.ParseNumber(v[8:])}
		return nil
	})
	return out, err
}

// settled ends the doubt about streams of which all that was seen is here as others hold it.
func settled(b *disk.Tx, words ...*word) error {
	in, err := doubts(b)
	if err != nil {
		return err
	}
	parts := partsOf(b)
	for _, w := range words {
		for _, said := range w.Heads {
			if d, doubtful := in[said.Stream]; doubtful && said.Seq >= d.seen && parts.At(said.Stream, said.Seq) == said.Hash {
				if err := tally.Drop(b, wire.BucketPeer, peerKey(peerDoubt, wire.StreamKey(said.Stream))); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// part finds where what comes of a stream in doubt, as the centre holds it, parts from what is here.
func (v *verifying) part(b *disk.Tx) error {
	log := b.Bucket(wire.BucketLog)
	for id, st := range v.streams {
		if len(st.hashes) == 0 || !st.vouched {
			continue
		}
		at, key := st.here, wire.StreamKey(id)
		for _, hash := range st.hashes {
			raw := log.Get(wire.LogKey(id, at.Seq+1))
			if raw == nil {
				break
			}
			w, err := wire.DecodeChange(raw)
			if err == nil {
				at, err = at.Next(key, &w)
			}
			if err != nil {
				return err
			}
			if at.Hash != hash {
				st.parted = at.Seq
				break
			}
		}
	}
	return nil
}

// reissue writes anew under this name what others hold something else in the place of: it comes with the parcel.
func (r *receiving) reissue() error {
	from := map[journal.Stream]uint64{}
	for id, st := range r.streams {
		if st.parted > 0 {
			from[id] = st.parted
		}
	}
	if len(from) == 0 {
		return nil
	}
	return reissue(r.ctx, r.s, from)
}

// sure are heads as far as they are sure.
func sure(b *disk.Tx, parts evidence.Parts, heads []witness.Head) ([]witness.Head, error) {
	in, err := doubts(b)
	if err != nil || len(in) == 0 {
		return heads, err
	}
	var out []witness.Head
	for _, h := range heads {
		if d, doubtful := in[h.Stream]; doubtful && d.upTo < h.Seq {
			if h.Seq, h.Hash = d.upTo, parts.At(h.Stream, d.upTo); d.upTo == 0 {
				continue
			}
		}
		out = append(out, h)
	}
	return out, nil
}
