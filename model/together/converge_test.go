package together_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/project"
	"leerbalie/model/question"
	"leerbalie/model/research"
	"leerbalie/model/rooms"
	"leerbalie/model/together"
	"leerbalie/model/training"
	"leerbalie/model/upward"
)

// apart are three copies on which people add to everything of the community and alter it, without knowing of each other.
type apart struct {
	*house
	rt       *rapid.T
	sessions map[[2]int]*model.Session
	of       map[journal.Kind][]journal.ID
}

func (a *apart) pick(kind journal.Kind) (id journal.ID) {
	if all := a.of[kind]; len(all) > 0 {
		id = rapid.SampledFrom(all).Draw(a.rt, "of")
	}
	return id
}

func (a *apart) word() string {
	return rapid.SampledFrom([]string{"bellen", "koken", "lezen", "wandelen"}).Draw(a.rt, "word")
}

// added is something new in one of the rooms.
func (a *apart) added() (journal.Kind, model.Action) {
	w := a.word()
	switch rapid.IntRange(0, 7).Draw(a.rt, "room") {
	case 0:
		return goal.KindGoal, goal.Add{Goal: goal.Goal{Title: w, Owner: a.owner}}
	case 1:
		return question.KindQuestion, question.Add{Question: question.Question{Title: w}}
	case 2:
		return project.KindProject, project.Add{Project: project.Project{Title: w, Programme: w, Leaders: []journal.ID{a.pro}}}
	case 3:
		return upward.KindSignal, upward.Add{Signal: upward.Signal{Text: w, To: a.owner, About: "other"}}
	case 4:
		return research.KindResearch, research.Add{Research: research.Research{Question: w, Supervisor: a.owner}}
	case 5:
		return training.KindTraining, training.Add{Training: training.Training{What: w, Asker: "Bieb"}}
	case 6:
		return partner.KindPartner, partner.Add{Partner: partner.Partner{Name: w, Guides: []journal.ID{a.owner}}}
	}
	return partner.KindNetwork, partner.NetworkAdd{Network: partner.Network{Name: w}}
}

// altered alters one as somebody sees it, or puts it away; nil where there is none.
func (a *apart) altered(s *model.Session, kind journal.Kind) model.Action {
	id, w, away := a.pick(kind), a.word(), rapid.IntRange(0, 5).Draw(a.rt, "away") == 0
	if id.IsZero() {
		return nil
	}
	ctx := a.rt.Context()
	switch kind {
	case goal.KindGoal:
		if g, err := goal.One(ctx, s, id); err == nil && !away {
			g.Why, g.Phase = w, w
			return goal.Edit{Goal: g}
		}
		return goal.Archive{ID: id}
	case question.KindQuestion:
		if q, err := question.One(ctx, s, id); err == nil && !away {
			q.Details = w
			return question.Edit{Question: q}
		}
		return question.Archive{ID: id}
	case project.KindProject:
		if p, err := project.One(ctx, s, id); err == nil && !away {
			p.Programme, p.District = w+" samen", w
			return project.Edit{Project: p}
		}
		return project.Archive{ID: id}
	case upward.KindSignal:
		return upward.Answer{ID: id, State: upward.Done, Text: w}
	case research.KindResearch:
		if r, err := research.One(ctx, s, id); err == nil && !away {
			r.School = w
			return research.Edit{Research: r}
		}
		return research.Archive{ID: id}
	case training.KindTraining:
		if r, err := training.One(ctx, s, id); err == nil && !away {
			r.Came = w
			return training.Edit{Training: r}
		}
		return training.Archive{ID: id}
	case partner.KindPartner:
		if p, err := partner.One(ctx, s, id); err == nil && !away {
			p.Contact, p.Note = w, w
			return partner.Edit{Partner: p}
		}
		return partner.Archive{ID: id, Told: true}
	}
	return partner.NetworkArchive{ID: id}
}

