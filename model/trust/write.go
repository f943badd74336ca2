package trust

import (
	"bytes"
	"context"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Read tells whose word counts, as a store has it.
func Read(ctx context.Context, b model.Backend) (s State, err error) {
	err = b.Read(ctx, func(tx model.Tx) error {
		s, err = In(tx)
		return err
	})
	return s, err
}

// In is Read within a transaction.
func In(tx model.Tx) (State, error) {
	entries, err := Entries(tx)
	s, _ := Judge(entries)
	return s, err
}

// KeepRoot keeps the root key, wrapped by a recovery phrase, as a person does it: the first of the organisation, the same one
// under another phrase, or one that begins a new organisation. Then it names the centre, unless that was done before. Errors:
// Conflict when somebody else did so meanwhile; those of the store.
func KeepRoot(ctx context.Context, b model.Backend, by journal.ID, was State, public, wrapped []byte, centre Centre) error {
	return b.Write(ctx, func(tx model.WriteTx) error {
		if err := unchanged(tx, was); err != nil {
			return err
		}
		root := change(tx, by, EntityOf(public), ItemRoot, fieldPublic.Is(bytesOf(public)), fieldWrapped.Is(bytesOf(wrapped)))
		if err := tx.Emit(root); err != nil || centre.Term == 0 {
			return err
		}
		return name(tx, by, centre)
	})
}

// Name names the centre, in the order of terms. by is the person who does it, the zero id where that is nobody yet: the word of
// the root key is enough. Errors: Conflict when another was named meanwhile; those of the store.
func Name(ctx context.Context, b model.Backend, by journal.ID, was State, centre Centre) error {
	return b.Write(ctx, func(tx model.WriteTx) error {
		if err := unchanged(tx, was); err != nil {
			return err
		}
		return name(tx, by, centre)
	})
}

func name(tx model.WriteTx, by journal.ID, c Centre) error {
	return tx.Emit(change(tx, by, EntityOf(c.Public), ItemCentre, fieldPublic.Is(bytesOf(c.Public)), fieldRoot.Is(bytesOf(c.Root)),
		fieldTerm.Is(journal.Int(int64(c.Term))), fieldSignature.Is(bytesOf(c.Signature))))
}

func unchanged(tx model.Tx, was State) error {
	entries, err := Entries(tx)
	now, _ := Judge(entries)
	if err == nil && (!bytes.Equal(now.Root, was.Root) || !bytes.Equal(now.Wrapped, was.Wrapped) || now.Centre.Term != was.Centre.Term) {
		err = fault.New(fault.Conflict, "trust-changed")
	}
	return err
}

func bytesOf(b []byte) journal.Value { return journal.Bytes(string(b)) }

func change(tx model.WriteTx, by, about journal.ID, item journal.ItemKind, fields ...journal.FieldValue) *journal.Change {
	c := &journal.Change{
		Stream: journal.Stream{Scope: journal.Scope{Class: journal.Trust, Part: journal.Organisation()}}, Kind: journal.KindReplica, Entity: about,
		Op: journal.OpAdd, Item: item, Wall: tx.Now().UnixMilli(), Actor: by, Schema: journal.SchemaVersion, MinReader: 1,
	}
	for _, f := range fields {
		c.Writes = append(c.Writes, journal.Write{Field: f.Field, Value: f.Value})
	}
	return c
}

// Accept tells whether what comes from another replica may stay: it is called before that is applied, and what it gives after, with
// the erasures among it. Errors of that, which undo all of it: Refused for another organisation's root key, a second centre, a
// forged word, or an entry of who was not the centre, with the reason.
func Accept(tx model.Tx) (after func(erasures ...*journal.Change) error, err error) {
	before, err := Entries(tx)
	if err != nil {
		return nil, err
	}
	return func(erasures ...*journal.Change) error {
		now, err := Entries(tx)
		if err != nil || len(now) == len(before) && len(erasures) == 0 {
			return err
		}
		for _, c := range erasures {
			now = append(now, Entry{c.Entity, c.Stamp(), c.Item, nil})
		}
		return Compare(before, now)
	}, nil
}

// Compare is what Accept does with what is written about keys before and after, and with erasures. A new entry has to count, and may
// not take away whose word counted: what it shows of entries that were there already is a matter for a check. Of a replica that was
// admitted none counts, whatever moment it bears.
func Compare(before, now []Entry) error {
	had := map[journal.Stamp]bool{}
	for _, e := range before {
		had[e.Stamp] = true
	}
	was, _ := Judge(before)
	is, findings := Judge(now)
	if was.Root != nil && (!bytes.Equal(was.Root, is.Root) || is.Centre.Term < was.Centre.Term) {
		return fault.New(fault.Refused, "trust-other-root")
	}
	for _, f := range findings {
		if !had[f.Stamp] {
			return fault.New(fault.Refused, string(f.Reason), "replica", f.Stamp.Replica.String())
		}
	}
	for _, e := range now {
		r := e.Stamp.Replica
		if _, centre := is.WasCentre(r); !centre && is.replicas[r] != nil && !had[e.Stamp] {
			return fault.New(fault.Refused, string(NotCentre), "replica", r.String())
		}
	}
	if was.Centre.Term > 0 && is.Centre.Term == was.Centre.Term && !bytes.Equal(is.Centre.Public, was.Centre.Public) {
		return fault.New(fault.Refused, string(SecondCentre), "replica", ReplicaOf(is.Centre.Public).String())
	}
	return nil
}
