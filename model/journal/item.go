package journal

import "slices"

// Item is an immutable entry on an entity: who did what, when.
type Item struct {
	Stamp       Stamp
	Wall        int64 // milliseconds since 1970, for people
	Kind        ItemKind
	Actor       ID
	Responsible ID
	Erased      bool // its words are gone
	Fields      Fields
}

// FieldTarget names, on an item that answers others (a retraction, a release, a recall, a reopening), the changes it answers.
const FieldTarget Field = 1

// FieldPartOf names, on an item that is a part of another one (ItemWords, ItemStays), that item.
const FieldPartOf Field = 62

// Whole is the items with their parts in them, in order: each part says what it says in the item that it is of. Words count where
// who wrote the item wrote them, on the same replica; what stays of an item, where an erasure took that.
func Whole(items []Item) []Item {
	if !slices.ContainsFunc(items, func(it Item) bool { return it.isPart() }) {
		return items
	}
	out := make([]Item, 0, len(items))
	for i := range items {
		if !items[i].isPart() {
			out = append(out, items[i])
		}
	}
	for i := range items {
		part := &items[i]
		if of := part.of(out); of != nil {
			whole := slices.Clip(of.Fields)
			for _, f := range part.Fields {
				if f.Field != FieldPartOf {
					whole = append(whole, f)
				}
			}
			of.Fields = whole
		}
	}
	return out
}

// of is the one of the items that this one is a part of, and counts for; nil where there is none.
func (it *Item) of(items []Item) *Item {
	named := it.Fields.Get(FieldPartOf).Stamps()
	if !it.isPart() || it.Erased || len(named) != 1 {
		return nil
	}
	at, found := slices.BinarySearchFunc(items, named[0], func(have Item, s Stamp) int { return have.Stamp.Compare(s) })
	if !found {
		return nil
	}
	of := &items[at]
	own := of.Stamp.Replica == it.Stamp.Replica && of.Actor == it.Actor && it.Stamp.Compare(of.Stamp) > 0
	if it.Kind == ItemWords && own || it.Kind == ItemStays && of.Erased {
		return of
	}
	return nil
}

// PartOfOwn tells whether a change is the words of an item among these that who wrote it wrote, or nothing since these were erased.
func PartOfOwn(items []Item, c *Change) bool {
	named := c.Fields().Get(FieldPartOf).Stamps()
	return c.Item == ItemWords && (c.Erased || len(named) == 1 && slices.ContainsFunc(items, func(of Item) bool { return of.Stamp == named[0] && of.Actor == c.Actor }))
}

func (it *Item) isPart() bool { return it.Kind == ItemWords || it.Kind == ItemStays }

// Standing is the items that nobody has taken back, in order, each with its parts. Taking back a retraction lets its target stand
// again: a retraction always comes after what it names, so one walk from the end decides all.
func Standing(items []Item) []Item {
	items = Whole(items)
	var gone map[Stamp]bool
	for i := len(items) - 1; i >= 0; i-- {
		if items[i].Kind == ItemRetract && !gone[items[i].Stamp] {
			if gone == nil {
				gone = map[Stamp]bool{}
			}
			for _, t := range items[i].Fields.Get(FieldTarget).Stamps() {
				gone[t] = true
			}
		}
	}
	if gone == nil {
		return items
	}
	out := make([]Item, 0, len(items))
	for _, it := range items {
		if !gone[it.Stamp] && it.Kind != ItemRetract {
			out = append(out, it)
		}
	}
	return out
}
