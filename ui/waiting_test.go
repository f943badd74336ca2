package ui_test

import (
	"context"
	"io"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/ui"
	"leerbalie/ui/screen"
	"leerbalie/ui/uitest"
)

// keysOf are the keys of a screen's own.
func keysOf(name screen.Name) (out []string) {
	seen := map[string]bool{}
	for _, route := range ui.Routes() {
		if route.Name != name {
			continue
		}
		for _, k := range route.Keys() {
			if key := k.Keys[0]; !seen[key] {
				seen[key] = true
				out = append(out, key)
			}
		}
	}
	return out
}

// powers are those over files, each of which passes the gate.
func powers(g *uitest.Gate) *screen.LocalFiles {
	ctx := context.Background()
	return &screen.LocalFiles{
		Home: "/home/sam",
		List: func(ctx context.Context, folder string) (string, []screen.FileEntry, error) {
			return folder, []screen.FileEntry{{Name: "vragen.csv", Size: 12}}, g.Pass(ctx, uitest.Reads)
		},
		Backup: func(ctx context.Context, _ *model.Session, _ string, _ func(done, total int64)) error {
			return g.Pass(ctx, uitest.Writes)
		},
		Check: func(ctx context.Context) ([]screen.Finding, error) { return nil, g.Pass(ctx, uitest.Reads) },
		Survey: func(ctx context.Context, _ *model.Session, _ string, o transfer.ImportOptions, _ func(done, total int64)) (transfer.Survey, error) {
			return transfer.Survey{What: o.What, Columns: []transfer.Column{{Name: "Vraag", Field: o.What.Fields()[3], By: transfer.ByHeading}}}, g.Pass(ctx, uitest.Reads)
		},
		Import: func(ctx context.Context, _ *model.Session, _ string, _ transfer.ImportOptions, _ func(done, total int64)) (transfer.Report, error) {
			return transfer.Report{}, g.Pass(ctx, uitest.Writes)
		},
		Export: func(ctx context.Context, _ *model.Session, _ string, _ transfer.ExportOptions, _ func(done, total int64)) (transfer.Exported, error) {
			return transfer.Exported{}, g.Pass(ctx, uitest.Writes)
		},
		ImportFramework: func(ctx context.Context, _ *model.Session, _ string, _ transfer.ImportOptions, _ func(done, total int64)) (transfer.FrameworkReport, error) {
			return transfer.FrameworkReport{}, g.Pass(ctx, uitest.Writes)
		},
		ExportFramework: func(ctx context.Context, _ competence.Framework, _ string, _ transfer.Format) (transfer.Exported, error) {
			return transfer.Exported{}, g.Pass(ctx, uitest.Writes)
		},
		Write:    func(ctx context.Context, _ string, _ func(io.Writer) error) error { return g.Pass(ctx, uitest.Writes) },
		Calendar: func(io.Writer, transfer.Calendar) error { return g.Pass(ctx, uitest.Writes) },
	}
}

// bundlePowers are those over bundles, each of which passes the gate: there is one of everything.
func bundlePowers(g *uitest.Gate) *screen.Bundles {
	b := &uitest.Bundles{Gate: g, To: []transfer.Recipient{{Name: "Mijn docent"}, {Name: "Mijn docent", Label: "laptop", Replica: journal.Replica{2}}},
		Plan: transfer.Plan{Hits: []transfer.Hit{{Text: "Bij mw. Zwart", Found: []string{"mw. Zwart"}}}}, Taken: transfer.Taken{Code: "kasof lifer topik rikal sumas"},
		Came: transfer.Returned{Conflicts: 1}}
	b.Machines = []transfer.Machine{{Party: transfer.Party{Name: "Mijn docent", Label: "laptop"}, Waiting: []transfer.Waiting{{Reason: "clock", Changes: 2}}}}
	b.Standing.Others = 1
	return b.Power()
}

// acting makes a place where there is something to do on every screen, and gives the person of a role who acts in it.
func acting(role model.Role) func(*uitest.Desk, *model.Session) journal.ID {
	return func(d *uitest.Desk, session *model.Session) journal.ID {
		do := func(session *model.Session, actions ...model.Action) journal.ID {
			d.T.Helper()
			r, err := session.DoQuietly(context.Background(), actions...)
			if err != nil {
				d.T.Fatal(err)
			}
			return r.Entity
		}
		group := do(session, model.AddGroup{Group: model.Group{Name: "Klas 2B"}})
		add := func(p model.Person) journal.ID {
			p.Site, p.Groups = session.Site(), []journal.ID{group}
			return do(session, model.AddPerson{Person: p})
		}
		mine := map[model.Role]journal.ID{}
		for _, r := range model.Roles() {
			p := model.Person{Name: "Mijn " + string(r), Roles: []model.Role{r}}
			if r == model.RoleStudent {
				p.Level, p.Supervisor = "hbo", mine[model.RoleSupervisor]
				p.Study = model.Study{Year: 2, DayParts: 1, NormHours: 120, Start: uitest.Start().AddDate(0, -5, 0), End: uitest.Start().AddDate(0, 0, 24)}
			}
			mine[r] = add(p)
		}
		student := mine[model.RoleStudent]
		mate := add(model.Person{Name: "Bo Smit", Roles: []model.Role{model.RoleStudent}, Level: "mbo-4", Study: model.Study{Year: 3, DayParts: 1}})
		id := do(session, desk.AddRequest{Request: desk.Request{Summary: "Brief van Stedin", Theme: "poverty", Channel: "desk"}})
		do(session, desk.ClaimRequest{ID: id, For: []journal.ID{student, mate}}, desk.LogTime{ID: id, Person: student, Minutes: 25},
			desk.CloseRequest{ID: id, Outcome: "handled-directly"})
		me := d.As(student)
		p, err := learning.ReadProgress(context.Background(), me, student, journal.ID{})
		if err != nil {
			d.T.Fatal(err)
		}
		for _, e := range p.Evidence {
			do(me, learning.Reflect{Evidence: e.ID, Nodes: p.Tree.Columns()[:1], Reflection: learning.Reflection{Situation: "Een brief.", Reflection: "Eerst luisteren."}})
		}
		return mine[role]
	}
}

