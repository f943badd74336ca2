package storetest

import (
	"testing"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/bulk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// toMany: what is done to many is one transaction, sets off what it sets off by itself, and is one thing to take back.
func toMany(_ *testing.T, b *bench) {
	s := newSchool(b)
	var ids []journal.ID
	for _, summary := range []string{"brief", "huur", "taal", "bezoek"} {
		ids = append(ids, b.ask(summary, model.UrgencyRoutine))
	}
	all := func(what bulk.Bulk) bulk.Done {
		b.t.Helper()
		what.Of = ids
		done, err := bulk.DoToAll(b.ctx(), s.noor, what)
		b.must(err)
		return done
	}
	b.do(b.sam, desk.ClaimRequest{ID: ids[3]})
	news, stop := b.sam.Watch()
	defer stop()
	b.same(all(bulk.Bulk{What: bulk.Claim}).Count, 3)
	<-news
	select {
	case <-news:
		b.t.Error("it was more than one commit")
	default:
	}
	b.counts(0, 4, 0, 0)
	before := b.request(ids[0])
	closing := bulk.Bulk{What: bulk.Close, How: desk.CloseRequest{Outcome: "handled-directly", Minutes: 10, Note: "samen gedaan"}}
	done := all(closing)
	b.same([]any{done.Count, len(done.Refused), done.Refused[0].Number, done.Refused[0].Others()}, []any{3, 1, "ZW-0004", true})
	b.counts(0, 1, 0, 3)
	p := s.progress(s.noor)
	b.same([]any{len(p.Evidence), p.Evidence[0].Minutes}, []any{3, 10})
	took, err := s.noor.Undo(b.ctx())
	b.must(err)
	b.same([]any{took.Name, took.Count, len(took.Left)}, []any{"act-close", 3, 0})
	b.counts(0, 4, 0, 0)
	b.same(len(s.progress(s.noor).Evidence), 0)
	now := b.request(ids[0])
	b.same([]any{now.Status, now.Minutes, len(now.Memos)}, []any{before.Status, before.Minutes, len(before.Memos)})
	_, err = s.noor.Redo(b.ctx())
	b.must(err)
	b.counts(0, 1, 0, 3)
	b.same(len(s.progress(s.noor).Evidence), 3)

	// with somebody else's, and only tried
	closing.Over, closing.Dry = true, true
	b.same(all(closing).Count, 1)
	b.counts(0, 1, 0, 3)
	closing.Of = make([]journal.ID, model.MaxEach+1)
	for i := range closing.Of {
		closing.Of[i] = journal.ID{byte(i), byte(i >> 8)}
	}
	_, err = bulk.DoToAll(b.ctx(), s.noor, closing)
	b.fails(fault.Invalid, "too-many-at-once", err)

	// a call that is made again does nothing twice, and answers as it did
	memo := bulk.Bulk{What: bulk.Memo, Of: []journal.ID{ids[0], {9}, ids[1]}, Text: "een keer"}
	for again := range 2 {
		done, err = bulk.DoToAll(model.Once(b.ctx(), "call", again == 1), s.noor, memo)
		b.must(err)
		b.same([]any{done.Count, len(done.Refused), done.Refused[0].ID}, []any{2, 1, journal.ID{9}})
		b.fails(fault.NotFound, "request-unknown", done.Refused[0].Err)
	}
	b.same(len(b.request(ids[0]).Memos), 2)

	// all that a list or a search shows
	rows, err := bulk.ReadAll(b.ctx(), s.noor, desk.ViewClosed, nil)
	b.must(err)
	b.same(len(rows), 3)
	rows, err = bulk.ReadAll(b.ctx(), s.noor, desk.ViewAll, &desk.SearchQuery{Text: "huur"})
	b.must(err)
	b.same(rows[0].ID, ids[1])
}