// noted is something that stands on one of a kind; nil where there is none.
func (a *apart) noted(s *model.Session, kind journal.Kind) model.Action {
	id, w, n := a.pick(kind), a.word(), rapid.IntRange(0, 5).Draw(a.rt, "what")
	if id.IsZero() {
		return nil
	}
	switch kind {
	case goal.KindGoal:
		line := goal.Noted{Text: w}
		if g, err := goal.One(a.rt.Context(), s, id); err == nil && len(g.Steps) > 0 && n > 2 {
			step := g.Steps[0]
			if step.Text, step.Gone = w, n == 3; n == 4 {
				return goal.Tick{Goal: id, Step: step.Key, Off: !step.Done.IsZero()}
			}
			return goal.PutStep{Goal: id, Step: step}
		}
		return []model.Action{goal.PutStep{Goal: id, Step: goal.Step{Noted: line}}, goal.PutResult{Goal: id, Result: goal.Result{Noted: line}}, goal.PutNeed{Goal: id, Need: goal.Need{Noted: line}}}[n%3]
	case question.KindQuestion:
		if q, err := question.One(a.rt.Context(), s, id); err == nil && len(q.Answers) > 0 && n > 2 {
			return []model.Action{question.Accept{ID: id, Answer: q.Answers[0].ID}, question.Unsay{ID: id, Answer: q.Answers[0].ID}, question.Keep{ID: id, Text: w}}[n-3]
		}
		return question.Reply{ID: id, Text: w}
	case project.KindProject:
		return []model.Action{project.Agree{ID: id, Party: project.Professional}, project.Agree{ID: id, Party: project.Professional, Off: true},
			project.NoteSession{Project: id, Session: project.Session{Day: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), Came: n, Minutes: 60, What: w}},
			project.NoteResult{Project: id, Result: project.Result{Text: w}}, project.Join{ID: id, Who: []journal.ID{s.Me().ID}}, project.Leave{ID: id, Who: []journal.ID{s.Me().ID}}}[n]
	case partner.KindPartner:
		return partner.Write{ID: id, Note: partner.Note{Kind: partner.NoteKinds()[n%4], Text: w, From: "de boer"}}
	}
	return nil
}

func (a *apart) step() {
	i, w := rapid.IntRange(0, 2).Draw(a.rt, "copy"), rapid.IntRange(0, 4).Draw(a.rt, "who")
	s := a.sessions[[2]int{i, w}]
	if s == nil {
		var err error
		if s, err = model.Enter(a.rt.Context(), a.stores[i], []journal.ID{a.boss, a.pro, a.owner, a.guest, a.ali}[w]); err != nil {
			a.rt.Fatal(err)
		}
		a.sessions[[2]int{i, w}] = s
	}
	var kinds []journal.Kind
	for _, r := range rooms.All() {
		kinds = append(kinds, r.Row().Kind)
	}
	kind := rapid.SampledFrom(kinds).Draw(a.rt, "kind")
	var act model.Action
	var err error
	made := false
	switch rapid.IntRange(0, 7).Draw(a.rt, "step") {
	case 0, 1:
		kind, act = a.added()
		made = true
	case 2, 3:
		act = a.altered(s, kind)
	case 4, 5:
		act = a.noted(s, rapid.SampledFrom([]journal.Kind{goal.KindGoal, question.KindQuestion, project.KindProject, partner.KindPartner}).Draw(a.rt, "on"))
	case 6:
		_, err = s.Undo(a.rt.Context())
	case 7:
		err = a.stores[i].Receive(a.stores[(i+1)%3].Journal())
	}
	if act != nil {
		var r model.Receipt
		if r, err = s.Do(a.rt.Context(), act); err == nil && made {
			a.of[kind] = append(a.of[kind], r.Entity)
		}
	}
	if err != nil && !slices.Contains([]fault.Kind{fault.Conflict, fault.NotFound, fault.Invalid, fault.Refused}, fault.KindOf(err)) {
		a.rt.Fatal(err)
	}
}

// meetAny lets the copies exchange, two at a time in whatever order, until each has been given everything.
func (a *apart) meetAny() {
	var ways [][2]int
	for i := range 3 {
		for j := range 3 {
			if i != j {
				ways = append(ways, [2]int{i, j})
			}
		}
	}
	for range 3 { // what one has is at all the others after two
		for _, w := range rapid.Permutation(ways).Draw(a.rt, "order") {
			if err := a.stores[w[0]].Receive(a.stores[w[1]].Journal()); err != nil {
				a.rt.Fatal(err)
			}
		}
	}
}

// field is a field of one thing.
type field struct {
	kind journal.Kind
	of   journal.ID
	on   journal.Field
}