// TestUpdateNeverWaits: while the disk answers nothing, every key on every screen, for every role, comes back: what opens,
// what is typed in it, the draft of it that is due, sending, leaving and ending. Afterwards all that waited ends.
func TestUpdateNeverWaits(t *testing.T) {
	roles := ofTheApp()
	if testing.Short() { // each role goes the same ways: a race shows with one who has few screens and one who has all
		roles = []model.Role{model.RoleStudent, model.RoleCoordinator}
	}
	for _, role := range roles {
		t.Run(string(role), func(t *testing.T) {
			t.Parallel()
			g := &uitest.Gate{}
			t.Cleanup(g.Open)
			d := uitest.Open(t, uitest.Options{Lang: "nl", Size: screen.Size{Width: 80, Height: 24}, Fill: true, Act: acting(role), Gate: g, With: func(e *screen.Env) { e.Files, e.Bundles = powers(g), bundlePowers(g) }})
			for _, route := range ui.Routes() {
				if route.Name == screen.Welcome {
					continue
				}
				for _, key := range keysOf(route.Name) {
					through(d, g, route.Name, key)
				}
				unread(d, g, route.Name)
			}
		})
	}
}

// through opens a screen, presses a key and, once what opens has read what it needs, types in it while nothing can be written.
func through(d *uitest.Desk, g *uitest.Gate, name screen.Name, key string) {
	d.T.Helper()
	d.Again()
	d.Send(screen.Open{Name: name})
	b := d.Beside(g)
	g.Shut(uitest.Writes)
	d.Press("<" + key + ">")
	b.Settle()
	d.Press("ee")
	d.Pass(time.Second)
	b.Settle() // a draft is being written
	d.Press("t", "<tab>", "d")
	d.Pass(time.Second)
	end(d, b, string(name)+" "+key)
}

// unread opens a screen while nothing can be read, and presses all its keys; and the same once it shows something.
func unread(d *uitest.Desk, g *uitest.Gate, name screen.Name) {
	d.T.Helper()
	for _, shown := range []bool{false, true} {
		d.Again()
		b := d.Beside(g)
		if shown {
			d.Send(screen.Open{Name: name})
			b.Settle()
		}
		g.Shut(uitest.Reads)
		d.Send(screen.Open{Name: name})
		for _, key := range keysOf(name) {
			d.Press("<"+key+">", "e", "<esc>")
		}
		b.Settle()
		end(d, b, string(name)+", unread")
	}
}

// end sends, leaves and ends while the gate is shut, and then opens it.
func end(d *uitest.Desk, b *uitest.Beside, where string) {
	d.T.Helper()
	d.Press("<ctrl+s>", "<enter>", "v")
	d.Pass(time.Second)
	d.Send(screen.Pasted{Text: "geplakt"})
	d.Send(screen.Changed{})
	d.Send(tea.WindowSizeMsg{Width: 100, Height: 30})
	d.Press("<esc>", "<esc>", "u", "<f12>", "<ctrl+c>")
	b.Over()
	if !d.Quit {
		d.T.Errorf("%s: the app did not end", where)
	}
}

// TestBeginningNeverWaits: the first start does not wait for the store that it makes.
func TestBeginningNeverWaits(t *testing.T) {
	g := &uitest.Gate{}
	t.Cleanup(g.Open)
	d := uitest.Open(t, uitest.Options{Lang: "nl"})
	session := d.Session
	d.Env.Session = nil
	d.Env.First = &screen.First{
		Create: func(ctx context.Context, _, _, _ string) (*model.Session, phrase.Phrase, error) {
			return session, "", g.Pass(ctx, uitest.Writes)
		},
		Demo: func(ctx context.Context) (*model.Session, error) { return session, g.Pass(ctx, uitest.Writes) },
	}
	for _, key := range []string{"<enter>", "<down>", "<tab>", "d", "<ctrl+s>"} {
		d.Again()
		b := d.Beside(g)
		g.Shut(uitest.Writes)
		d.Press(key, "Zuidwest", "<tab>", "ZW", "<tab>", "Sam", "<enter>", "<ctrl+s>")
		b.Settle()
		d.Press("x", "<enter>", "<esc>", "<ctrl+c>")
		b.Over()
		if !d.Quit {
			t.Errorf("after %s the app did not end", key)
		}
	}
}
