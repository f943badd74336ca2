//go:build unix

package terminal_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	. "leerbalie/ui/uitest/terminal"
)

// laptop is a store of one teacher, made from a bundle of a centre, that is asked and told by commands alone.
type laptop struct {
	*centre
	of     string
	secret []string // the environment in which its store opens
	stick  string
	n      int // how many bundles went to and fro
}

// with gives what a command says in the environment of the laptop, and how it ended.
func (l *laptop) with(args ...string) (string, int) {
	l.t.Helper()
	return RunWith(l.t, l.secret, l.program, append(args, "--db", l.db, "--lang", l.lang)...)
}

func (l *laptop) do(args ...string) string {
	l.t.Helper()
	out, status := l.with(args...)
	if status != 0 {
		l.t.Fatalf("%v: %d\n%s", args, status, out)
	}
	return out
}

// invited makes a laptop of a teacher from the first bundle, and gives what was told when that was taken.
func invited(c *centre, name string) (l *laptop, told object) {
	c.t.Helper()
	dir := c.t.TempDir()
	l = &laptop{centre: &centre{c.t, c.program, filepath.Join(dir, "l.db"), c.lang}, of: name, stick: filepath.Join(dir, "stick")}
	if err := os.Mkdir(l.stick, 0o700); err != nil {
		c.t.Fatal(err)
	}
	told = ask[object](c, "bundle", "take", "--for", name, "-o", l.stick)
	for file, secret := range map[string]any{"CODE": told["code"], "PASSPHRASE": "kat op de bank in huis"} {
		path := filepath.Join(dir, file)
		if err := os.WriteFile(path, []byte(secret.(string)+"\n"), 0o600); err != nil {
			c.t.Fatal(err)
		}
		l.secret = append(l.secret, "LEERBALIE_"+file+"_FILE="+path)
	}
	l.do("bundle", "open", l.next())
	return l, told
}

// next is the bundle that was put on the stick last.
func (l *laptop) next() string {
	l.t.Helper()
	l.n++
	return only(l.t, l.stick, fmt.Sprintf("-%d.bundle", l.n))
}

// back brings what was written on the laptop to the centre, and gives what is said there.
func (l *laptop) back(c *centre) string {
	l.t.Helper()
	l.do("bundle", "take", "-o", l.stick)
	return c.do("bundle", "return", l.next())
}

// again brings what the centre has to the laptop, and gives what is said there.
func (l *laptop) again(c *centre) string {
	l.t.Helper()
	c.do("bundle", "take", "--for", l.of, "-o", l.stick)
	return l.do("bundle", "return", l.next())
}

// digests are the digests of a store by what they are of, as check tells them to scripts.
func digests(said string) map[string]string {
	out := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(said), "\n") {
		if of, digest, ok := strings.Cut(line, " "); ok && of != "all" {
			out[of] = digest
		}
	}
	return out
}

// decode reads JSON.
func decode[T any](t *testing.T, said string) (out T) {
	t.Helper()
	if err := json.Unmarshal([]byte(said), &out); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	return out
}

// holds fails unless a text has all of the words in it, in their order.
func holds(t *testing.T, said string, words ...string) {
	t.Helper()
	left := said
	for _, w := range words {
		_, after, found := strings.Cut(left, w)
		if !found {
			t.Errorf("%q does not stand (there) in\n%s", w, said)
			return
		}
		left = after
	}
}

// halfYearSays is what a language says of what goes wrong on the way.
type halfYearSays struct{ elsewhere, none, was, excused, presence, result, dates string }

