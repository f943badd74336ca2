package directory

import (
	"maps"
	"slices"
	"strings"

	"leerbalie/model/directory"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/hsds"
)

// merge lays what the file says over what is kept, and finds the entries of which it says something else.
func (in *importing) merge() {
	w := in.whole
	strange := in.strangers()
	for _, kind := range kinds() {
		for _, r := range in.set.Tables[tableOfKind(kind)] {
			k := key{kind, strings.ToLower(r.ID())}
			if strange[k] {
				continue
			}
			in.meet(k, r)
			in.own(k, r)
		}
	}
	for _, table := range []string{hsds.Terms, hsds.Units} {
		for _, r := range in.set.Tables[table] {
			w.called(table, r.Cells)
		}
	}
	in.parts(strange)
}

// meet notes that the file is about an entry.
func (in *importing) meet(k key, r hsds.Row) {
	if _, met := in.row[k]; !met {
		in.row[k] = r
		in.order = append(in.order, k)
	}
}

// strangers refuses rows that have a short number, such as 1, under which something with quite another name came in before: another file may
// well have the same numbers.
func (in *importing) strangers() map[key]bool {
	out := map[key]bool{}
	for _, kind := range kinds() {
		for _, r := range in.set.Tables[tableOfKind(kind)] {
			k := key{kind, strings.ToLower(r.ID())}
			was, here := in.whole.own[k]
			number := in.set.Written(r.ID())
			if !here || number == "" || was["name"] == "" || r.Cells["name"] == "" || alike(was["name"], r.Cells["name"]) {
				continue
			}
			out[k] = true
			in.refuse(r.File, r.Number, fault.New(fault.Conflict, "hsds.other-name", "id", number, "here", was["name"], "there", r.Cells["name"]))
		}
	}
	return out
}

// own lays the row of an entry over the one that is kept: what the file has no column for stays.
func (in *importing) own(k key, r hsds.Row) {
	w := in.whole
	was, here := w.own[k]
	now := cells{}
	has := in.set.Has[tableOfKind(k.kind)]
	for name, text := range was {
		if !has[name] {
			now[name] = text
		}
	}
	maps.Copy(now, r.Cells)
	if here {
		now["id"] = was["id"]
	}
	if !here || !same(was, now) {
		in.touched[k] = true
	}
	w.own[k] = now
	if !here {
		w.order = append(w.order, k)
		w.sources[directory.SourceID(k.kind, k.id)] = k.id
	}
}

// parts lays all other rows over those that are kept.
func (in *importing) parts(strange map[key]bool) {
	w := in.whole
	at := map[string]key{} // what rows of the file belong to
	there := func(k key) bool { _, is := w.own[k]; return is }
	link := func(table, id string) (key, bool) {
		rk := rowKey(table, id)
		if k, is := at[rk]; is {
			return k, true
		}
		k, is := w.holder[rk]
		return k, is
	}
	before := map[key]map[string]cells{} // what an entry held, by row
	held := func(k key) map[string]cells {
		if before[k] == nil {
			before[k] = map[string]cells{}
			for _, l := range w.parts[k] {
				before[k][rowKey(l.Table, l.Raw["id"])] = l.Raw
			}
		}
		return before[k]
	}
	news := map[key][]line{}
	var loose []line
	var looseRows []hsds.Row
	for _, table := range inOrder() {
		if _, is := kindOfTable(table); is {
			continue
		}
		for _, r := range in.set.Tables[table] {
			k, ok := owner(table, r.Cells, there, link)
			if in.isStrange(table, r.Cells, strange) {
				continue
			}
			if !ok {
				loose, looseRows = append(loose, line{Table: table, Raw: r.Cells}), append(looseRows, r)
				continue
			}
			at[rowKey(table, r.ID())] = k
			news[k] = append(news[k], line{Table: table, Raw: r.Cells})
			in.meet(k, r)
		}
	}
	for _, k := range in.order {
		was := held(k)
		full := in.row[k].Cells != nil && strings.EqualFold(in.row[k].ID(), k.id) // the file has the entry itself, not only parts
		told := map[string]bool{}
		ids := map[string]bool{}
		for _, l := range news[k] {
			told[l.Table], ids[rowKey(l.Table, l.Raw["id"])] = true, true
		}
		kept := slices.DeleteFunc(slices.Clone(w.parts[k]), func(l line) bool {
			return full && (in.set.Has[l.Table] != nil || told[l.Table]) && !ids[rowKey(l.Table, l.Raw["id"])] && in.belongs(l, k)
		})
		if len(kept) != len(w.parts[k]) {
			in.touched[k] = true
		}
		for _, l := range news[k] {
			old, is := was[rowKey(l.Table, l.Raw["id"])]
			now := in.over(l, old)
			if !is || !same(old, now.Raw) {
				in.touched[k] = true
			}
			kept = withRow(kept, now)
		}
		w.parts[k] = kept
	}
	in.loose(loose, looseRows, held)
}

