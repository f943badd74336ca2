package journal

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

// Standing is the items that nobody has taken back, in order. Taking back a retraction lets its target stand again:
// a retraction always comes after what it names, so one walk from the end decides all.
func Standing(items []Item) []Item {
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
