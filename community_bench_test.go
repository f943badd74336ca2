package main_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/goal"
	"leerbalie/model/journal"
	"leerbalie/model/ledger"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/model/project"
	"leerbalie/model/question"
	"leerbalie/model/upward"
	"leerbalie/store"
	"leerbalie/ui"
	"leerbalie/ui/community/goals"
	"leerbalie/ui/community/mine"
	"leerbalie/ui/community/partners"
	"leerbalie/ui/community/projects"
	"leerbalie/ui/community/questions"
	"leerbalie/ui/community/signals"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
)

// crowd is a learning community as large as one gets, in a file: 400 members with 200 goals, 60 projects, 1,000 questions, 200 signals, and a hundred
// places over forty weeks with ninety students on them.
type crowd struct {
	store          *store.Store
	lead           journal.ID
	now            time.Time
	members, goals []journal.ID
}

func newCrowd(b *testing.B) *crowd {
	b.Helper()
	c := &crowd{now: time.Date(2027, 3, 8, 9, 0, 0, 0, time.UTC)}
	clock := func() time.Time { c.now = c.now.Add(time.Millisecond); return c.now }
	path := filepath.Join(b.TempDir(), "crowd.db")
	must := func(err error) {
		b.Helper()
		if err != nil {
			b.Fatal(err)
		}
	}
	must(store.Create(path, c.now))
	s, err := store.Open(path, store.Options{Now: clock, Program: "test"})
	must(err)
	b.Cleanup(func() { _ = s.Close() })
	c.store = s
	c.lead, err = model.Found(b.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(err)
	sam := c.sits(b)
	do := func(actions ...model.Action) model.Receipt {
		b.Helper()
		r, err := sam.DoQuietly(b.Context(), actions...)
		must(err)
		return r
	}
	today := days(c.now)
	var pupils []journal.ID
	for i := range 400 {
		role := model.RoleStudent
		if i%5 == 4 {
			role = model.RoleDesk
		}
		id := do(model.AddPerson{Person: model.Person{Name: fmt.Sprintf("Lid %03d", i), Roles: []model.Role{role}, Site: sam.Site(), Level: "mbo-3"}}).Entity
		if c.members = append(c.members, id); role == model.RoleStudent {
			pupils = append(pupils, id)
		}
	}
	who := func(i int) journal.ID { return c.members[i%400] }
	themes := model.Themes()
	line := func(what string, i, j int) goal.Noted {
		return goal.Noted{Text: fmt.Sprint(what, " ", i, " ", j, " van de werkgroep in de wijk")}
	}
	for i := range 200 {
		owner := who(7 * i)
		if i%20 == 0 {
			owner = c.lead
		}
		id := do(goal.Add{Goal: goal.Goal{Title: fmt.Sprint("Iedereen vindt plek ", i), Why: "Veel vragen om taal en geld", Owner: owner, By: today.AddDate(0, 0, i-60), Phase: "proberen", Theme: themes[i%len(themes)].Code,
			Members: []journal.ID{who(i), who(i + 1), who(i + 2)}}}).Entity
		c.goals = append(c.goals, id)
		var all []model.Action
		for j := range 5 {
			all = append(all, goal.PutStep{Goal: id, Step: goal.Step{Noted: line("stap", i, j), Until: today.AddDate(0, 0, 7*j-7), Person: who(i + j)}})
		}
		for j := range 3 {
			all = append(all, goal.PutResult{Goal: id, Result: goal.Result{Noted: line("gelukt", i, j)}}, goal.PutNeed{Goal: id, Need: goal.Need{Noted: line("leren", i, j)}})
		}
		do(all...)
	}
	for i := range 60 {
		p := project.Project{Title: fmt.Sprint("Samen eten ", i), District: fmt.Sprint("Wijk ", i%8), Theme: themes[i%len(themes)].Code, From: today.AddDate(0, 0, -150), To: today.AddDate(0, 0, 150), HoursAWeek: 16, State: project.Running,
			Leaders: []journal.ID{c.lead, who(i)}, Programme: "elke week koken en praten"}
		for j := range 6 {
			p.Students = append(p.Students, pupils[(6*i+j)%len(pupils)])
		}
		id := do(project.Add{Project: p}).Entity
		for j := range 12 {
			day := today.AddDate(0, 0, -7*j-1)
			a := project.NotePresence{Project: id, Day: day}
			for _, student := range p.Students {
				a.Marks = append(a.Marks, project.Mark{Student: student, State: ledger.Present})
			}
			do(project.NoteSession{Project: id, Session: project.Session{Day: day, Came: 14, Minutes: 150, What: "koken"}})
			do(a)
		}
	}
	for i := range 1000 {
		q := question.Question{Title: fmt.Sprint("Hoe begin je een gesprek over schulden, keer ", i), Details: "Aan de balie, met anderen erbij", Theme: themes[i%len(themes)].Code}
		if i%25 == 0 {
			q.To = []journal.ID{c.lead}
		}
		id := do(question.Add{Question: q}).Entity
		if i%3 != 0 {
			do(question.Reply{ID: id, Text: "Vraag eerst of het hier kan"}, question.Reply{ID: id, Text: "Neem een apart lokaal"})
		}
	}
	for i := range 200 {
		to := c.lead
		if i%4 != 0 {
			to = who(5*i + 4)
		}
		do(upward.Add{Signal: upward.Signal{Text: fmt.Sprint("Geen les over geld ", i), Where: "Zuidwest", To: to, About: "curriculum"}})
	}
	for i := range 10 {
		at := do(partner.Add{Partner: partner.Partner{Name: fmt.Sprint("Partner ", i), State: partner.Running, Places: 10, Supervision: 1200, From: today.AddDate(0, 0, -70), To: today.AddDate(0, 0, 280)}}).Entity
		for j := range 9 {
			do(placement.Add{Placement: placement.Placement{Student: pupils[9*i+j], Partner: at, From: today.AddDate(0, 0, 7*j-35), To: today.AddDate(0, 0, 200-7*j), Minutes: 90, Anyway: "voor de proef"}})
		}
	}
	return c
}

func days(t time.Time) time.Time { return t.UTC().Truncate(24 * time.Hour) }

// sits is the coordinator who has just sat down: nothing was read in that session.
func (c *crowd) sits(b *testing.B) *model.Session {
	b.Helper()
	s, err := model.Enter(context.Background(), c.store, c.lead)
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func (c *crowd) env(b *testing.B) screen.Env {
	b.Helper()
	now := c.now
	env := screen.Env{Ctx: context.Background(), Now: func() time.Time { return now }, Zone: time.UTC, Words: text.All().For("nl"), Keys: ui.AllKeys(), Usual: screen.Preferences{Lang: "nl"}, Here: true,
		Timer: func(time.Duration, tea.Msg) tea.Cmd { return nil }, Await: func(func() tea.Msg) tea.Cmd { return nil }}
	env, err := env.Use(env.Ctx, c.sits(b))
	if err != nil {
		b.Fatal(err)
	}
	return env
}

// run runs a command and hands what it brings to the page, until nothing comes any more.
func run(s screen.Screen, cmd tea.Cmd) screen.Screen {
	if cmd == nil {
		return s
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, one := range msg {
			s = run(s, one)
		}
	default:
		s, cmd = s.Update(msg)
		s = run(s, cmd)
	}
	return s
}

// BenchmarkCommunity is what each page of screen 6 costs: its first read by who just sat down, the read after one change, a frame in two sizes, and a
// letter in its search. Each is to be within a frame of a screen that draws 120 a second: 8.3 ms.
func BenchmarkCommunity(b *testing.B) {
	c := newCrowd(b)
	for _, p := range []struct {
		name string
		make func(screen.Env) screen.Screen
		keys string // pressed before it is searched
	}{{"mine", mine.New, ""}, {"goals", goals.New, ""}, {"questions", questions.New, ""}, {"projects", projects.New, ""}, {"partners", partners.New, "v"}, {"signals", signals.New, ""}} {
		press := func(s screen.Screen, key string) screen.Screen {
			msg := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(key)}
			s, cmd := s.Update(msg)
			return run(s, cmd)
		}
		open := func(env screen.Env) screen.Screen {
			s := p.make(env)
			s, _ = s.Update(screen.Resized{Size: screen.Size{Width: 120, Height: 40}})
			return run(s, s.Init())
		}
		b.Run(p.name+"/first", func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				env := c.env(b)
				b.StartTimer()
				open(env)
			}
		})
		b.Run(p.name+"/again", func(b *testing.B) {
			env := c.env(b)
			s := open(env)
			n := 0
			for b.Loop() {
				b.StopTimer()
				n++
				if _, err := env.Session.DoQuietly(env.Ctx, goal.PutResult{Goal: c.goals[n%len(c.goals)], Result: goal.Result{Noted: goal.Noted{Text: fmt.Sprint("nieuw ", n)}}}); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				var cmd tea.Cmd
				s, cmd = s.Update(screen.Changed{})
				s = run(s, cmd)
			}
		})
		s := open(c.env(b))
		for _, size := range []screen.Size{{Width: 80, Height: 20}, {Width: 120, Height: 36}} {
			draw := func(b *testing.B) {
				s, _ := s.Update(screen.Resized{Size: size})
				for b.Loop() {
					_ = s.View(size)
					_ = s.Head(size)
					_ = s.Keys()
				}
			}
			b.Run(fmt.Sprintf("%s/frame-%dx%d", p.name, size.Width, size.Height+4), draw)
			if p.keys != "" && size.Width == 120 {
				s = press(s, p.keys)
				b.Run(p.name+"/frame-list", draw)
			}
		}
		if s = press(s, "/"); !s.Typing() {
			b.Fatalf("%s is not searched:\n%s", p.name, s.View(screen.Size{Width: 80, Height: 20}))
		}
		b.Run(p.name+"/letter", func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				if i%4 == 3 {
					for range 3 {
						s, _ = s.Update(tea.KeyMsg{Type: tea.KeyBackspace})
					}
				}
				s = press(s, []string{"e", "n", " ", "a"}[i%4])
				_ = s.View(screen.Size{Width: 120, Height: 36})
			}
		})
	}
}
