package main

// The tests that notice, from cheap to dear.
func merging(run string) []string {
	return []string{"./model", "-run", run, "-rapid.checks=400", "-rapid.nofailfile", "-rapid.shrinktime=1s"}
}

func keeping(run string) []string {
	return []string{"./store", "-run", run, "-rapid.checks=40", "-rapid.nofailfile", "-rapid.shrinktime=1s"}
}

const conforms = "TestMemoryConforms"

var mutants = []mutant{
	// merging
	{"the order of arrival decides which value is shown", "model/record.go",
		"j, _ := slices.BinarySearchFunc(reg.Live, s, func(v Version, s Stamp) int { return s.Compare(v.Stamp) })", "j := 0", merging("Converge")},
	{"the clock does not learn from what it meets", "model/clock.go", "return max(last, other)", "return last", merging("Converge")},
	{"the wall clock decides alone", "model/clock.go", "now > last && now <= latest", "now <= latest", merging("Converge|Clock")},
	{"no tie-break by replica", "model/clock.go", "case s.Replica != o.Replica:", "case false:", merging("Stamps")},
	{"a change that is known is applied again", "model/merge.go", "case c.Seq <= head:", "case c.Seq <= head && false:", merging("Converge")},
	{"a gap is passed over", "model/merge.go", "case c.Seq > head+1:", "case c.Seq > head+1 && false:", merging("Converge")},
	{"what waited does not follow", "model/merge.go", "if c, err = s.Pended(c.Stream, c.Seq+1); err != nil {", "if c = nil; err != nil {", merging("Converge")},
	{"a write names only the version that is shown", "model/action.go", "w.Base = rec.Live(f.Field)", "w.Base = rec.Live(f.Field)[:min(1, len(rec.Live(f.Field)))]",
		merging("Clashes")},
	{"a version replaced before it came is not remembered", "model/record.go", "reg.Unseen = slices.Insert(reg.Unseen, j, b)", "_ = j", merging("Converge")},
	{"what a newer version wrote is waited for after it came", "model/merge.go",
		"case c.MinReader > SchemaVersion:\n\t\trec.arrived(it.Stamp)", "case c.MinReader > SchemaVersion:", merging("Newer")},
	{"the last claim holds", "model/request.go", "return r.Claims[0].For", "return r.Claims[len(r.Claims)-1].For", merging("Earliest")},

	// erasing
	{"a late change on an erased entity is kept", "model/merge.go", "case rec.Erased && c.personal(s.Kinds()):", "case rec.Erased && c.personal(s.Kinds()) && false:", keeping("Late")},
	{"the journal keeps the words of what is erased", "model/merge.go", "if err := s.Forget(stream, it.Stamp.Seq); err != nil {", "if err != nil {", merging("Converge")},
	{"what waits keeps its words at an erasure", "model/merge.go", "s.ForgetPending(id)", "error(nil)", keeping("Waits")},
	{"what comes to wait after an erasure keeps its words", "model/merge.go", "return s.ForgetPending(c.Entity)", "return nil", keeping("Late")},
	{"the digest of erased words has no salt", "store/journal.go", "append(append(buf[:0], w.Salt...), w.Payload...)", "append(buf[:0], w.Payload...)", keeping("Salt")},

	// rules
	{"a retraction counts for nothing", "model/item.go", "if items[i].Kind == ItemRetract && !gone", "if false && !gone", keeping(conforms)},
	{"undo does not look at what others did since", "model/undo.go", "if err := d.untouched(st, a.of.steps); err != nil {",
		"if err := d.untouched(st, a.of.steps); err != nil && false {", keeping(conforms)},
	{"undo writes to what a newer version changed", "model/undo.go", "if rec.MinReader > SchemaVersion {", "if false {", merging("Newer")},
	{"everybody may read", "model/clearance.go", "if !c.MayRead(s) {", "if false {", keeping(conforms)},
	{"everybody may write", "model/clearance.go", "if !c.MayWrite(s) {", "if false {", keeping(conforms)},
	{"everybody is at every site", "model/clearance.go", "return only.IsZero() || only == site", "return only.IsZero() || site != ID{}", keeping(conforms)},
	{"citizen service numbers pass", "model/action.go", "len(spans) > 0 {", "len(spans) > 99 {", keeping(conforms)},

	// learning
	{"the second assessor sees the first", "model/view_learn.go", "if e.Mine || e.Looked || !school && !practice {", "if e.Mine || e.Looked || !school && !practice || true {", keeping(conforms)},
	{"a judgement taken back leaves no trace of looking", "model/blind.go", "d.looks = append(d.looks, look{evidence, it.Actor, it.Stamp})", "", keeping(conforms)},
	{"names and numbers pass in a reflection", "model/change_evidence.go", "if found := FindPersonal(text, known); len(found) > 0 {",
		"if found := FindPersonal(text, known); len(found) > 99 {", keeping(conforms)},
	{"a theme that somebody typed goes to the teachers", "model/change_handled.go", "if _, known := themes.Get(e.Theme); !known {",
		"if _, known := themes.Get(e.Theme); !known && false {", keeping(conforms)},
	{"what was frozen is not looked over", "model/dossier.go", "x.Sound = hex.EncodeToString(sum[:]) == x.Hash", "x.Sound = true; _ = sum", merging("Altered")},
	{"an urgent request waits for whom it teaches", "model/offers/offer.go", "if w.Urgent && load[x] != load[y] ||", "if",
		[]string{"./model/offers", "-rapid.nofailfile"}},
	{"one pair is offered everything", "model/offers/offer.go", "if load[i] > least+o.Bound {", "if false {", []string{"./model/offers", "-rapid.nofailfile"}},

	// keeping
	{"the chain leaves the payload out", "store/journal.go", "b = append(b, digest[:]...)", "_ = digest", keeping("Chain|Repair")},
	{"the chain leaves the header out", "store/journal.go", "b = append(b, w.Header...)", "", keeping("Chain")},
	{"lists keep the old place of what has moved", "store/settle.go", "t.w.index[string(o.key)] = nil", "_ = o", keeping("TestStoreConforms")},
	{"counts keep what has left", "store/settle.go", "t.w.counts[string(countKey(was.Site, was.Status))]--", "", keeping("TestStoreConforms")},
	{"what waits stays when its batch is refused", "store/pending.go", "t.w.changes++\n\tif err := b.SetSequence(b.Sequence() + 1)", "if err := b.SetSequence(b.Sequence() + 1)",
		keeping("RefusedBatch")},
	{"numbers of what failed are used up", "store/tx.go", "t.w.counters[site] = n + 1\n\tt.w.changes++", "t.w.counters[site] = n + 1",
		keeping("ManyWrite")},
	{"one who fails fails all who write at once", "store/commit.go", "if err != nil && spoilt != nil && len(batch) > 1 {", "if spoilt != nil && false {", keeping("ManyWrite")},
	{"of two requests with one number one is lost", "store/key.go", "if b = append(b, 0); id.IsZero() {", "if b = append(b, 0); true {", keeping("TestStoreConforms|Converge")},
	{"a full disk reads as a fault of ours", "store/commit.go", "case failed(err, syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG):", "case false:", keeping("FullDisk")},
	{"a migration makes no copy", "store/migrate.go", "if have < latest {", "if false {", keeping("Migration")},
	{"an upgrade derives nothing anew", "store/migrate.go", "< model.SchemaVersion", "< 0", keeping("NewerChangesAreKept")},
	{"a fault of memory ends the program", "store/commit.go", "defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))", "defer debug.SetPanicOnFault(debug.SetPanicOnFault(false))",
		keeping("BrokenPages")},
}
