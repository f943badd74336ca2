package evidence

import (
	"bytes"
	"context"

	"leerbalie/store/wire"
)

// Broken is where the chain of a stream does not hold.
type Broken struct {
	Key    []byte // of the change, or of the stream; nil: there are heads of no stream
	Detail string // "gap", "head", "unreadable", "mark", "extra"
}

// Chain walks every stream of the journal and works its hashes out again. It counts the changes. Errors: the context's.
func Chain(ctx context.Context, p Parts) (changes int, broken []Broken, err error) {
	wrong := func(key []byte, detail string) { broken = append(broken, Broken{bytes.Clone(key), detail}) }
	var at wire.Head
	var stream []byte
	end := func() {
		if stream == nil {
			return
		}
		if h, err := wire.ParseHead(p.Head.Get(stream)); err != nil || h != at {
			wrong(stream, "head")
		}
	}
	streams := 0
	cur := p.Log.Cursor()
	for key, v := cur.First(); key != nil; key, v = cur.Next() {
		if changes++; changes%1024 == 0 && ctx.Err() != nil {
			return changes, broken, ctx.Err()
		}
		if len(key) != wire.LogKeyLen {
			wrong(key, "unreadable")
			continue
		}
		if !bytes.Equal(key[:wire.StreamLen], stream) {
			end()
			stream, at = bytes.Clone(key[:wire.StreamLen]), wire.Head{}
			streams++
		}
		w, err := wire.DecodeChange(v)
		if err != nil {
			wrong(key, "unreadable")
			at.Seq++
			continue
		}
		if seq := wire.ParseNumber(key[wire.StreamLen:]); seq != at.Seq+1 {
			wrong(key, "gap")
			at.Seq = seq - 1
		}
		next, err := at.Next(stream, &w)
		if err != nil {
			wrong(key, "unreadable")
			at.Seq++
			continue
		}
		at = next
		if at.Seq%wire.MarkEvery == 0 && !bytes.Equal(p.Mark.Get(key), at.Hash[:]) {
			wrong(key, "mark")
		}
	}
	end()
	if p.Head.Stats().KeyN != streams {
		wrong(nil, "extra")
	}
	return changes, broken, nil
}