// isStrange tells whether a row belongs to an entry that is not taken.
func (in *importing) isStrange(table string, raw cells, strange map[key]bool) bool {
	if len(strange) == 0 {
		return false
	}
	for kind, column := range map[journal.Kind]string{directory.KindService: "service_id", directory.KindLocation: "location_id", directory.KindOrganization: "organization_id"} {
		if id := raw[column]; id != "" && strange[key{kind, strings.ToLower(id)}] {
			return true
		}
	}
	return strange[key{directory.KindService, strings.ToLower(raw["link_id"])}]
}

// belongs tells whether a row is of an entry itself, rather than only kept beside it.
func (in *importing) belongs(l line, k key) bool {
	at, is := owner(l.Table, l.Raw, func(key) bool { return true }, func(table, id string) (key, bool) {
		k, is := in.whole.holder[rowKey(table, id)]
		return k, is
	})
	return is && at == k
}

// over is a row of the file over the one that is kept: what the file has no column for stays.
func (in *importing) over(l line, was cells) line {
	now := cells{}
	has := in.set.Has[l.Table]
	for name, text := range was {
		if !has[name] {
			now[name] = text
		}
	}
	maps.Copy(now, l.Raw)
	if was != nil {
		now["id"] = was["id"]
	}
	return line{Table: l.Table, Raw: now}
}

// mostBeside is how many bytes of what belongs to no entry are kept beside one.
const mostBeside = 40_000

// loose keeps what belongs to no entry, such as the terms of a taxonomy, beside entries of the file: where it stands already, or beside the
// first that has room.
func (in *importing) loose(all []line, at []hsds.Row, held func(key) map[string]cells) {
	w := in.whole
	implied := map[string]bool{} // terms that a need says already
	for _, list := range w.parts {
		for _, l := range list {
			if l.Table == hsds.Attributes {
				_, link := hsds.NeedRows(l.Raw["link_id"], w.terms[strings.ToLower(l.Raw["taxonomy_term_id"])])
				if same(link, l.Raw) {
					implied[strings.ToLower(link["taxonomy_term_id"])] = true
				}
			}
		}
	}
	size := map[key]int{}
	left, carrier := 0, 0
	carriers := slices.Concat(in.order, w.order)
	for i, l := range all {
		id := strings.ToLower(l.Raw["id"])
		term, _ := hsds.NeedRows("", l.Raw["name"])
		if l.Table == hsds.Terms && implied[id] && same(term, l.Raw) {
			continue
		}
		if k, is := w.holder[rowKey(l.Table, l.Raw["id"])]; is {
			old := held(k)[rowKey(l.Table, l.Raw["id"])]
			if now := in.over(l, old); !same(old, now.Raw) {
				in.meet(k, at[i])
				in.touched[k] = true
				w.parts[k] = withRow(w.parts[k], now)
			}
			continue
		}
		for ; carrier < len(carriers); carrier++ {
			if k := carriers[carrier]; !w.local[k] && size[k] < mostBeside {
				break
			}
		}
		if carrier == len(carriers) {
			left++
			continue
		}
		k := carriers[carrier]
		in.meet(k, at[i])
		in.touched[k] = true
		w.parts[k] = append(w.parts[k], l)
		w.holder[rowKey(l.Table, l.Raw["id"])] = k
		for name, text := range l.Raw {
			size[k] += len(name) + len(text) + 8
		}
	}
	if left > 0 {
		in.report.Remarks = append(in.report.Remarks, transfer.Say("hsds.loose", "n", left))
	}
}

// inOrder is every table behind those whose rows its own may belong to.
func inOrder() []string {
	out := []string{hsds.AtLocation, hsds.Contacts, hsds.Phones}
	for _, t := range hsds.Schema() {
		if !slices.Contains(out, t.Name) {
			out = append(out, t.Name)
		}
	}
	return out
}
