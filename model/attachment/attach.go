package attachment

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
)

// File is a file as somebody looked at it.
type File struct {
	Name  string // without its folder
	Path  string // in full
	Size  int64
	Dated time.Time // when it was last altered
	Hash  string    // SHA-256, in hexadecimal
	Bytes []byte    // nil where it is too large to be kept
}

// Attach puts a file with a piece of evidence. The bytes are kept, or the file stays where it is and only that is written down.
type Attach struct {
	Student, Evidence journal.ID
	File              File
	Keep              bool
	Cleaned           bool // whoever attaches it has read it, and nobody can be known from it
}

// Name is the code of the words for this action.
func (Attach) Name() string { return "act-attach" }

// Do writes down what the file was, with its bytes where they are kept. The same file on the same piece changes nothing. Two students of a group
// who did the work together keep one copy of the same bytes. Errors: NotFound; Refused for who may not write in the dossier, and where an erasure took the
// same bytes; Invalid for an empty file, one too large to be kept, and a text in which somebody may be known while Cleaned is not set.
func (a Attach) Do(d *model.Doing) error {
	p, err := learning.PlaceOf(d, a.Student, a.Evidence)
	if err != nil {
		return err
	}
	if !p.Sight.Write {
		return p.Refuse(d)
	}
	f := a.File
	if err := model.Required(&f.Name, "file"); err != nil {
		return err
	}
	switch {
	case f.Size == 0:
		return fault.New(fault.Invalid, "file-empty", "file", f.Name)
	case a.Keep && (f.Size > MaxKept || f.Bytes == nil):
		return fault.New(fault.Invalid, "file-large", "file", f.Name, "bytes", f.Size, "limit", int64(MaxKept))
	case a.Keep && (HashOf(f.Bytes) != f.Hash || int64(len(f.Bytes)) != f.Size):
		return fault.New(fault.Invalid, "file-altered", "file", f.Name)
	}
	for _, have := range p.Evidence.Attached {
		if have.Hash == f.Hash && have.Name == f.Name && (have.Kept || !a.Keep) {
			d.About(p.Student.ID, "")
			return nil
		}
	}
	if err := clean(d, p, a); err != nil {
		return err
	}
	x := learning.Attached{Name: f.Name, Path: f.Path, Hash: f.Hash, Size: f.Size, Dated: f.Dated, Kept: a.Keep}
	if a.Keep {
		if x.Whose, err = keep(d, p, f); err != nil {
			return err
		}
	}
	_, err = learning.AddItem(d, p.Student.ID, p.Group, learning.ItemAttached, x.Fields(a.Evidence))
	return err
}

// clean refuses a name, and a file of text, in which somebody may be known. What other files say is for whoever attaches them to read.
func clean(d *model.Doing, p learning.Place, a Attach) error {
	if err := learning.CleanWords(d, p.Student, a.Cleaned, a.File.Name); err != nil {
		return err
	}
	text := string(a.File.Bytes)
	if !a.Keep || !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		return nil
	}
	for len(text) > 0 {
		part := text[:min(len(text), journal.MaxText)]
		if i := strings.LastIndexByte(part, '\n'); len(part) < len(text) && i > 0 {
			part = part[:i+1]
		}
		for len(part) < len(text) && !utf8.RuneStart(text[len(part)]) {
			part = part[:len(part)-1]
		}
		if err := learning.CleanWords(d, p.Student, a.Cleaned, part); err != nil {
			return err
		}
		text = text[len(part):]
	}
	return nil
}

// keep keeps the bytes, and tells whose copy they are: a fellow's of the same group who did the work and has them already, or the student's own.
func keep(d *model.Doing, p learning.Place, f File) (journal.ID, error) {
	for _, who := range append([]journal.ID{p.Student.ID}, p.Evidence.With...) {
		if b, err := bytesIn(d, who, p.Group, f.Hash); b != nil || err != nil {
			return who, err
		}
	}
	return p.Student.ID, put(d, p.Student.ID, p.Group, f.Bytes)
}

// put writes bytes as a student's own.
func put(d *model.Doing, student, group journal.ID, b []byte) error {
	id := ID(student, group, HashOf(b))
	rec, err := d.Record(KindAttachment, id)
	if err != nil {
		return err
	}
	return d.Granted(model.Grant{Dossiers: group}, func() error {
		if rec == nil { // not a step of the receipt: undoing what comes first must not put it away
			c := d.NewChange(KindAttachment, id, group, journal.OpSet)
			c.Writes = []journal.Write{{Field: AttachmentOf, Value: Of(student, group)}}
			if err := d.Emit(c); err != nil {
				return err
			}
		}
		var pieces []journal.Value
		for part := range slices.Chunk(b, piece) {
			pieces = append(pieces, journal.Bytes(string(part)))
		}
		_, err := d.Add(KindAttachment, id, group, ItemBytes, journal.Fields{bytesPieces.Is(journal.List(pieces...))})
		return err
	})
}

// Detach takes a file off a piece of evidence again, for whoever put it there. What was written down about it stays in the history.
type Detach struct {
	Student, Evidence journal.ID
	Attached          journal.Stamp
}

// Name is the code of the words for this action.
func (Detach) Name() string { return "act-detach" }

// Do takes the file off. Its bytes stay in the journal, as all that was taken back, and nobody is given them. Errors: NotFound; Refused for what somebody else put there.
func (a Detach) Do(d *model.Doing) error {
	p, err := learning.PlaceOf(d, a.Student, a.Evidence)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(p.Evidence.Attached, func(x learning.Attached) bool { return x.Stamp == a.Attached })
	if i < 0 {
		return fault.New(fault.NotFound, "attachment-unknown", "name", "")
	}
	if p.Evidence.Attached[i].By != d.Actor.ID {
		return fault.New(fault.Refused, "attachment-not-own")
	}
	_, err = learning.AddItem(d, p.Student.ID, p.Group, journal.ItemRetract, journal.Fields{journal.FieldTarget.Is(journal.Stamps([]journal.Stamp{a.Attached}))})
	return err
}
