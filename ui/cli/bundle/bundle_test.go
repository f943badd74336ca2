package bundle_test

import (
	"context"
	"crypto/rand"
	"errors"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

func machine(n byte, name, label string) transfer.Recipient {
	return transfer.Recipient{Person: journal.ID{n}, Name: name, Label: label, Replica: clitest.Machine(n)}
}

// TestForWhom: a machine, somebody's only machine, a first one for who has none, another with --new; and what cannot be meant is said.
func TestForWhom(t *testing.T) {
	tine, noor, other := machine(1, "Tine de Boer", "laptop 1"), machine(2, "Noor Bos", "laptop 2"), machine(3, "Noor Bos", "laptop 3")
	anew := func(t transfer.Recipient) transfer.Recipient {
		t.Replica, t.Label = journal.Replica{}, ""
		return t
	}
	kees := anew(machine(4, "Kees Tine", ""))
	all := []transfer.Recipient{tine, noor, other, anew(tine), anew(noor), kees}
	home := []transfer.Recipient{{Name: "Zuidwest", Centre: true, Replica: clitest.Machine(9)}}
	for _, c := range []struct {
		of     []transfer.Recipient
		args   string
		want   transfer.Recipient
		status int
		says   string
	}{
		{all, "--for|Tine de Boer", tine, command.Done, ""},
		{all, "--for|laptop 3", other, command.Done, ""},
		{all, "--for|" + clitest.Machine(2).String(), noor, command.Done, ""},
		{all, "--for|kees", kees, command.Done, ""},
		{all, "--for|Tine de Boer|--new", anew(tine), command.Done, ""},
		{all, "--for|tine", transfer.Recipient{}, command.CouldNot, "Kees Tine"},
		{all, "--for|Noor", transfer.Recipient{}, command.CouldNot, "laptop 2, laptop 3"},
		{all, "--for|../Tine", transfer.Recipient{}, command.CouldNot, "../Tine"},
		{all, "", transfer.Recipient{}, command.CouldNot, "--for NAME"},
		{all, "--for|  ", transfer.Recipient{}, command.CouldNot, "--for NAME"},
		{home, "", home[0], command.Done, ""},
		{home, "--for|zuidwest", home[0], command.Done, ""},
		{home, "--for|Tine", transfer.Recipient{}, command.CouldNot, "centre"},
		{home, "--new", transfer.Recipient{}, command.CouldNot, "invited"},
		{all, "--for|kees|--hits|perhaps", transfer.Recipient{}, command.Misused, "stay, travel"},
		{all, "--for|kees|--until|soon", transfer.Recipient{}, command.Misused, "soon"},
		{all, "--for|kees|-o|-", transfer.Recipient{}, command.Misused, "--output"},
	} {
		b := clitest.New(t)
		var asked []transfer.Recipient
		b.Powers.Bundles = clitest.Carrier{To: c.of, Asked: &asked}
		args := []string{"bundle", "take", "-o", "stick"}
		if c.args != "" {
			args = append(args, strings.Split(c.args, "|")...)
		}
		_, said := b.Do(c.status, args...)
		if c.status == command.Done && (len(asked) != 1 || asked[0] != c.want) {
			t.Errorf("%q is for %+v", c.args, asked)
		}
		if c.status != command.Done && (len(asked) > 0 || !strings.Contains(said, c.says)) {
			t.Errorf("%q: %+v %s", c.args, asked, said)
		}
	}
	b := clitest.New(t)
	if _, said := b.Do(command.Misused, "bundle", "take"); !strings.Contains(said, "--output") {
		t.Error(said)
	}
}

// TestWhomNoBundleIsFor: who is here and may not have one is told why, and not that nobody is called so.
func TestWhomNoBundleIsFor(t *testing.T) {
	b := clitest.New(t)
	b.Must("person", "add", "Tine de Boer", "--role", "teacher")
	b.Must("person", "add", "Wilma Stam", "--role", "teacher")
	b.Must("student", "add", "Noor Visser", "--level", "mbo-3")
	tine := []transfer.Recipient{machine(1, "Tine de Boer", "laptop 1")}
	me, err := model.EnterAs(t.Context(), b.Store, "Samira")
	if err != nil {
		t.Fatal(err)
	}
	sites, err := me.Sites(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ who, name, says string }{
		{"Tine", "Wilma", "Only a coordinator"},
		{"Tine", "noor visser", "students hold no copy"},
		{"Samira", "Noor", "students hold no copy"},
		{"Samira", "Wilma Stam", "needs a group"},
		{"Samira", "Wilma Stom", "Nobody who may hold"},
		{"Samira", sites[0].Name, "the centre itself"},
		{"Tine", sites[0].Name, "the centre itself"},
		{"Samira", "..", "Nobody who may hold"},
	} {
		b.Powers.Bundles = clitest.Carrier{To: tine}
		if _, said := b.Do(command.CouldNot, "bundle", "take", "--for", c.name, "-o", "stick", "--as", c.who); !strings.Contains(said, c.says) {
			t.Errorf("%s for %s: %s", c.who, c.name, said)
		}
	}
	var asked []transfer.Recipient
	b.Powers.Bundles = clitest.Carrier{Asked: &asked}
	b.Must("bundle", "take", "--for", "Wilma", "--until", "31-12-2026", "-o", "stick")
	if len(asked) != 1 || asked[0].Until.Format("02-01-2006 15:04:05") != "31-12-2026 23:59:59" {
		t.Errorf("%+v", asked)
	}
}

var hits = []transfer.Hit{
	{Text: "Gesprek met mevrouw Kanarie", Found: []string{"Kanarie"}, By: journal.ID{1}},
	{Text: "gebeld met 0687654321", Found: []string{"0687654321"}, Choice: transfer.StaysHome},
	{Text: "Piet was er weer", Found: []string{"Piet"}},
	{Text: "nog een keer Piet", Found: []string{"Piet"}},
}

// TestTextsThatNameAResident are shown before anything is written, and stay home unless somebody says otherwise.
func TestTextsThatNameAResident(t *testing.T) {
	run := func(answers []string, args ...string) (asked int, decided []transfer.Choice, said, out string) {
		b := clitest.New(t)
		b.Powers.Bundles = clitest.Carrier{Of: transfer.Plan{Hits: append([]transfer.Hit{}, hits...)}, Decided: &decided}
		if answers != nil {
			b.Answer = func(_ context.Context, question string) (string, error) {
				asked++
				if len(answers) == 0 {
					return "", fault.New(fault.Refused, "secret-none")
				}
				a := answers[0]
				answers = answers[1:]
				return a, nil
			}
		}
		out, said = b.Do(command.Done, append([]string{"bundle", "take", "--for", "Samira", "-o", "stick"}, args...)...)
		return asked, decided, said, out
	}
	asked, decided, said, _ := run([]string{"y", "", "n"})
	if asked != 3 || len(decided) != 2 || decided[0] != transfer.Travels || decided[1] != transfer.StaysHome {
		t.Errorf("%d asked, %q", asked, decided)
	}
	if !strings.Contains(said, "Gesprek met mevrouw Kanarie") || strings.Contains(said, "0687654321") || !strings.Contains(said, "3 texts") {
		t.Error(said)
	}
	if asked, decided, said, _ = run(nil); asked != 0 || len(decided) != 0 || !strings.Contains(said, "Piet was er weer") {
		t.Errorf("without a terminal: %q %s", decided, said)
	}
	if asked, decided, _, _ = run([]string{"y", "y", "y"}, "--hits", "stay"); asked != 0 || len(decided) != 0 {
		t.Errorf("stay: %q", decided)
	}
	if asked, decided, _, _ = run([]string{"n"}, "--hits", "travel"); asked != 0 || len(decided) != 3 || decided[2] != transfer.Travels {
		t.Errorf("travel: %q", decided)
	}
	if asked, decided, _, out := run([]string{"y", "y", "y"}, "--json"); asked != 0 || len(decided) != 0 || !strings.Contains(out, "Piet was er weer") || !strings.Contains(out, `"choice": "stays"`) {
		t.Errorf("json: %q %s", decided, out)
	}
}

// TestATeacherLeavesTextsHome: she is shown them and not asked; that they travel is for a coordinator to say.
func TestATeacherLeavesTextsHome(t *testing.T) {
	var decided []transfer.Choice
	b := clitest.New(t)
	b.Must("person", "add", "Tine de Boer", "--role", "teacher")
	b.Powers.Bundles = clitest.Carrier{Of: transfer.Plan{Hits: append([]transfer.Hit{}, hits...)}, Decided: &decided}
	b.Answer = func(context.Context, string) (string, error) { t.Error("she is asked"); return "y", nil }
	_, said := b.Do(command.Done, "bundle", "take", "-o", "stick", "--as", "Tine")
	if len(decided) != 0 || !strings.Contains(said, "until a coordinator decides") || !strings.Contains(said, "Piet was er weer") {
		t.Errorf("%q %s", decided, said)
	}
	if _, said = b.Do(command.CouldNot, "bundle", "take", "-o", "stick", "--as", "Tine", "--hits", "travel"); len(decided) != 0 || !strings.Contains(said, "is for a coordinator to decide") {
		t.Errorf("%q %s", decided, said)
	}
}

// TestWhatATakeTells: what is inside, for whom, until when, and the code, once.
func TestWhatATakeTells(t *testing.T) {
	b := clitest.New(t)
	until := time.Date(2026, 4, 8, 10, 0, 0, 0, time.UTC)
	c := clitest.Carrier{Wrote: transfer.Taken{Path: "/media/stick/leerbalie-2026-03-09-1.bundle", Code: "kamos lifer topik resel sofam", Acknowledged: 2,
		Contents: transfer.Contents{To: transfer.Party{Name: "Tine de Boer", Label: "laptop 1"}, Until: until, Withheld: 1, Scopes: []journal.Scope{{Class: journal.People}, {Class: journal.Learning}, {Class: journal.Learning, Part: journal.ID{2}}},
			Counts: transfer.Counts{Changes: 90, Students: 12, Evidence: 41, Judgements: 1}}}}
	b.Powers.Bundles = c
	out, _ := b.Do(command.Done, "bundle", "take", "--for", "Samira", "-o", "stick")
	for _, part := range []string{"Tine de Boer (laptop 1)", "12 students, 41 pieces of evidence, 1 judgement, 0 residents", "08-04-2026", "kamos lifer topik resel\n    sofam", "1 text ", "2 things", "bundle open leerbalie-2026-03-09-1.bundle"} {
		if !strings.Contains(out, part) {
			t.Errorf("nothing of %q in %s", part, out)
		}
	}
	v := clitest.JSON[struct {
		File, For, Until, Code string
		Classes                []string
		Changes, Residents     int
	}](b, "bundle", "take", "--for", "Samira", "-o", "stick")
	if v.File != c.Wrote.Path || v.For != "Tine de Boer" || v.Code != string(c.Wrote.Code) || v.Changes != 90 || v.Residents != 0 || !strings.HasPrefix(v.Until, "2026-04-08T") || len(v.Classes) != 2 {
		t.Errorf("%+v", v)
	}
	c.Wrote = transfer.Taken{Recovery: clitest.Phrase}
	c.Fails = fault.New(fault.Full, "stick-full", "path", "x")
	b.Powers.Bundles = c
	if _, said := b.Do(command.CouldNot, "bundle", "take", "--for", "Samira", "-o", "stick"); !strings.Contains(said, "kasop kasor") || !strings.Contains(said, "no room for x") {
		t.Errorf("the phrase of a key that was made is told to nobody: %s", said)
	}
}

// TestWhatAReturnTells: what came, what clashes, what waits and why, what was acknowledged and what was put away.
func TestWhatAReturnTells(t *testing.T) {
	b := clitest.New(t)
	tine := transfer.Party{Name: "Tine de Boer", Label: "laptop 1", Replica: clitest.Machine(1)}
	back := transfer.Returned{From: transfer.Contents{ID: journal.ID{1}, From: tine, Made: time.Date(2026, 3, 6, 16, 0, 0, 0, time.UTC)},
		Came: transfer.Counts{Changes: 14, Judgements: 12}, Conflicts: 2, Acknowledged: 7, Missing: 3, WaitingThere: 5, Admitted: tine, Second: []transfer.Party{{Label: "laptop 9"}},
		PutAway: []journal.Scope{{Class: journal.Learning}}, Answer: "x.bundle.ack",
		Waiting: []transfer.Waiting{{Party: tine, Scope: journal.Scope{Class: journal.Learning}, First: 4, Last: 5, Changes: 2, Reason: "trust-revoked"}}}
	b.Powers.Bundles = clitest.Carrier{Brought: back}
	out, _ := b.Do(command.Done, "bundle", "return", "x.bundle")
	for _, part := range []string{"Tine de Boer (laptop 1), made on 06-03-2026", "14 changes came in: 0 students, 0 pieces of evidence, 12 judgements", "2 things clash", "2 changes of Tine de Boer (laptop 1) wait: ",
		"7 things", "3 things", "5 things from here wait at the centre", "first time", "laptop 9", "Put away: learning", "x.bundle.ack"} {
		if !strings.Contains(out, part) {
			t.Errorf("nothing of %q in %s", part, out)
		}
	}
	v := clitest.JSON[struct {
		Changes, Conflicts, Acknowledged int
		Waits                            int `json:"waiting_there"`
		Refused                          []struct{ Reason, Text string }
	}](b, "bundle", "return", "x.bundle")
	if v.Changes != 14 || v.Conflicts != 2 || v.Acknowledged != 7 || v.Waits != 5 || len(v.Refused) != 1 || v.Refused[0].Reason != "trust-revoked" || v.Refused[0].Text == "" {
		t.Errorf("%+v", v)
	}
	b.Powers.Bundles = clitest.Carrier{Brought: transfer.Returned{From: back.From, Known: 14, Unanswered: fault.New(fault.ReadOnly, "stick-read-only", "path", "x.bundle.ack")}}
	if out, _ = b.Do(command.Done, "bundle", "return", "x.bundle"); !strings.Contains(out, "already taken in") || !strings.Contains(out, "read-only") || !strings.Contains(out, "next bundle") {
		t.Error(out)
	}
	b.Powers.Bundles = clitest.Carrier{Brought: transfer.Returned{From: back.From, Unanswered: fault.New(fault.NotFound, transfer.NotAdmitted)}}
	if out, _ = b.Do(command.Done, "bundle", "return", "x.bundle"); !strings.Contains(out, "not let in yet") || strings.Contains(out, "next bundle") || strings.Contains(out, "could not be written") {
		t.Error(out)
	}
	if v := clitest.JSON[struct{ Unanswered struct{ Reason, Text string } }](b, "bundle", "return", "x.bundle"); v.Unanswered.Reason != transfer.NotAdmitted || v.Unanswered.Text == "" {
		t.Errorf("%+v", v)
	}
	b.Powers.Bundles = clitest.Carrier{Brought: transfer.Returned{}}
	if out, _ = b.Do(command.Done, "bundle", "return", "x.bundle.ack"); !strings.Contains(out, "already read") {
		t.Error(out)
	}
}

// TestOpeningAsks: the code again until it is right, with the word that cannot be, and then the passphrase; a script gives both in files.
func TestOpeningAsks(t *testing.T) {
	right, err := phrase.New(rand.Reader, command.CodeWords)
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields(string(right))
	mistyped := words[2][:1] + map[bool]string{true: "e", false: "a"}[words[2][1] == 'a'] + words[2][2:]
	open := func(secrets command.Secrets, status int) (said string, chosen string) {
		b := clitest.New(t)
		b.Secrets = secrets
		b.Powers.OpenBundle = func(ctx context.Context, _, _ string, code command.Recall, choose func(context.Context) (string, error), _ func(done, total int64)) (string, transfer.Contents, error) {
			for wrong := error(nil); ; wrong = fault.New(fault.Invalid, "bundle-code") {
				p, err := code(ctx, wrong)
				if err != nil {
					return "", transfer.Contents{}, err
				}
				if p == right {
					break
				}
			}
			var err error
			chosen, err = choose(ctx)
			return "/data/d.db", transfer.Contents{To: transfer.Party{Name: "Tine"}}, err
		}
		out, complaint := b.Do(status, "bundle", "open", "x.bundle")
		return out + complaint, chosen
	}
	in := func(text string) func() (string, error) { return func() (string, error) { return text, nil } }
	said, chosen := open(command.Secrets{Code: in(string(right)), Passphrase: in("een lange wachtzin")}, command.Done)
	if chosen != "een lange wachtzin" || !strings.Contains(said, "laptop of Tine") || !strings.Contains(said, "/data/d.db") {
		t.Errorf("%q %s", chosen, said)
	}
	if said, _ = open(command.Secrets{Code: in(words[0] + " " + words[1])}, command.CouldNot); !strings.Contains(said, "5 words") {
		t.Error(said)
	}
	if said, _ = open(command.Secrets{}, command.CouldNot); !strings.Contains(said, "LEERBALIE_CODE_FILE") {
		t.Error(said)
	}
	var asked []string
	typed := []string{strings.Join([]string{words[0], words[1], mistyped, words[3], words[4]}, " "), string(right)}
	ask := func(_ context.Context, sentence string) (string, error) {
		asked = append(asked, sentence)
		if len(typed) == 0 {
			return "", errors.New("enough")
		}
		a := typed[0]
		typed = typed[1:]
		return a, nil
	}
	if _, chosen = open(command.Secrets{Ask: ask, Passphrase: in("een lange wachtzin")}, command.Done); chosen == "" || len(asked) != 2 || !strings.Contains(asked[1], mistyped) {
		t.Errorf("%q", asked)
	}
}
