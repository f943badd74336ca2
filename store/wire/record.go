package wire

import (
	"math"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/store/cbor"
)

// stampList is the stamps that a record names, each once, in the order in which its registers name them first: most fields
// of an entity were written by one change.
type stampList []journal.Stamp

func (l *stampList) add(s journal.Stamp) {
	if l.place(s) < 0 {
		*l = append(*l, s)
	}
}

func (l stampList) place(s journal.Stamp) int { return slices.Index(l, s) }

// read reads the place of a stamp and returns the stamp.
func (l stampList) read(r *cbor.Reader) journal.Stamp {
	i := r.Uint(math.MaxUint32)
	if i >= uint64(len(l)) {
		r.Fail()
		return journal.Stamp{}
	}
	return l[i]
}

func EncodeRecord(r *journal.Record) []byte { return AppendRecord(nil, r) }

// AppendRecord writes a record behind what is in b.
func AppendRecord(b []byte, r *journal.Record) []byte {
	stamps := make(stampList, 0, 4)
	for i := range r.Registers {
		for _, v := range r.Registers[i].Live {
			stamps.add(v.Stamp)
		}
		for _, s := range r.Registers[i].Unseen {
			stamps.add(s)
		}
	}
	b = slices.Grow(b, 64+24*len(stamps)+24*len(r.Registers))
	b = cbor.Array(b, 6)
	b = cbor.Uint(b, uint64(r.Class))
	b = appendID(b, r.Part)
	b = cbor.Uint(b, uint64(r.MinReader))
	b = cbor.Bool(b, r.Erased)
	b = writeStamps(b, stamps)
	b = cbor.Array(b, len(r.Registers))
	for i := range r.Registers {
		reg := &r.Registers[i]
		b = cbor.Array(b, 3)
		b = cbor.Uint(b, uint64(reg.Field))
		b = cbor.Array(b, len(reg.Live))
		for _, v := range reg.Live {
			b = cbor.Array(b, 2)
			b = cbor.Int(b, int64(stamps.place(v.Stamp)))
			b = AppendValue(b, v.Value)
		}
		b = cbor.Array(b, len(reg.Unseen))
		for _, s := range reg.Unseen {
			b = cbor.Int(b, int64(stamps.place(s)))
		}
	}
	return b
}

// ScopeOf reads only where the entity of a record lives.
func ScopeOf(b []byte) (journal.Scope, error) {
	r := cbor.Read(b)
	r.AtLeast(6)
	s := journal.Scope{Class: journal.Class(r.Uint(math.MaxUint8)), Part: readID(&r)}
	if r.Failed() {
		return s, damaged(r.Done())
	}
	return s, nil
}

func DecodeRecord(k journal.Kind, id journal.ID, b []byte) (*journal.Record, error) {
	r := cbor.Read(b)
	more := r.AtLeast(6)
	rec := &journal.Record{Kind: k, ID: id, Class: journal.Class(r.Uint(math.MaxUint8)), Part: readID(&r),
		MinReader: uint16(r.Uint(math.MaxUint16)), Erased: r.Bool()}
	stamps := stampList(readStamps(&r))
	rec.Registers = make([]journal.Register, r.Array())
	for i := range rec.Registers {
		added := r.AtLeast(3)
		reg := journal.Register{Field: readField(&r)}
		reg.Live = make([]journal.Version, r.Array())
		for j := range reg.Live {
			added := r.AtLeast(2)
			reg.Live[j] = journal.Version{Stamp: stamps.read(&r), Value: ReadValue(&r)}
			r.Rest(added)
		}
		for range r.Array() {
			reg.Unseen = append(reg.Unseen, stamps.read(&r))
		}
		rec.Registers[i] = reg
		if r.Rest(added); r.Failed() {
			break
		}
	}
	r.Rest(more)
	if err := damaged(r.Done()); err != nil {
		return nil, err
	}
	return rec, nil
}

func EncodeItem(it *journal.Item) []byte { return AppendItem(nil, it) }

// AppendItem writes an item behind what is in b.
func AppendItem(b []byte, it *journal.Item) []byte {
	b = slices.Grow(b, 128)
	b = cbor.Array(b, 6)
	b = cbor.Int(b, it.Wall)
	b = cbor.Uint(b, uint64(it.Kind))
	b = appendID(b, it.Actor)
	b = appendID(b, it.Responsible)
	b = cbor.Bool(b, it.Erased)
	b = cbor.Array(b, len(it.Fields))
	for _, f := range it.Fields {
		b = cbor.Array(b, 2)
		b = cbor.Uint(b, uint64(f.Field))
		b = AppendValue(b, f.Value)
	}
	return b
}

