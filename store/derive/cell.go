package derive

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"maps"
	"slices"

	"leerbalie/model/journal"
	"leerbalie/store/disk"
	"leerbalie/store/wire"
)

// A cell is what the requests of a site count for in one stretch of time. It is a list of sections, each for one thing that is counted, by
// the bytes of its name; a section is a list of slots, each with how often and how many minutes. What comes to nothing is not in it, so that
// the same counts are the same bytes. All numbers are varints:
//
//	cell    = section*       section = length name length slot*       slot = (at − at of the one before) n minutes
type slot struct {
	at         uint64
	n, minutes int64
}

// Cells are cells as they are added up. The zero value holds none.
type Cells struct {
	of      map[cellKey]cell
	last    cellKey // most of what follows each other lies in the same cell
	at      cell
	unknown map[journal.ID]bool // residents that requests were counted with before they came
}

type (
	cellKey = [wire.FigureKeyLen]byte
	cell    map[string]*[]slot
)

// add adds to a slot of a section; name is not kept.
func (c *Cells) add(key cellKey, name []byte, at uint64, n, minutes int64) {
	if c.at == nil || c.last != key {
		if c.of == nil {
			c.of = map[cellKey]cell{}
		}
		if c.of[key] == nil {
			c.of[key] = cell{}
		}
		c.last, c.at = key, c.of[key]
	}
	slots := c.at[string(name)]
	if slots == nil {
		slots = &[]slot{}
		c.at[string(name)] = slots
	}
	*slots = added(*slots, slot{at, n, minutes})
}

// added adds to a list in the order of its slots.
func added(slots []slot, s slot) []slot {
	i := len(slots)
	if i > 0 && slots[i-1].at >= s.at {
		i, _ = slices.BinarySearchFunc(slots, s.at, func(x slot, at uint64) int { return cmp.Compare(x.at, at) })
	}
	if i < len(slots) && slots[i].at == s.at {
		slots[i].n += s.n
		slots[i].minutes += s.minutes
		return slots
	}
	return slices.Insert(slots, i, s)
}

// Join adds what others hold.
func (c *Cells) Join(o *Cells) {
	for key, sections := range o.of {
		for name, slots := range sections {
			for _, s := range *slots {
				c.add(key, []byte(name), s.at, s.n, s.minutes)
			}
		}
	}
}

// Flush adds what they hold to what a file holds, and forgets it.
func (c *Cells) Flush(b *disk.Tx) error {
	if len(c.of) == 0 {
		return nil
	}
	bucket := b.Bucket(wire.BucketFigure)
	bucket.Fill(0.9)
	for _, key := range slices.SortedFunc(maps.Keys(c.of), func(a, b cellKey) int { return bytes.Compare(a[:], b[:]) }) {
		changed := c.of[key]
		maps.DeleteFunc(changed, func(_ string, slots *[]slot) bool {
			*slots = slices.DeleteFunc(*slots, func(s slot) bool { return s.n == 0 && s.minutes == 0 })
			return len(*slots) == 0
		})
		if len(changed) == 0 {
			continue
		}
		was := bucket.Get(key[:])
		value, err := changed.over(make([]byte, 0, len(was)+64*len(changed)), was)
		if err == nil && len(value) > 0 {
			err = bucket.Put(bytes.Clone(key[:]), value)
		} else if err == nil {
			err = bucket.Delete(key[:])
		}
		if err != nil {
			return err
		}
	}
	*c = Cells{unknown: c.unknown}
	return nil
}

// over writes behind to what a cell is once something is added to it.
func (c cell) over(to, was []byte) ([]byte, error) {
	names := slices.Sorted(maps.Keys(c))
	err := eachSection(was, func(name, body, whole []byte) error {
		for len(names) > 0 && names[0] < string(name) {
			to, names = appendSection(to, names[0], *c[names[0]]), names[1:]
		}
		if len(names) == 0 || names[0] != string(name) {
			to = append(to, whole...)
			return nil
		}
		slots := *c[names[0]]
		names = names[1:]
		if err := eachSlot(body, func(s slot) { slots = added(slots, s) }); err != nil {
			return err
		}
		to = appendSection(to, string(name), slots)
		return nil
	})
	for _, name := range names {
		to = appendSection(to, name, *c[name])
	}
	return to, err
}

func appendSection(to []byte, name string, slots []slot) []byte {
	var room [256]byte
	body, last := room[:0], uint64(0)
	for _, s := range slots {
		if s.n != 0 || s.minutes != 0 {
			body = binary.AppendUvarint(body, s.at-last)
			body = binary.AppendVarint(body, s.n)
			body = binary.AppendVarint(body, s.minutes)
			last = s.at
		}
	}
	if len(body) == 0 {
		return to
	}
	to = append(binary.AppendUvarint(to, uint64(len(name))), name...)
	return append(binary.AppendUvarint(to, uint64(len(body))), body...)
}

// errCell is what is said of a cell that nothing here wrote.
var errCell = errors.New("figures that cannot be read")

// eachSection visits the sections of a cell as it stands on disk; whole is all of one.
func eachSection(value []byte, visit func(name, body, whole []byte) error) error {
	for len(value) > 0 {
		whole := value
		name, rest, ok := cut(value)
		body, rest, good := cut(rest)
		if !ok || !good || len(name) == 0 {
			return errCell
		}
		if err := visit(name, body, whole[:len(whole)-len(rest)]); err != nil {
			return err
		}
		value = rest
	}
	return nil
}

// cut takes off what stands first, with its length before it.
func cut(b []byte) (first, rest []byte, ok bool) {
	n, used := binary.Uvarint(b)
	if used <= 0 || n > uint64(len(b)-used) {
		return nil, nil, false
	}
	return b[used : used+int(n)], b[used+int(n):], true
}

// eachSlot visits the slots of a section.
func eachSlot(body []byte, visit func(slot)) error {
	for at := uint64(0); len(body) > 0; {
		step, a := binary.Uvarint(body)
		if a <= 0 {
			return errCell
		}
		n, b := binary.Varint(body[a:])
		if b <= 0 {
			return errCell
		}
		minutes, c := binary.Varint(body[a+b:])
		if c <= 0 {
			return errCell
		}
		at += step
		visit(slot{at, n, minutes})
		body = body[a+b+c:]
	}
	return nil
}

// Compare holds what a file holds against what they do, which is all that it should. problem is told where they are not the same, with a
// code: missing, extra, differs.
func (c *Cells) Compare(b *disk.Tx, problem func(where, detail string)) error {
	err := b.Bucket(wire.BucketFigure).ForEach(func(key, value []byte) error {
		var want []byte
		if len(key) == wire.FigureKeyLen {
			want, _ = c.of[cellKey(key)].over(nil, nil)
			delete(c.of, cellKey(key))
		}
		switch {
		case len(want) == 0:
			problem("figures "+hex.EncodeToString(key), "extra")
		case !bytes.Equal(value, want):
			problem("figures "+hex.EncodeToString(key), "differs")
		}
		return nil
	})
	for key, sections := range c.of {
		if want, _ := sections.over(nil, nil); len(want) > 0 {
			problem("figures "+hex.EncodeToString(key[:]), "missing")
		}
	}
	return err
}
