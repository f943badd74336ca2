package replica

import (
	"context"
	"math"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/model/trust"
	"leerbalie/store"
	"leerbalie/store/cbor"
	"leerbalie/store/disk"
	"leerbalie/store/replica/introduce"
	"leerbalie/store/tally"
	"leerbalie/store/wire"
)

// stranger is a replica that introduced itself and was not admitted by itself: somebody has to say whose it is.
//
//	stranger    [milliseconds since 1970 when it came first, introduction, recipient, tag]
type stranger struct {
	at             time.Time
	row            []introduce.Word
	recipient, tag string
}

func (x *stranger) name() journal.Replica { return x.row[len(x.row)-1].To() }

// invitation is the one that it came with, or that whom it follows came with.
func (x *stranger) invitation(st *trust.State) (trust.Invitation, bool) {
	for _, w := range slices.Backward(x.row) {
		if w.Why == introduce.Invited {
			return st.Invitation(trust.EntityOf(w.By))
		}
		if r, ok := st.Replica(w.From()); ok {
			return st.Invitation(r.Invitation)
		}
	}
	return trust.Invitation{}, false
}

// reason is why it waits.
func (x *stranger) reason(st *trust.State) string {
	last := x.row[len(x.row)-1]
	if last.Why != introduce.Invited {
		for _, w := range slices.Backward(x.row) {
			if r, ok := st.Replica(w.From()); ok {
				return newName(&r)
			}
		}
		if inv, ok := x.invitation(st); ok && inv.Withdrawn {
			return reasonNewNameRevoked
		}
		return reasonNewName
	}
	switch reason := st.Admits(trust.EntityOf(last.By), x.name()); reason {
	case "":
		return reasonLate
	case trust.SecondUse:
		return reasonSecond
	default:
		return string(reason)
	}
}

// reasonNewNameRevoked is that of a copy that goes on under another name, of which the one before was revoked: nobody should take it for
// one that was merely copied.
const reasonNewNameRevoked = "new-name-revoked"

// newName is why a copy waits that goes on under another name than one that is known.
func newName(former *trust.Replica) string {
	if former.Revoked {
		return reasonNewNameRevoked
	}
	return reasonNewName
}

// names are the name under which it comes, and before that those that it had and that nobody admitted: what it wrote under them counts
// with it.
func (x *stranger) names(st *trust.State, invitation journal.ID) (out []trust.Replica) {
	for _, w := range x.row {
		if _, known := st.Replica(w.To()); !known {
			out = append(out, trust.Replica{Name: w.To(), Public: w.Public, Recipient: x.recipient, Tag: w.Tag, Invitation: invitation})
		}
	}
	last := &out[len(out)-1]
	last.Tag = x.tag
	if inv, ok := st.Invitation(invitation); ok && (len(inv.Used) > 0 || len(out) > 1) && len(x.tag) == 2 { // two of one name cannot be told apart
		last.Label = strings.TrimSpace(inv.Label + " " + x.tag)
	}
	return out
}

// remember keeps how a replica introduced itself.
func (r *receiving) remember(p transfer.Party) error {
	key := peerKey(peerIntro, p.Replica[:])
	at := r.now
	if was, err := parseStranger(r.b.Bucket(wire.BucketPeer).Get(key)); err == nil {
		at = was.at
	}
	v := cbor.Uint(cbor.Array(nil, 4), uint64(max(at.UnixMilli(), 0)))
	v = cbor.Bytes(v, r.introduction)
	v = cbor.Text(v, r.recipient)
	return tally.Keep(r.b, wire.BucketPeer, key, cbor.Text(v, r.tag))
}

func parseStranger(v []byte) (x stranger, err error) {
	r := cbor.Read(v)
	more := r.AtLeast(4)
	x.at = time.UnixMilli(int64(r.Uint(math.MaxInt64)))
	row := r.Bytes()
	x.recipient, x.tag = r.Text(), r.Text()
	r.Rest(more)
	if err := r.Done(); err != nil {
		return x, fault.New(fault.Damaged, "store-value").Because(err)
	}
	if x.row, err = introduce.Read(row); err == nil && len(x.row) == 0 {
		err = fault.New(fault.Damaged, "store-value")
	}
	return x, err
}

