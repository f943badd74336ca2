package desk_test

import (
	"strings"
	"testing"

	modeldesk "leerbalie/model/desk"
	"leerbalie/ui/cli/clitest"
	"leerbalie/ui/cli/command"
)

// bulk is what a script reads of one thing that was done to many.
type bulk struct {
	Matched, Done int
	Refused       []struct{ ID, Number, Reason, Text string }
	DryRun        bool `json:"dry_run"`
}

// reasons are the numbers of what was refused, with why.
func (b bulk) reasons() string {
	var out []string
	for _, r := range b.Refused {
		out = append(out, r.Number+" "+r.Reason)
	}
	return strings.Join(out, ", ")
}

// crowd is a program with six questions: one is closed, one is Noor's and one parked.
func crowd(t *testing.T) *clitest.Program {
	t.Helper()
	b := clitest.New(t)
	for _, line := range []string{
		"person add Noor --role desk", "request add huur --theme poverty", "request add taalles --theme language --urgency now", "request add brief",
		"request add DigiD", "request add bezoek", "request add wandelen", "request close ZW-0001 --outcome referred", "request claim ZW-0002 --for Noor", "request park ZW-0003",
	} {
		b.Must(strings.Fields(line)...)
	}
	return b
}

// TestOneThingToManyByCommand does each thing to many, by numbers and by what they have to be.
func TestOneThingToManyByCommand(t *testing.T) {
	b := crowd(t)
	do := func(line string) bulk {
		t.Helper()
		return clitest.JSON[bulk](b, append([]string{"request", "bulk"}, strings.Fields(line)...)...)
	}
	got := do("--where status=all --do close --outcome referred --minutes 5 --dry-run")
	if got.Matched != 6 || got.Done != 4 || got.reasons() != "ZW-0002 claimed-by, ZW-0001 request-closed" || !got.DryRun {
		t.Errorf("tried: %+v", got)
	}
	if got = do("--where theme=taal --do urgency --urgency vandaag"); got.Matched != 1 || got.Done != 1 {
		t.Errorf("%+v", got)
	}
	if r := clitest.JSON[story](b, "request", "show", "ZW-0002"); r.Urgency != "today" {
		t.Errorf("%+v", r)
	}
	if got = do("ZW-0004 5 zw-0004 ZW-0999 --do assign --for Noor"); got.Matched != 3 || got.Done != 2 || got.reasons() != "ZW-0999 request-unknown" {
		t.Errorf("%+v", got)
	}
	if got = do("--where holder=Noor --do release --over"); got.Done != 3 {
		t.Errorf("%+v", got)
	}
	if got = do("--where search=brie --do memo --text gebeld"); got.Done != 1 {
		t.Errorf("%+v", got)
	}
	if got = do("--where search=breif --do memo --text gebeld"); got.Matched != 0 || got.Refused == nil {
		t.Errorf("what is only alike is altered: %+v", got)
	}
	if got = do("--where status=waiting --do park --until 2026-03-20"); got.Done != 4 {
		t.Errorf("%+v", got)
	}
	r, err := modeldesk.ReadRequestByNumber(t.Context(), b.Session("Samira"), "ZW-0006")
	if err != nil || r.FollowUp.IsZero() || r.Status != modeldesk.StatusParked {
		t.Errorf("%+v %v", r.FollowUp, err)
	}
	if got = do("--where status=parked --do recall"); got.Done != 5 {
		t.Errorf("%+v", got)
	}
	if got = do("--where urgency=gewoon --do claim"); got.Done != 4 {
		t.Errorf("%+v", got)
	}
	if got = do("--where holder=me --where older-than=1 --do close --outcome referred"); got.Matched != 0 {
		t.Errorf("what came in today is a day old: %+v", got)
	}
	if got = do("--where holder=me --where since=2026-03-01 --do theme --theme armoede"); got.Done != 4 {
		t.Errorf("%+v", got)
	}
	if got = do("--where theme=armoede --do close --outcome referred --minutes 5 --tag rust --note samen"); got.Done != 4 || got.Matched != 4 {
		t.Errorf("%+v", got)
	}
	if r := clitest.JSON[story](b, "request", "show", "ZW-0006"); r.Status != "closed" || r.Minutes != 5 || r.Theme != "poverty" || len(r.Memos) != 1 || len(r.Tags) != 1 {
		t.Errorf("%+v", r)
	}

	// for people, with the exit status
	out, said := b.Do(command.Done, "request", "bulk", "ZW-0001", "ZW-0002", "--do", "claim", "--lang", "nl")
	if !strings.Contains(out, "1 vraag gepakt.") || !strings.Contains(said, "ZW-0001 is al afgesloten") {
		t.Errorf("%q %q", out, said)
	}
	out, said = b.Do(command.CouldNot, "request", "bulk", "ZW-0001", "ZW-0999", "--do", "claim", "--lang", "en")
	if out != "" || !strings.Contains(said, "ZW-0001") || !strings.Contains(said, "ZW-0999") {
		t.Errorf("%q %q", out, said)
	}
	if out, _ = b.Do(command.Done, "request", "bulk", "--where", "theme=eenzaamheid", "--do", "claim", "--lang", "en"); !strings.Contains(out, "Nothing") {
		t.Errorf("%q", out)
	}
	if status, out, _ := b.Run("request", "bulk", "ZW-0001", "--do", "claim", "--json"); status != command.CouldNot || !strings.Contains(out, `"done": 0`) {
		t.Errorf("%d %s", status, out)
	}
}

// TestBulkIsUsedRight: what does not go together, lacks or cannot be asked is said before anything is done.
func TestBulkIsUsedRight(t *testing.T) {
	b := crowd(t)
	for _, line := range []string{
		"--do claim", "ZW-0004 --where status=waiting --do claim", "ZW-0004", "ZW-0004 --do erase", "ZW-0004 --do assign", "ZW-0004 --do theme", "ZW-0004 --do urgency",
		"ZW-0004 --do memo", "ZW-0004 --do close", "ZW-0004 --do claim --outcome referred", "ZW-0004 --do memo --text x --over", "ZW-0004 --do close --outcome referred --minutes -1",
		"ZW-0004 --do urgency --urgency soon", "ZW-0004 --do close --outcome lost", "ZW-0004 --do park --until soon", "--where status --do claim", "--where status= --do claim",
		"--where colour=red --do claim", "--where status=lost --do claim", "--where older-than=soon --do claim", "--where older-than=0 --do claim", "--where since=soon --do claim",
		"--where theme=language --where theme=poverty --do claim", "--where until=2026-03-01 --where older-than=3 --do claim",
	} {
		b.Do(command.Misused, append([]string{"request", "bulk"}, strings.Fields(line)...)...)
	}
	b.Do(command.CouldNot, "request", "bulk", "ZW-0004", "--do", "assign", "--for", "niemand")
	b.Must("resident", "add", "Jansen")
	b.Must("request", "add", "boodschappen", "--resident", "Jansen")
	if got := clitest.JSON[bulk](b, "request", "bulk", "--where", "search=Jensen", "--do", "claim", "--dry-run"); got.Matched != 0 {
		t.Errorf("a name that is only alike is taken: %+v", got)
	}
	b.Do(command.CouldNot, "request", "bulk", "ZW-0004", "ZW-0005", "--do", "memo", "--text", "bsn 111222333")
	if r := clitest.JSON[story](b, "request", "show", "ZW-0004"); r.Status != "waiting" || len(r.Memos) != 0 {
		t.Errorf("%+v", r)
	}
}
