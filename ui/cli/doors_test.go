package cli_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/block"
	"leerbalie/model/conflict"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/directory"
	"leerbalie/model/free"
	"leerbalie/model/hours"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/ledger"
	"leerbalie/model/mapping"
	"leerbalie/model/meeting"
	"leerbalie/model/pairs"
	"leerbalie/model/paths"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/question"
	"leerbalie/model/transfer"
	"leerbalie/model/upward"
	"leerbalie/model/value"
	"leerbalie/model/visits"
	"leerbalie/ui/cli"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/text"
)

// The words that stand for what the table of clearances keeps from some roles, by class. Teachers teach another group than that of
// Noor, and the student who acts is not Noor.
var canaries = map[string][]string{
	"resident":    {"Kanariebewoner", "0687654321", "Kanariestraat", "kanarievraag", "kanariedetail", "kanariememo", "Kanariepad", "kanariestap"},
	"other site":  {"Eldersbewoner", "eldersvraag"},
	"other's own": {"kanariesituatie", "kanarieoordeel"},
	"private":     {"kanariereden"},
}

// kept says which of them a role never reads.
var kept = map[model.Role][]string{
	model.RoleDesk:        {"other site", "other's own", "private"},
	model.RoleStudent:     {"other site", "other's own", "private"},
	model.RoleTeacher:     {"resident", "other site", "other's own", "private"},
	model.RoleSupervisor:  {"other's own", "private"},
	model.RoleCoordinator: nil,
	model.RoleAdmin:       nil,
	model.RoleBoard:       {"resident", "other site", "other's own", "private"},
}

// The arrangement of the neighbourhood that was made last, and the day of its first visit.
var (
	arranged journal.ID
	written  journal.ID // hours of Noor, by hand
	visited  = visits.Monday(days.Of(clitest.Now(), time.UTC)).AddDate(0, 0, -7)
)