// kept looks whether a copy has all that was ever written: each item, and of each field every version that no later one saw and replaced.
func (a *apart) kept(all []*journal.Change, i int) error {
	shared := map[journal.Kind]bool{}
	for _, r := range rooms.All() {
		shared[r.Row().Kind] = true
	}
	replaced, live := map[field]map[journal.Stamp]bool{}, map[field][]journal.Stamp{}
	for _, c := range all {
		for _, w := range c.Writes {
			f := field{c.Kind, c.Entity, w.Field}
			if c.Op == journal.OpSet && shared[c.Kind] {
				if live[f] = append(live[f], c.Stamp()); replaced[f] == nil {
					replaced[f] = map[journal.Stamp]bool{}
				}
				for _, b := range w.Base {
					replaced[f][b] = true
				}
			}
		}
	}
	return a.stores[i].Read(a.rt.Context(), func(tx model.Tx) error {
		for f, stamps := range live {
			rec, err := tx.Record(f.kind, f.of)
			if err != nil || rec == nil {
				return fmt.Errorf("%v is gone: %v", f, err)
			}
			want := slices.DeleteFunc(stamps, func(s journal.Stamp) bool { return replaced[f][s] })
			slices.SortFunc(want, func(a, b journal.Stamp) int { return b.Compare(a) })
			if got := rec.Live(f.on); !slices.Equal(got, want) {
				return fmt.Errorf("%v has %v, want %v", f, got, want)
			}
		}
		for _, c := range all {
			if c.Op != journal.OpAdd || !shared[c.Kind] {
				continue
			}
			items, err := tx.Items(c.Kind, c.Entity)
			if err != nil {
				return err
			}
			at := slices.IndexFunc(items, func(it journal.Item) bool { return it.Stamp == c.Stamp() })
			if at < 0 || !reflect.DeepEqual(items[at].Fields, c.Fields()) {
				return fmt.Errorf("an item %d on %d is gone, or says something else", c.Item, c.Kind)
			}
		}
		return nil
	})
}

// TestNothingIsLostApart: whatever people add, alter, put away, note and take back in all rooms on three copies, in the end all three are the same, and
// nothing that was written is gone: each item is there, and of each field all that was written apart.
func TestNothingIsLostApart(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := &apart{house: open(t, 3), rt: rt, sessions: map[[2]int]*model.Session{}, of: map[journal.Kind][]journal.ID{}}
		for range rapid.IntRange(20, 100).Draw(rt, "steps") {
			a.step()
		}
		var all []*journal.Change
		seen := map[string]bool{}
		for _, s := range a.stores {
			for _, c := range s.Journal() {
				if key := fmt.Sprint(c.Stream, c.Seq); !seen[key] {
					seen[key] = true
					all = append(all, c)
				}
			}
		}
		a.meetAny()
		first := a.stores[0].State()
		for i, s := range a.stores {
			if i > 0 && !reflect.DeepEqual(s.State(), first) {
				rt.Fatalf("copy %d is another", i)
			}
			if n := len(s.Journal()); n != len(all) {
				rt.Fatalf("copy %d has %d changes of %d", i, n, len(all))
			}
			if err := a.kept(all, i); err != nil {
				rt.Fatalf("copy %d: %v", i, err)
			}
		}
		want := ""
		for i := range a.stores {
			said, who := "", a.as(t, i, a.boss)
			for _, read := range []func() (any, error){
				func() (any, error) { return titles(goal.All(rt.Context(), who)) }, func() (any, error) { return titles(question.All(rt.Context(), who)) },
				func() (any, error) { return titles(project.All(rt.Context(), who)) }, func() (any, error) { return titles(upward.All(rt.Context(), who)) },
				func() (any, error) { return titles(partner.All(rt.Context(), who)) },
			} {
				is, err := read()
				if err != nil {
					rt.Fatal(err)
				}
				said += fmt.Sprintln(is)
			}
			if i == 0 {
				want = said
			} else if said != want {
				rt.Fatalf("copy %d reads\n%s\nand the first\n%s", i, said, want)
			}
		}
	})
}

// titles says what each reads as, without where it was read from.
func titles[T any](all []T, err error) (any, error) {
	out := make([]string, len(all))
	for i := range all {
		v := reflect.ValueOf(&all[i]).Elem()
		for f := range v.NumField() {
			if v.Type().Field(f).Type != reflect.TypeFor[together.Base]() {
				out[i] += fmt.Sprintf("%v ", v.Field(f))
			}
		}
	}
	return out, err
}
