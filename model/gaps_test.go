package model_test

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/gaps"
	"leerbalie/model/pairs"
)

// TestGapsMerge: two desks that handle, offered or not, the same requests and their own, and hand each other all of it in any order, count the same gaps; and
// what closed each is what the earliest evidence for it says, recounted from the evidence itself.
func TestGapsMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		desks := begin(t, 2)
		a, b := desks[0], desks[1]
		ctx := t.Context()
		group, err := a.Session.Do(ctx, model.AddGroup{Group: model.Group{Name: "2B", Site: a.Session.Site()}})
		check(t, err)
		noor, err := a.Session.Do(ctx, model.AddPerson{Person: model.Person{Name: "Noor", Roles: []model.Role{model.RoleStudent}, Site: a.Session.Site(), Level: "hbo",
			Groups: []journal.ID{group.Entity}}})
		check(t, err)
		themes := []string{"poverty", "neighbours", "digital", "work"}
		var asked []journal.ID
		for i := range 3 {
			r, err := a.Session.Do(ctx, desk.AddRequest{Request: desk.Request{Summary: fmt.Sprint("vraag ", i), Theme: rapid.SampledFrom(themes).Draw(t, "theme")}})
			check(t, err)
			asked = append(asked, r.Entity)
		}
		deliverAll(t, a, b)
		for _, d := range desks {
			mine := asked
			if rapid.Bool().Draw(t, "own") {
				r, err := d.Session.Do(ctx, desk.AddRequest{Request: desk.Request{Summary: "eigen", Theme: rapid.SampledFrom(themes).Draw(t, "theme")}})
				check(t, err)
				mine = append(mine[:len(mine):len(mine)], r.Entity)
			}
			for _, id := range mine {
				if rapid.IntRange(0, 3).Draw(t, "leaves") == 0 {
					continue
				}
				d.clock = d.clock.Add(time.Duration(rapid.IntRange(1, 60).Draw(t, "hours")) * time.Hour)
				_, err := d.Session.Do(ctx, desk.ClaimRequest{ID: id, For: []journal.ID{noor.Entity}, Offered: rapid.SampledFrom(pairs.Offers()).Draw(t, "offered")})
				check(t, err)
				_, err = d.Session.Do(ctx, desk.CloseRequest{ID: id, Outcome: "handled-directly"})
				check(t, err)
			}
		}
		deliver(t, b, a)
		deliverAll(t, a, b)
		deliverAll(t, b, a)
		from := a.clock.AddDate(0, 0, -rapid.IntRange(0, 6).Draw(t, "days"))
		from = time.Date(from.Year(), from.Month(), from.Day(), 0, 0, 0, 0, time.UTC)
		var counts [2][2]gaps.Count
		for i, d := range desks {
			m, err := learning.ReadMatrix(ctx, d.Session, group.Entity, journal.ID{})
			check(t, err)
			counts[i] = [2]gaps.Count{gaps.Of(&m, time.Time{}, time.Time{}), gaps.Of(&m, from, time.Time{})}
			p, err := learning.ReadProgress(ctx, d.Session, noor.Entity, m.Framework.ID)
			check(t, err)
			if want := recount(&p, from); counts[i] != want {
				t.Fatalf("%+v, recounted %+v", counts[i], want)
			}
		}
		if counts[0] != counts[1] {
			t.Fatalf("%+v here, %+v there", counts[0], counts[1])
		}
	})
}

// recount counts the gaps of one student from the evidence: of all days, and from one on.
func recount(p *learning.Progress, from time.Time) (out [2]gaps.Count) {
	out[1].From = from
	for _, column := range p.Tree.Columns() {
		var first *learning.Evidence
		for i := range p.Evidence {
			e := &p.Evidence[i]
			for _, n := range e.Nodes {
				if (n == column || p.Tree.Column(n) == column) && (first == nil || e.Day.Before(first.Day) || e.Day.Equal(first.Day) && e.Stamp.Compare(first.Stamp) < 0) {
					first = e
				}
			}
		}
		for i := range out {
			switch {
			case first == nil:
				out[i].Open++
			case i == 1 && first.Day.Before(from):
			default:
				out[i].Closed[map[pairs.Offered]gaps.By{pairs.OfferNotKnown: gaps.NotKnown, pairs.OfferedFirst: gaps.Offered, pairs.OfferedNot: gaps.Other}[first.Offered]]++
			}
		}
	}
	return out
}