func DecodeItem(s journal.Stamp, b []byte) (journal.Item, error) {
	r := cbor.Read(b)
	more := r.AtLeast(6)
	it := journal.Item{Stamp: s, Wall: r.Int(), Kind: journal.ItemKind(r.Uint(math.MaxUint16)), Actor: readID(&r), Responsible: readID(&r), Erased: r.Bool()}
	if n := r.Array(); n > 0 {
		it.Fields = make(journal.Fields, 0, min(n, 16))
		for range n {
			added := r.AtLeast(2)
			it.Fields = it.Fields.With(readField(&r), ReadValue(&r))
			if r.Rest(added); r.Failed() {
				break
			}
		}
	}
	r.Rest(more)
	return it, damaged(r.Done())
}

// rowEntries is how many values a row has; those of desk.LaterInRows follow them.
const rowEntries = 24

func EncodeRow(r *desk.RequestRow) []byte {
	b := make([]byte, 0, 160+len(r.Summary))
	b = cbor.Array(b, rowEntries+len(desk.LaterInRows()))
	for _, s := range [...]string{r.Number, r.Summary, string(r.Urgency), string(r.Supervision), string(r.Status), r.Channel, r.Theme, r.LifeDomain, r.Language} {
		b = cbor.Text(b, s)
	}
	b = appendID(b, r.Resident)
	b = cbor.Array(b, len(r.Holder))
	for _, h := range r.Holder {
		b = appendID(b, h)
	}
	b = cbor.Int(b, unixMilli(r.Created))
	b = cbor.Int(b, unixMilli(r.ClosedAt))
	b = cbor.Text(b, r.Outcome)
	b = cbor.Int(b, int64(r.Minutes))
	b = cbor.Text(b, r.Source)
	b = cbor.Bool(b, r.Contested)
	b = cbor.Int(b, int64(r.OpenEnds))
	b = cbor.Bool(b, r.Archived)
	b = appendID(b, r.Linked)
	b = cbor.Int(b, unixMilli(r.Due))
	b = cbor.Int(b, unixMilli(r.ClaimedAt))
	b = cbor.Int(b, int64(r.Parked))
	b = cbor.Int(b, int64(r.ParkedFirst))
	for _, f := range desk.LaterInRows() {
		b = cbor.Text(b, f.Get(r))
	}
	return b
}

func DecodeRow(site, id journal.ID, b []byte) (desk.RequestRow, error) {
	r := cbor.Read(b)
	more := r.AtLeast(rowEntries + len(desk.LaterInRows()))
	row := desk.RequestRow{ID: id, Site: site, Number: r.Text(), Summary: r.Text(), Urgency: model.Urgency(r.Text()),
		Supervision: model.Supervision(r.Text()), Status: desk.Status(r.Text()), Channel: r.Text(), Theme: r.Text(), LifeDomain: r.Text(),
		Language: r.Text(), Resident: readID(&r)}
	for range r.Array() {
		if row.Holder = append(row.Holder, readID(&r)); r.Failed() {
			break
		}
	}
	row.Created, row.ClosedAt, row.Outcome = fromMilli(r.Int()), fromMilli(r.Int()), r.Text()
	row.Minutes, row.Source, row.Contested = int(r.Int()), r.Text(), r.Bool()
	row.OpenEnds, row.Archived, row.Linked, row.Due = int(r.Int()), r.Bool(), readID(&r), fromMilli(r.Int())
	row.ClaimedAt, row.Parked, row.ParkedFirst = fromMilli(r.Int()), int(r.Int()), int(r.Int())
	for _, f := range desk.LaterInRows() {
		f.Put(&row, journal.Text(r.Text()))
	}
	r.Rest(more)
	return row, damaged(r.Done())
}

func EncodeDraft(d model.Draft) []byte {
	b := cbor.Array(make([]byte, 0, 40+len(d.Text)), 3)
	b = appendID(b, d.About)
	b = cbor.Text(b, strings.ToValidUTF8(d.Text, "\ufffd"))
	return cbor.Int(b, unixMilli(d.SavedAt))
}

func DecodeDraft(owner journal.ID, key string, b []byte) (model.Draft, error) {
	r := cbor.Read(b)
	more := r.AtLeast(3)
	d := model.Draft{Owner: owner, Key: key, About: readID(&r), Text: r.Text(), SavedAt: fromMilli(r.Int())}
	r.Rest(more)
	return d, damaged(r.Done())
}

// unixMilli is a moment in milliseconds, 0 for the zero time.
func unixMilli(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func fromMilli(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}