// neighbourhood is a store with somebody of every role, and what they may and may not see.
func neighbourhood(t *testing.T) (b *clitest.Program, evidence string) {
	t.Helper()
	b = clitest.School(t)
	for _, role := range model.Roles() {
		b.Must("person", "add", "Een "+string(role), "--role", string(role), "--level", "mbo-3")
	}
	do := func(session *model.Session, actions ...model.Action) journal.ID {
		t.Helper()
		r, err := session.Do(t.Context(), actions...)
		if err != nil {
			t.Fatal(err)
		}
		return r.Entity
	}
	lead := b.Session("Samira")
	resident := do(lead, desk.AddResident{Resident: desk.Resident{Name: "Kanariebewoner", Phone: "0687654321", Street: "Kanariestraat 1", Keep: desk.KeepRegister}})
	request := do(lead, desk.AddRequest{Request: desk.Request{Summary: "kanarievraag", Details: "kanariedetail", Resident: resident, Channel: "desk"}})
	do(lead, desk.AddMemo{ID: request, Text: "kanariememo"}, desk.AddTask{ID: request, What: "kanariememo bellen"})
	site := do(lead, model.AddSite{Site: model.Site{Name: "Oost", Code: "OO", Zone: "Europe/Amsterdam"}})
	there, err := lead.At(t.Context(), site)
	if err != nil {
		t.Fatal(err)
	}
	elder := do(there, desk.AddResident{Resident: desk.Resident{Name: "Eldersbewoner", Keep: desk.KeepRegister}})
	do(there, desk.AddRequest{Request: desk.Request{Summary: "eldersvraag", Resident: elder, Channel: "desk"}})
	pieces := clitest.JSON[[]struct{ ID string }](b, "evidence", "list", "--as", "Noor")
	evidence = pieces[0].ID
	b.Must("evidence", "reflect", evidence, "--situation", "kanariesituatie", "--node", "C1", "--cleaned", "--as", "Noor")
	b.Must("assess", "give", evidence, "C1.1=onvoldoende", "--reason", "kanarieoordeel", "--as", "Theo", "--lang", "nl")
	b.Must("assess", "decide", "Noor", "--not-met", "--reason", "kanarieoordeel", "--as", "Theo")
	do(lead, desk.AddResident{Resident: desk.Resident{Name: "Tweede", Keep: desk.KeepRegister}})
	do(lead, paths.Add{Path: paths.Path{Title: "Kanariepad", Kind: "digid", Resident: resident}, Steps: []string{"kanariestap"}})
	do(lead, paths.EndPath{ID: do(lead, paths.Add{Path: paths.Path{Title: "Kanarieoud", Kind: "form", Resident: resident}}), Outcome: paths.OutcomeStopped, Day: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)})
	do(lead, value.Add{Price: value.Price{Unit: "hour", Low: 2500, Base: 2500, High: 2600, Source: "bron"}})
	do(lead, mapping.Keep{As: "Lijst", What: mapping.Requests, Headings: []string{"Vraag"}, Fields: map[string]string{"summary": "Vraag"}})
	arranged = do(lead, visits.Plan{Arrangement: visits.Arrangement{Resident: resident, What: "kanariememo", Weekdays: []time.Weekday{time.Monday}, Part: visits.Morning,
		From: visited, Minutes: 30}})
	b.Must("course", "add", "Kring", "--dates", "2026-02-27,2026-03-06", "--test", "toets")
	for _, title := range []string{"Taalcafe", "Gehaald"} {
		b.Must("goal", "add", title, "--owner", "Sam")
	}
	b.Must("goal", "step", "Taalcafe", "flyer maken")
	b.Must("research", "add", "Onderzoek")
	b.Must("training", "add", "Training", "--asker", "Gemeente", "--asked", "2026-02-20", "--givers", "Sam", "--day", "2026-02-25")
	b.Must("network", "add", "Boertjes")
	b.Must("partner", "add", "Schuurtje", "--places", "3", "--supervision-hours", "3", "--from", "2027-01-01", "--to", "2027-12-31")
	b.Must("placement", "add", "Noor", "--partner", "Schuurtje", "--from", "2027-02-01", "--to", "2027-06-01", "--supervisor", "Piet")
	b.Must("goal", "need", "Taalcafe", "lezen")
	b.Must("goal", "end", "Gehaald", "twaalf gasten")
	b.Must("course", "present", "Kring", "--date", "2026-02-27", "Noor")
	do(lead, meeting.Add{Meeting: meeting.Meeting{Title: "Kanarieoverleg", Day: visited, Start: 600, Minutes: 60}})
	noor, err := hours.ReadAll(t.Context(), b.Session("Noor"))
	if err != nil {
		t.Fatal(err)
	}
	do(b.Session("Noor"), ledger.WriteHours{Student: noor[0].Person.ID, Own: ledger.Own{Day: visited, Minutes: 30, What: "kanarieuren"}})
	written = handmade(t, b)
	asked := do(lead, question.Add{Question: question.Question{Title: "Een vraagje"}})
	do(lead, question.Reply{ID: asked, Text: "Een antwoordje"}, question.Keep{ID: asked, Text: "Een weetje"})
	do(lead, upward.Add{Signal: upward.Signal{Text: "Signaaltje", To: lead.Me().ID}})
	b.Must("project", "add", "Wijkproject", "--programme", "koken")
	b.Must("project", "join", "Wijkproject", "Noor", "Ali")
	b.Must("project", "session", "Wijkproject", "--date", "2026-02-27", "--minutes", "60", "--present", "Noor")
	do(lead, free.Add{Days: free.Stretch{Name: "Studiedag", From: visited}})
	do(lead, directory.AddService{Service: directory.Service{Entry: directory.Entry{Name: "Loket"}}})
	do(lead, directory.Retire{ID: do(lead, directory.AddService{Service: directory.Service{Entry: directory.Entry{Name: "Oudloket"}}}), Why: "gestopt"})
	do(lead, block.AddBlock{Title: "Blok", Text: "kanariememo voor {bewoner}"})
	for _, name := range []string{"Ingevoerd", "Vertrokken", "Klaar"} {
		b.Must("student", "add", name, "--level", "hbo")
	}
	b.Must("person", "end", "Vertrokken")
	b.Must("outcome", "add", "Klaar", "job")
	b.Must("student", "end", "Klaar", "--outcome", "left")
	b.Must("student", "add", "Tim", "--level", "hbo")
	b.Must("student", "add", "Weg", "--level", "hbo")
	b.Must("student", "time-out", "Weg", "--reason", "kanariereden")
	b.Must("student", "time-out", "Weg", "--back")
	b.Must("student", "end", "Weg", "--outcome", "left")
	b.Must("outcome", "add", "Weg", "left", "--why", "kanariereden")
	do(lead, pairs.StartTimeOut{Person: b.Session("Tim").Me().ID, Reason: "kanariereden"})
	clashes(t, do, lead, b.Session("Tim").Me().ID, resident, elder, site)
	b.Must("pair", "publish", "--pair", "Noor,Ali")
	b.Must("pair", "fit", "Noor", "--person", "Noor", "--answer", "good", "--note", "kanariereden")
	b.Must("request", "add", "kanarievraag", "--resident", "Kanariebewoner")
	b.Must("request", "claim", "ZW-0003")
	do(lead, desk.RemoveRequest{ID: do(lead, desk.AddRequest{Request: desk.Request{Summary: "kanarievraag", Source: "away"}}), Why: "kanariereden"})
	do(b.Session("Noor"), desk.Inform{ID: request, To: lead.Me().ID, Text: "kanariememo"})
	if err := b.Session("Noor").SaveDraft(t.Context(), model.Draft{Key: "x", Text: "kanariesituatie"}); err != nil {
		t.Fatal(err)
	}
	bringIn(t, lead)
	kort := do(lead, desk.AddResident{Resident: desk.Resident{Name: "Kanariekort"}})
	do(lead, desk.CloseRequest{ID: do(lead, desk.AddRequest{Request: desk.Request{Summary: "kanarievraag", Resident: kort, Channel: "desk"}}), Outcome: "handled-directly"})
	b.Powers.Import = func(ctx context.Context, session *model.Session, _ io.Reader, _ transfer.ImportOptions) (transfer.Report, error) {
		return transfer.Report{}, session.Check(ctx, model.ToBringIn)
	}
	b.Powers.Export = func(ctx context.Context, session *model.Session, _ io.Writer, _ transfer.ExportOptions) (transfer.Exported, error) {
		return transfer.Exported{}, session.Check(ctx, model.ToTakeOut)
	}
	b.Powers.ImportFramework = func(ctx context.Context, session *model.Session, _ io.Reader, _ transfer.ImportOptions) (transfer.FrameworkReport, error) {
		_, err := session.Do(ctx, learning.SaveFramework{Framework: competence.Framework{Title: "Nieuw", Scales: competence.BuiltinFrameworks()[0].Scales, Nodes: competence.BuiltinFrameworks()[0].Nodes[:1]}})
		return transfer.FrameworkReport{}, err
	}
	b.Powers.ImportDirectory = func(ctx context.Context, session *model.Session, _ io.Reader, _ transfer.ImportOptions) (transfer.DirectoryReport, error) {
		return transfer.DirectoryReport{}, session.Check(ctx, model.ToBringIn)
	}
	b.Powers.ImportCalendar = func(ctx context.Context, session *model.Session, _ io.Reader, _ transfer.CalendarOptions) (transfer.CalendarReport, error) {
		return transfer.CalendarReport{}, session.Check(ctx, model.ToBringIn)
	}
	b.Powers.ExportDirectory = func(ctx context.Context, session *model.Session, _ io.Writer, _ func(string, func(io.Writer) error) error) (transfer.DirectoryExported, error) {
		return transfer.DirectoryExported{}, session.ReadScope(ctx, directory.Scope(), func(model.Tx) error { return nil })
	}
	b.Powers.ExportFramework = func(dst io.Writer, f competence.Framework, _ transfer.Format, _ time.Time) (transfer.Exported, error) {
		_, err := fmt.Fprintf(dst, "%+v", f)
		return transfer.Exported{}, err
	}
	admin := func(ctx context.Context, as string, admit command.Admit) error { // what a root key asks is tried where it is kept
		session := b.Session(as)
		return errors.Join(admit(ctx, session), session.Clearance().CheckWrite(journal.Scope{Class: journal.Trust, Part: journal.Organisation()}))
	}
	b.Powers.NewPhrase = func(ctx context.Context, _, as string, admit command.Admit, _ bool) (p phrase.Phrase, err error) {
		return p, admin(ctx, as, admit)
	}
	b.Powers.ChangePhrase = func(ctx context.Context, _, as string, admit command.Admit, _ command.Recall) (p phrase.Phrase, err error) {
		return p, admin(ctx, as, admit)
	}
	b.Powers.UsePhrase = func(ctx context.Context, _, as string, admit command.Admit, _ command.Recall) error {
		return admin(ctx, as, admit)
	}
	b.Powers.ChangePassphrase = func(context.Context, string, string, func() (string, error)) error { return nil }
	laptop := transfer.Party{Replica: clitest.Machine(2), Label: "Laptop 1"}
	b.Powers.Bundles = clitest.Carrier{Have: []transfer.Machine{{Party: laptop, Invitation: journal.ID{1}, Waiting: []transfer.Waiting{{Party: laptop, Changes: 1, Reason: "trust-revoked"}}}}}
	b.Powers.Sync = &clitest.Line{Host: transfer.Host{Fingerprint: "SHA256:x"}, Kept: []transfer.Peer{{Name: "thuis", Address: "ssh://balie.test"}}}
	b.Powers.Check = func(context.Context, string, []string) (command.Verdict, error) {
		return command.Verdict{Digest: "d"}, nil
	}
	b.Powers.Calendar = func(w io.Writer, c transfer.Calendar) error { _, err := fmt.Fprintf(w, "%+v", c); return err }
	return b, evidence
}

