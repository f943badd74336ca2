package attachment

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
)

// KindAttachment is the kind of the bytes of a file. Its number is on disk and never reused.
const KindAttachment journal.Kind = 29

// ItemBytes is the kind of item that holds them. Its number is on disk and never reused.
const ItemBytes journal.ItemKind = 92

// The fields of an attachment and of its item. Numbers are on disk and never reused.
const (
	AttachmentOf journal.Field = 1 // the student, and the dossier: whichever is erased takes the bytes
	bytesPieces  journal.Field = 2
)

// MaxKept is how large a file may be whose bytes are kept. piece is how many of them stand in one value.
const (
	MaxKept = 1 << 20
	piece   = journal.MaxText / 2
)

// ID is the id of a student's copy of some bytes in a group, by their hash; it is the same on every replica.
func ID(student, group journal.ID, hash string) journal.ID {
	return journal.KeyedID("attachment", string(student[:]), string(group[:]), hash)
}

// HashOf is the SHA-256 of some bytes, in hexadecimal.
func HashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Kinds are the rows of this kind. The bytes are the student's and of the dossier: an erasure of either takes them, also where they arrive later.
func Kinds() []journal.KindRow {
	return []journal.KindRow{{Kind: KindAttachment, Name: "attachment", Class: journal.Learning, Items: []journal.ItemKind{ItemBytes}, Words: []journal.ItemKind{ItemBytes},
		Whose: AttachmentOf, Said: map[journal.ItemKind]string{ItemBytes: "bytes"}, Reach: reaches}}
}

// reaches tells of bytes that were written elsewhere whether whoever wrote them works with the dossier, and whether they are what their name
// says, and no more than may be kept.
func reaches(r journal.Reader, w journal.Writer, c *journal.Change) (bool, error) {
	rec, err := r.Record(KindAttachment, c.Entity)
	if err != nil {
		return false, err
	}
	var id journal.ID
	if rec != nil {
		id = studentIn(rec.Get(AttachmentOf))
	}
	for _, x := range c.Writes {
		if c.Op == journal.OpSet && x.Field == AttachmentOf {
			if id = studentIn(x.Value); !x.Value.Equal(Of(id, c.Stream.Scope.Part)) {
				return false, nil
			}
		} else if c.Op == journal.OpSet {
			return false, nil
		}
	}
	found, err := r.Record(model.KindPerson, id)
	if err != nil || found == nil {
		return false, err
	}
	writer, err := r.Record(model.KindPerson, w.Person)
	if err != nil || writer == nil {
		return false, err
	}
	by, group := model.PersonOf(writer), c.Stream.Scope.Part
	by.Archived = false
	if w.Held { // whose dossiers these were when it was written
		by.Groups = append(slices.Clone(by.Groups), group)
	}
	if !learning.SightOf(model.ClearanceOf(by), model.PersonOf(found), group).Write {
		return false, nil
	}
	if c.Op == journal.OpAdd && c.Item == ItemBytes && !c.Erased {
		b := joined(c.Fields())
		return len(b) <= MaxKept && ID(id, group, HashOf(b)) == c.Entity, nil
	}
	return true, nil // how it begins, or a retraction of the own, which is looked at for every kind
}

// Of is the value that names whose some bytes are.
func Of(student, group journal.ID) journal.Value {
	return journal.Refs([]journal.ID{student, learning.DossierID(student, group)})
}

// studentIn is the student whom that names.
func studentIn(v journal.Value) journal.ID {
	if ids := v.IDs(); len(ids) > 0 {
		return ids[0]
	}
	return journal.ID{}
}

// joined are the bytes of an item.
func joined(f journal.Fields) (out []byte) {
	for _, v := range f.Get(bytesPieces).List() {
		out = append(out, v.Raw()...)
	}
	return out
}

// bytesIn are the bytes of an attachment that stand; nil where there are none, or they are not whole.
func bytesIn(tx model.Tx, student, group journal.ID, hash string) ([]byte, error) {
	items, err := tx.Items(KindAttachment, ID(student, group, hash))
	if err != nil {
		return nil, err
	}
	for _, it := range journal.Standing(items) {
		if it.Kind == ItemBytes && !it.Erased {
			if b := joined(it.Fields); HashOf(b) == hash {
				return b, nil
			}
		}
	}
	return nil, nil
}