// TestAHalfYearOnALaptopAndBack: a teacher takes her class along by commands, with its courses, meetings, presence, hours, results, talk, a file and
// outcomes. What she reads there is what the centre reads of her students, and nothing of others; what she writes of others is refused. Both write
// on, partly about the same: exactly that clashes, in words of both languages, is settled, and then both hold the same.
func TestAHalfYearOnALaptopAndBack(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("many commands on a store that each time opens with a passphrase")
	}
	says := map[string]halfYearSays{
		"nl": {"staat niet op deze computer maar bij de centrale", "Er staat nergens iets op twee manieren", "aanwezig, 2:30", "afgemeld", "Aanwezig", "Resultaat van een toets", "Dagen"},
		"en": {"is not on this computer but at the centre", "Nothing was changed in two ways", "was there, 2:30", "excused", "Was there", "Result of a test", "Days"},
	}
	day := func(n int) string { return time.Now().AddDate(0, 0, n).Format(time.DateOnly) }
	week := func(n int) string {
		y, w := time.Now().AddDate(0, 0, n).ISOWeek()
		return fmt.Sprintf("%d-W%02d", y, w)
	}
	first, second, third := day(-14), day(-7), day(21)
	c := newCentre(t, Build(t), "nl")
	for name, teacher := range map[string]string{"2B": "Tine", "3A": "Theo"} {
		c.do("group", "add", name)
		c.do("person", "add", teacher, "--role", "teacher", "--group", name)
	}
	for name, group := range map[string]string{"Noortje": "2B", "Omar": "2B", "Pien": "3A", "Quinten": "3A"} {
		c.do("student", "add", name, "--level", "hbo", "--group", group, "--norm-hours", "40")
	}
	c.do("resident", "add", "Gerrit Kanarie", "--phone", "0687654321")
	c.do("course", "add", "Schulden", "--dates", first+","+second+","+third, "--groups", "2B,3A", "--test", "gesprek,toets", "--nodes", "C1", "--minutes", "150", "--teachers", "Tine")
	c.do("course", "present", "Schulden", "--date", first, "--all", "--absent", "Omar")
	c.do("course", "result", "Schulden", "--test", "gesprek", "--date", first, "Noortje=goed", "Pien=voldoende")
	c.do("meeting", "plan", "--weekday", strings.ToLower(time.Now().Weekday().String()[:3]), "--from", first, "--to", day(7), "--title", "Overleg", "--start", "9:30", "--minutes", "60",
		"--leader", "Tine", "--expect", "2B,3A", "--on-free")
	meetings := ask[[]object](c, "meeting", "list", "--from", first, "--to", day(7))
	if len(meetings) != 4 {
		t.Fatalf("planned: %v", meetings)
	}
	slices.SortFunc(meetings, func(a, b object) int { return strings.Compare(a["date"].(string), b["date"].(string)) })
	meeting := func(n int) string { return meetings[n]["id"].(string) }
	c.do("meeting", "present", meeting(0), "Noortje", "Quinten")
	c.do("hours", "add", "Noortje", "--date", first, "--minutes", "90", "--what", "voorlezen", "--as", "Noortje")
	asked := ask[object](c, "request", "add", "Brief van de gemeente", "--theme", "poverty", "--channel", "desk")["number"].(string)
	c.do("request", "claim", asked, "--for", "Noortje", "--for", "Pien")
	c.do("request", "close", asked, "--outcome", "handled-directly", "--minutes", "Noortje=30", "--minutes", "Pien=40")
	c.do("hours", "confirm", "--week", week(-14))
	piece := func(of string) string { return ask[[]object](c, "evidence", "list", "--student", of)[0]["id"].(string) }
	noor, pien := piece("Noortje"), piece("Pien")
	file := filepath.Join(t.TempDir(), "verslag.txt")
	if err := os.WriteFile(file, []byte(strings.Repeat("Wat ik deed.\n", 999)), 0o600); err != nil {
		t.Fatal(err)
	}
	c.do("evidence", "attach", noor, file, "--keep", "--cleaned", "--as", "Noortje")
	c.do("evidence", "note", noor, "Ik begon met luisteren.", "--cleaned", "--as", "Noortje")
	c.do("evidence", "note", pien, "Ik belde Gerrit Kanarie terug.", "--cleaned", "--as", "Pien")
	c.do("outcome", "add", "Noortje", "modules", "--date", first)
	c.do("outcome", "add", "Omar", "left", "--date", second, "--why", "Verhuizing naar Vogelenzang")

	// A text that names a resident is shown before it would leave, and stays home.
	theo, said := invited(c, "Theo")
	if hits := fmt.Sprint(said["hits"]); said["withheld"] != 1.0 || !strings.Contains(hits, "[Gerrit Kanarie]") || !strings.Contains(hits, "Ik belde Gerrit Kanarie terug.") {
		t.Errorf("what is shown before it leaves: %v", said)
	}
	if there := theo.do("evidence", "show", pien, "--json"); strings.Contains(there, "Kanarie") || !strings.Contains(there, `"name": "Pien"`) {
		t.Errorf("what Theo has of the piece:\n%s", there)
	}

	tine, said := invited(c, "Tine")
	if said["withheld"] != 0.0 || len(said["hits"].([]any)) != 0 {
		t.Errorf("a text of another group is shown: %v", said)
	}
	same := func(args ...string) {
		t.Helper()
		args = append(args, "--json")
		here, there := c.do(append(args, "--as", "Tine")...), tine.do(args...)
		if here != there || !strings.Contains(here, "Noortje") {
			t.Errorf("%v: at the centre\n%s\non the laptop\n%s", args, here, there)
		}
	}
	all := func() {
		t.Helper()
		same("hours", "list", "--limit", "0")
		same("outcome", "list")
		same("evidence", "show", noor)
	}
	all()
	same("evidence", "list", "--student", "Noortje", "--limit", "0")
	presence := func(said string) (of []string) {
		for _, course := range decode[[]object](t, said) {
			for _, p := range append(course["presence"].([]any), course["results"].([]any)...) {
				of = append(of, p.(object)["student"].(object)["name"].(string))
			}
		}
		slices.Sort(of)
		return slices.Compact(of)
	}
	if got := presence(c.do("course", "list", "--json", "--as", "Tine")); !slices.Equal(got, []string{"Noortje", "Omar", "Pien", "Quinten"}) {
		t.Errorf("who teaches the course sees %v", got)
	}
	if got := presence(tine.do("course", "list", "--json")); !slices.Equal(got, []string{"Noortje", "Omar"}) {
		t.Errorf("on the laptop stand %v", got)
	}

	// Of others she writes nothing there, also where one of her own stands in the same command.
	before := tine.do("check", "--digest")
	for i, args := range [][]string{
		{"course", "present", "Schulden", "--date", second, "Pien"}, {"course", "present", "Schulden", "--date", second, "Noortje", "--absent", "Pien"},
		{"course", "result", "Schulden", "--test", "toets", "--date", second, "Pien=goed"}, {"meeting", "present", meeting(1), "Noortje", "Quinten"},
	} {
		tine.lang = []string{"nl", "en"}[i%2]
		if out, status := tine.with(args...); status != 1 || !strings.Contains(out, says[tine.lang].elsewhere) {
			t.Errorf("%v: %d %s", args, status, out)
		}
	}
	tine.lang = "nl"
	if after := tine.do("check", "--digest"); after != before {
		t.Errorf("what was refused left something:\n%s\n%s", before, after)
	}

	// Both go on.
	tine.do("course", "present", "Schulden", "--date", second, "Omar", "--excused", "Noortje")
	tine.do("course", "result", "Schulden", "--test", "toets", "--date", second, "Noortje=goed", "Omar=voldoende")
	tine.do("course", "move", "Schulden", "--date", third, "--to", day(22))
	tine.do("meeting", "present", meeting(1), "Noortje", "Omar", "Tine")
	tine.do("assess", "give", noor, "C1=2", "--reason", "vraagt door")
	tine.do("evidence", "note", noor, "Wat deed je toen het stil werd?", "--cleaned")
	tine.do("hours", "add", "Omar", "--date", second, "--minutes", "45", "--what", "folders brengen")
	c.do("course", "present", "Schulden", "--date", second, "--all")
	c.do("course", "result", "Schulden", "--test", "toets", "--date", second, "Noortje=voldoende", "Pien=goed")
	c.do("course", "move", "Schulden", "--date", third, "--to", day(23))
	c.do("meeting", "move", meeting(3), "--to", day(8))
	c.do("evidence", "note", noor, "Daarna vroeg ik door.", "--cleaned", "--as", "Noortje")
	holds(t, tine.back(c), "3 dingen botsen")

	type conflict struct {
		ID, Kind, Field, About string
		Values                 []struct{ Take, Value, Machine string }
	}
	found := map[string]conflict{}
	for _, x := range ask[[]conflict](c, "conflicts", "list") {
		if len(x.Values) != 2 || found[x.Field].ID != "" {
			t.Fatalf("clashes: %+v", x)
		}
		found[x.Field] = x
	}
	if len(found) != 3 || found["presence"].About != "Noortje" || found["result"].About != "Noortje" || found["course-dates"].About != "Schulden" {
		t.Fatalf("clashes: %+v", found)
	}
	for lang, say := range says {
		c.lang = lang
		for field, words := range map[string][]string{"presence": {say.presence, say.was + " · Schulden", say.excused + " · Schulden"}, "result": {say.result, "toets: voldoende", "toets: goed"},
			"course-dates": {say.dates, day(23), day(22)}} {
			holds(t, c.do("conflicts", "show", found[field].ID), words...)
		}
	}
	c.lang = "nl"
	settle := func(field, machine string) {
		t.Helper()
		for _, v := range found[field].Values {
			if (v.Machine != "") == (machine != "") {
				c.do("conflicts", "settle", found[field].ID, "--take", v.Take)
			}
		}
	}
	settle("presence", "laptop")
	settle("result", "")
	if left := ask[[]conflict](c, "conflicts"); len(left) != 1 || left[0].ID != found["course-dates"].ID {
		t.Fatalf("after two were settled: %+v", left)
	}
	tine.again(c)
	if said := tine.do("conflicts"); !strings.Contains(said, found["course-dates"].ID) || strings.Contains(said, "Noortje") {
		t.Errorf("on the laptop clashes:\n%s", said)
	}
	settle("course-dates", "laptop")
	tine.again(c)
	for _, said := range []string{c.do("conflicts"), tine.do("conflicts")} {
		holds(t, said, says["nl"].none)
	}

	// What both hold is the same, to the byte.
	here, there := digests(c.do("check", "--digest")), digests(tine.do("check", "--digest"))
	classes := map[string]bool{}
	for of, digest := range there {
		class, _, _ := strings.Cut(of, "/")
		if classes[class] = true; here[of] != digest {
			t.Errorf("%s: %s at the centre, %s on the laptop", of, here[of], digest)
		}
	}
	if len(there) != 4 || !classes["learning"] || !classes["community"] || classes["private"] || classes["desk"] {
		t.Errorf("the laptop holds %v", there)
	}
	all()
	course := decode[[]object](t, tine.do("course", "list", "--json"))[0]
	if fmt.Sprint(course["dates"]) != fmt.Sprint([]any{first, second, day(22)}) {
		t.Errorf("the days are %v", course["dates"])
	}
	for _, p := range course["presence"].([]any) {
		if p := p.(object); p["date"] == second && p["student"].(object)["name"] == "Noortje" && p["state"] != "excused" {
			t.Errorf("what was settled is %v", p)
		}
	}
	for _, r := range course["results"].([]any) {
		if r := r.(object); r["test"] == "toets" && r["student"].(object)["name"] == "Noortje" && r["level"] != "voldoende" {
			t.Errorf("what was settled is %v", r)
		}
	}
	noCanary(t, c, tine, "Kanarie", "87654321", "Vogelenzang", "Verhuizing")
}