// apart writes a field as if what stands there had not been seen, as it comes from another computer.
type apart struct {
	kind     journal.Kind
	id, part journal.ID
	field    journal.FieldValue
}

func (apart) Name() string { return "act-edit-person" }

func (a apart) Do(d *model.Doing) error {
	c := d.NewChange(a.kind, a.id, a.part, journal.OpSet)
	c.Writes = []journal.Write{{Field: a.field.Field, Value: a.field.Value}}
	return d.Emit(c)
}

// handmade are the hours that Noor wrote down.
func handmade(t *testing.T, b *clitest.Program) (id journal.ID) {
	t.Helper()
	all, err := hours.ReadAll(t.Context(), b.Session("Noor"))
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range all[0].Weeks {
		for _, e := range w.From {
			if e.Kind == hours.FromOwn {
				id = e.ID
			}
		}
	}
	return id
}

// TestEveryCommandAsksWhoActs walks every command that there is as each role: what is refused is refused to all whom it is not
// for, and nothing is told, in an answer or in a complaint, that a role may not read.
func TestEveryCommandAsksWhoActs(t *testing.T) {
	if testing.Short() {
		t.Skip("much, one after another: nothing that a race detector sees")
	}
	t.Chdir(t.TempDir())
	for name, end := range map[string]string{"key.pub": "q", "other.pub": "g"} {
		if err := os.WriteFile(name, []byte("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIK0wmN/Cr3JXqmLW7u+g9pTh+wyqDHpSQEIQczXkVx9"+end+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var paths []string
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		if cmd.Runnable() && (len(cmd.Commands()) == 0 || cmd.Parent() == nil) || cmd.CommandPath() == "leerbalie messages" || cmd.CommandPath() == "leerbalie conflicts" {
			paths = append(paths, strings.Join(strings.Fields(cmd.CommandPath())[1:], " "))
		}
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	walk(cli.Root(&command.Run{Words: text.All().For("en"), Caller: command.Caller{Now: clitest.Now}}))
	for _, path := range paths {
		if !slices.ContainsFunc(doors, func(d door) bool { return d.path == path }) {
			t.Errorf("%q has no row in doors: say who may", path)
		}
	}
	stores := map[model.Role]*clitest.Program{} // one is used again as long as nothing is written in it
	evidence := map[model.Role]string{}
	for _, d := range doors {
		got, said := "", ""
		for _, role := range model.Roles() {
			if stores[role] == nil {
				stores[role], evidence[role] = neighbourhood(t)
			}
			b := stores[role]
			before := len(b.Store.Journal())
			args := strings.Fields(d.path + " " + d.args)
			for j, arg := range args {
				args[j] = strings.ReplaceAll(arg, "_", " ")
				switch arg {
				case "NR":
					args[j] = "ZW-0002"
				case "AWAY":
					args[j] = "ZW-0004"
				case "ELDERS":
					args[j] = "OO-0001"
				case "PIECE":
					args[j] = evidence[role]
				case "HOURS":
					args[j] = handmade(t, b).String()
				case "VISIT", "ARRANGED":
					all, err := visits.ReadOf(t.Context(), b.Session("Samira"), journal.ID{})
					if err != nil {
						t.Fatal(err)
					}
					if args[j] = all[0].ID.String(); arg == "VISIT" {
						args[j] += "@" + all[0].From.Format(time.DateOnly)
					}
				case "CLASH":
					all, err := conflict.Read(t.Context(), b.Session("Samira"))
					if err != nil {
						t.Fatal(err)
					}
					for _, c := range all {
						if c.Kind == model.KindPerson {
							args[j] = c.ID
						}
					}
				}
			}
			b.In = "x"
			status, out, complaint := b.Run(append(args, "--lang=en", "--as", "Een "+string(role))...)
			got += map[int]string{command.Done: "+", command.CouldNot: "-"}[status]
			if strings.Contains(complaint, "no file to copy") { // allowed, and there is none in memory
				got = got[:len(got)-1] + "+"
			}
			if status == command.Misused {
				t.Errorf("%q is used wrongly: %s", args, complaint)
				got += "?"
			}
			said += complaint
			if len(b.Store.Journal()) != before {
				stores[role] = nil
			}
			for _, class := range kept[role] {
				for _, canary := range canaries[class] {
					if strings.Contains(out+complaint, canary) {
						t.Errorf("%q tells %s what is of the class %s: %s", args, role, class, canary)
					}
				}
			}
		}
		want := d.may + map[bool]string{true: "+", false: "-"}[slices.Contains(ofScreens, strings.TrimSpace(d.path+" "+d.args))]
		if got != want {
			t.Errorf("%s %s: %s, want %s\n%s", d.path, d.args, got, want, said)
		}
	}
}