func strangersIn(b *disk.Tx) (out []stranger, err error) {
	err = eachPeer(b, []byte{peerIntro}, func(_, v []byte) error {
		if x, err := parseStranger(v); err == nil {
			out = append(out, x)
		}
		return nil
	})
	slices.SortFunc(out, func(a, b stranger) int { return a.at.Compare(b.at) })
	return out, err
}

// Accept lets what waits of a replica count: a replica that nobody admitted is admitted, and what came of it so far taken in. What it may
// not do in any case goes on waiting. Errors: Refused for who may not decide this, and where this is not the centre; NotFound where
// nothing waits.
func Accept(ctx context.Context, s *store.Store, session *model.Session, r journal.Replica) (taken int, err error) {
	var admit []trust.Replica
	upTo := map[journal.Scope]uint64{}
	err = s.Read(ctx, func(tx model.Tx) error {
		b := tx.Own().(store.Exchanging).Disk()
		st, err := trust.In(tx)
		if err != nil {
			return err
		}
		waits, err := waiting(b)
		if err != nil {
			return err
		}
		for _, w := range waits {
			if w.Replica == r {
				upTo[w.Scope] = max(upTo[w.Scope], w.Last)
			}
		}
		if _, known := st.Replica(r); known {
			return nil
		}
		strangers, err := strangersIn(b)
		if err != nil {
			return err
		}
		for _, x := range strangers {
			if inv, ok := x.invitation(&st); ok && x.name() == r {
				admit = x.names(&st, inv.ID)
			}
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	if len(admit) == 0 && len(upTo) == 0 {
		return 0, fault.New(fault.NotFound, "nothing-waits")
	}
	for _, name := range admit {
		if err := trust.Admit(ctx, session, name); err != nil {
			return 0, err
		}
	}
	if len(upTo) > 0 {
		if err := trust.TakeIn(ctx, session, r, upTo); err != nil {
			return 0, err
		}
	}
	err = s.Write(ctx, func(w model.WriteTx) error {
		t := w.Own().(store.Exchanging)
		st, err := trust.In(t)
		if err != nil {
			return err
		}
		out, err := reconsider(t, &st)
		taken = len(out)
		if err != nil || len(admit) == 0 {
			return err
		}
		return tally.Drop(t.Disk(), wire.BucketPeer, peerKey(peerIntro, r[:]))
	})
	return taken, err
}

// keptRefusals is how many parcels that were refused are remembered.
const keptRefusals = 32

// refused notes that a parcel was refused, with the reason, and gives the error back.
func refused(ctx context.Context, s *store.Store, why error) error {
	if k := fault.KindOf(why); k != fault.Refused && k != fault.Damaged && k != fault.Newer && k != fault.Invalid {
		return why
	}
	err := s.Write(ctx, func(w model.WriteTx) error {
		b := w.Own().(store.Exchanging).Disk()
		code := "parcel-form"
		if e, ok := why.(*fault.Error); ok {
			code = e.Msg
		}
		n := 0
		var first []byte
		if err := eachPeer(b, []byte{peerRefused}, func(k, _ []byte) error {
			if n++; first == nil {
				first = k
			}
			return nil
		}); err != nil {
			return err
		}
		if n >= keptRefusals {
			if err := tally.Drop(b, wire.BucketPeer, first); err != nil {
				return err
			}
		}
		return keep(w, peerKey(peerRefused, wire.Number(uint64(max(s.Now().UnixMilli(), 0)))), []byte(code))
	})
	_ = err // a note that cannot be kept is no reason to say another one
	return why
}

// Refusals are the parcels that were refused last, the oldest first.
func Refusals(ctx context.Context, s *store.Store) (out []transfer.RefusedBundle, err error) {
	err = s.Read(ctx, func(r model.Tx) error {
		return eachPeer(r.Own().(store.Exchanging).Disk(), []byte{peerRefused}, func(k, v []byte) error {
			out = append(out, transfer.RefusedBundle{At: time.UnixMilli(int64(wire.ParseNumber(k[1:]))), Reason: string(v)})
			return nil
		})
	})
	return out, err
}