// noCanary fails where one of the words is on the laptop: in what its commands tell, in its files, or in what went to and fro.
func noCanary(t *testing.T, c *centre, l *laptop, words ...string) {
	t.Helper()
	var told strings.Builder
	for _, args := range [][]string{{"student", "show", "Omar"}, {"student", "show", "Pien"}, {"evidence", "list", "--limit", "0"}, {"outcome", "list"},
		{"report", "outcomes"}, {"resident", "list"}} {
		out, _ := l.with(append(args, "--json")...) // what is refused tells nothing either
		told.WriteString(out)
	}
	if !strings.Contains(told.String(), "Omar") {
		t.Error("nothing was told")
	}
	for _, word := range words {
		if strings.Contains(told.String(), word) {
			t.Errorf("the laptop of %s tells %s", l.of, word)
		}
	}
	files, err := filepath.Glob(l.db + "*")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	bundles, err := filepath.Glob(filepath.Join(l.stick, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(files, bundles...) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range append(words, "Noortje") {
			if strings.Contains(string(data), word) {
				t.Errorf("%s holds %s", filepath.Base(name), word)
			}
		}
	}
	if why := c.do("outcome", "list", "--json"); !strings.Contains(why, "Vogelenzang") {
		t.Errorf("the centre does not tell why somebody left:\n%s", why)
	}
}
