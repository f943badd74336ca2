package attachment

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
)

// Read gives the bytes of a file that is kept with a piece of evidence. Errors: NotFound for a piece or a file that is not there, and where the bytes
// were not kept, did not come along, or went with an erasure; Refused for who may not read the piece whole.
func Read(ctx context.Context, session *model.Session, student, evidence journal.ID, file journal.Stamp) (a learning.Attached, b []byte, err error) {
	p, err := learning.ReadPiece(ctx, session, student, evidence)
	if err != nil {
		return a, nil, err
	}
	e := &p.Evidence
	i := slices.IndexFunc(e.Attached, func(x learning.Attached) bool { return x.Stamp == file })
	if i < 0 {
		return a, nil, fault.New(fault.NotFound, "attachment-unknown", "name", "")
	}
	a = e.Attached[i]
	if !a.Kept {
		return a, nil, fault.New(fault.NotFound, "attachment-elsewhere", "name", a.Name, "file", a.Path)
	}
	err = session.ReadClass(ctx, journal.People, func(tx model.Tx) (err error) {
		for _, who := range holders(e, a) {
			if b, err = bytesIn(tx, who, e.Group, a.Hash); b != nil || err != nil {
				return err
			}
		}
		return fault.New(fault.NotFound, "attachment-gone", "name", a.Name)
	})
	return a, b, err
}

// holders are those whose copy of the bytes a piece of evidence may mean: of the student, and of whoever did the work too.
func holders(e *learning.Evidence, a learning.Attached) (out []journal.ID) {
	for _, who := range append([]journal.ID{a.Whose, e.Student}, e.With...) {
		if (who == e.Student || slices.Contains(e.With, who)) && !slices.Contains(out, who) {
			out = append(out, who)
		}
	}
	return out
}
