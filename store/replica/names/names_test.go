package names_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/kinds"
	"leerbalie/model/learning/competence"
	"leerbalie/store"
	"leerbalie/store/demo"
	"leerbalie/store/replica/names"
)

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// founded is a store and a session of the one who founded it.
func founded(t testing.TB) (*store.Store, *model.Session) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "d.db")
	must(t, store.Create(path, time.Now()))
	s, err := store.Open(path, store.Options{Now: time.Now, Program: "test"})
	must(t, err)
	t.Cleanup(func() { s.Close() })
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam Bos"})
	must(t, err)
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	return s, session
}

func do(t testing.TB, session *model.Session, a model.Action) journal.ID {
	t.Helper()
	receipt, err := session.Do(t.Context(), a)
	must(t, err)
	return receipt.Entity
}

func known(t testing.TB, b model.Backend) (k *names.Known) {
	t.Helper()
	must(t, b.Read(t.Context(), func(tx model.Tx) (err error) { k, err = names.Residents(tx); return err }))
	return k
}

func TestEveryNameThatAResidentHasOrHad(t *testing.T) {
	s, sam := founded(t)
	zuid := sam.Site()
	oost := do(t, sam, model.AddSite{Site: model.Site{Name: "Oost", Code: "OO"}})
	fatma := do(t, sam, desk.AddResident{Resident: desk.Resident{Name: "Fatma Yılmaz", Phone: "06-12345678", Street: "Hoefkade 12", Keep: desk.KeepRegister, Told: true}})
	do(t, sam, desk.EditResident{Resident: desk.Resident{ID: fatma, Site: zuid, Name: "Fatma Kaya", Phone: "06-87654321", Street: "Hoefkade 12", Keep: desk.KeepRegister, Told: true}})
	do(t, sam, desk.EditResident{Resident: desk.Resident{ID: fatma, Site: zuid, Name: "Fatma Kaya", Phone: "06-87654321", Street: "Pluvierstraat 4", Keep: desk.KeepRegister, Told: true}})
	hatice := do(t, sam, desk.AddResident{Resident: desk.Resident{Name: "Hatice Aydin", Phone: "06-11223344", Keep: desk.KeepRegister, Told: true}})
	do(t, sam, desk.EditResident{Resident: desk.Resident{ID: hatice, Site: zuid, Name: "Hatice Duman", Phone: "06-11223344", Keep: desk.KeepRegister, Told: true}})
	again := do(t, sam, desk.AddResident{Resident: desk.Resident{Name: "Fatima Demir"}})
	do(t, sam, desk.MergeResident{ID: again, Into: fatma})
	do(t, sam, desk.AddResident{Resident: desk.Resident{Name: "Piet Elders", Site: oost}})
	gone := do(t, sam, desk.AddResident{Resident: desk.Resident{Name: "Karel Weg"}})
	do(t, sam, desk.EraseResident{ID: gone})
	k := known(t, s)
	for text, want := range map[string]string{
		"Fatma Kaya": "Fatma Kaya", "Fatma Yilmaz": "Fatma Yilmaz", "06 1234 5678": "06 1234 5678", "06 8765 4321": "06 8765 4321",
		"hoefkade 12": "hoefkade 12", "Pluvierstraat 4": "Pluvierstraat 4", "F. Demir": "F. Demir", "Piet Elders": "Piet Elders",
		"Hatice Aydin": "Hatice Aydin", "Karel Weg": "", "Sam Bos": "", "mevrouw Kaya, 06 1234 5678": "mevrouw Kaya|06 1234 5678",
	} {
		if got := strings.Join(k.Find(text), "|"); got != want {
			t.Errorf("%q: %q, wanted %q", text, got, want)
		}
	}
}

// texts are all the words that would travel with the classes people, learning and community.
func texts(t testing.TB, b model.Backend) (changes []*journal.Change, of [][]string) {
	t.Helper()
	must(t, b.Read(t.Context(), func(tx model.Tx) error {
		_, err := desk.IndexOf(tx).EachChange("", 0, func(c *journal.Change) error {
			if class := c.Stream.Scope.Class; class == journal.People || class == journal.Learning || class == journal.Community {
				changes, of = append(changes, c), append(of, names.Texts(tx.Kinds(), c))
			}
			return nil
		})
		return err
	}))
	return changes, of
}

// TestWordsOfAChange: whatever somebody writes about work and learning is held against the names, and names of their own are not.
func TestWordsOfAChange(t *testing.T) {
	s, sam := founded(t)
	student := do(t, sam, model.AddPerson{Person: model.Person{Name: "Noor de Wit", Email: "noor@voorbeeld.nl", Roles: []model.Role{model.RoleStudent},
		Site: sam.Site(), Study: model.Study{Wishes: []string{"niet met Jan de Vries"}}}})
	do(t, sam, model.AddGroup{Group: model.Group{Name: "Klas Jan de Vries", Site: sam.Site()}})
	_, of := texts(t, s)
	all := strings.Join(slices.Concat(of...), "\n")
	if !strings.Contains(all, "niet met Jan de Vries") {
		t.Error("a wish is not looked at")
	}
	for _, own := range []string{"Noor de Wit", "noor@voorbeeld.nl", "Zuidwest", "Klas Jan de Vries"} {
		if strings.Contains(all, own) {
			t.Errorf("%s is looked at", own)
		}
	}
	_ = student
}

// neighbourhood is the store of the demonstration.
func neighbourhood(t testing.TB) *store.Store {
	t.Helper()
	s, drop, err := demo.Open(context.Background(), store.Options{Now: time.Now, Program: "test"})
	must(t, err)
	t.Cleanup(func() { s.Close(); _ = drop() })
	return s
}

// spellings are ways in which a resident is named in a text: of a name in given and family name, or of a telephone number.
func spellings(r desk.Resident) map[string]string {
	given, family, _ := strings.Cut(r.Name, " ")
	words := strings.Fields(family)
	bare := words[len(words)-1]
	initial := string([]rune(given)[:1])
	phone := strings.NewReplacer("-", "", " ", "").Replace(r.Phone)
	out := map[string]string{
		"full": r.Name, "capitals": strings.ToUpper(r.Name), "small letters": strings.ToLower(r.Name), "two lines": given + "\n" + family,
		"no tussenvoegsel": given + " " + bare, "family name first": family + ", " + given, "no accents": plainly(r.Name), "initial": initial + ". " + family,
		"initial without a dot": initial + " " + family, "two initials": initial + ".M. " + family, "a title": "mevrouw " + family, "a short title": "dhr. " + bare,
		"family": "de familie " + family, "a second name": given + " Maria " + family, "genitive": given + " " + family + "'s dochter",
		"one word": strings.ToLower(given) + strings.ToLower(bare), "stop": "Ik sprak " + r.Name + ".",
	}
	if len(phone) == 10 {
		out["phone"], out["phone in pairs"] = phone, phone[:2]+" "+phone[2:4]+" "+phone[4:6]+" "+phone[6:8]+" "+phone[8:]
		out["phone from abroad"], out["phone with dots"] = "+31"+phone[1:], "0031 "+phone[1:2]+"."+phone[2:6]+"."+phone[6:]
	}
	return out
}

func plainly(s string) string {
	return strings.NewReplacer("ı", "i", "ş", "s", "Ş", "S", "ü", "u", "ö", "o", "Ö", "O", "ç", "c", "Ç", "C", "ğ", "g", "İ", "I", "ï", "i", "é", "e", "ł", "l", "ś", "s", "ó", "o", "ń", "n").Replace(s)
}

// TestTheNeighbourhood counts, over the texts of the demonstration, how many are shown, and how many of the residents that are put
// into them in some way are found. docs/guide names both.
func TestTheNeighbourhood(t *testing.T) {
	s := neighbourhood(t)
	k := known(t, s)
	changes, of := texts(t, s)
	var all []string
	hits := 0
	for i := range changes {
		for _, text := range of[i] {
			if len(text) > 8 {
				all = append(all, text)
			}
			if parts := k.Find(text); parts != nil {
				hits++
				t.Logf("shown: %q in %.100q", parts, text)
			}
		}
	}
	var residents []desk.Resident
	must(t, s.Read(t.Context(), func(tx model.Tx) error {
		return tx.Each(desk.KindResident, func(r *journal.Record) error { residents = append(residents, desk.ResidentOf(r)); return nil })
	}))
	r := rand.New(rand.NewPCG(1, 1))
	put, missed := map[string]int{}, map[string]int{}
	total, lost := 0, 0
	for _, res := range residents {
		if !strings.Contains(res.Name, " ") || res.Erased {
			continue
		}
		for how, spelt := range spellings(res) {
			text := all[r.IntN(len(all))]
			if len(text) > 500 {
				text = text[:0]
			}
			put[how]++
			total++
			if k.Find(text+" "+spelt) == nil {
				missed[how]++
				lost++
				if missed[how] < 3 {
					t.Logf("missed: %s: %q", how, spelt)
				}
			}
		}
	}
	t.Logf("%d changes with %d texts, %d residents: %d texts shown; %d of %d names and numbers put in are found, in %d spellings", len(changes), len(all), len(residents),
		hits, total-lost, total, len(put))
	if hits > len(all)/500 {
		t.Errorf("%d of %d texts are shown", hits, len(all))
	}
	if lost*1000 > total*2 {
		t.Errorf("missed: %v of %v", missed, put)
	}
}

// residents adds so many, with names of some thousand families.
func residents(b testing.TB, session *model.Session, n int) {
	b.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	name := func() string {
		s := []byte{byte('A' + r.IntN(26))}
		for range 3 + r.IntN(5) {
			s = append(s, "aeiouklmnprst"[r.IntN(13)])
		}
		return string(s)
	}
	var given, families []string
	for range 4000 {
		given, families = append(given, name()), append(families, name())
	}
	var groups [][]model.Action
	for i := range n {
		groups = append(groups, []model.Action{desk.AddResident{Resident: desk.Resident{Name: given[r.IntN(len(given))] + " " + []string{"", "de ", "van der "}[r.IntN(3)] + families[r.IntN(len(families))],
			Phone: fmt.Sprintf("06%08d", 10_000_000+r.IntN(89_999_999)), Street: fmt.Sprintf("%sstraat %d", families[r.IntN(len(families))], 1+r.IntN(200)), Keep: desk.KeepRegister, Told: true}}})
		if len(groups) == 5000 || i == n-1 {
			_, err := session.Try(context.Background(), groups, false)
			must(b, err)
			groups = groups[:0]
		}
	}
}

func BenchmarkResidents(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s, session := founded(b)
			residents(b, session, n)
			b.ReportAllocs()
			for b.Loop() {
				known(b, s)
			}
		})
	}
}

// BenchmarkFind holds 100,000 changes of a school against 10,000 residents.
func BenchmarkFind(b *testing.B) {
	s, session := founded(b)
	residents(b, session, 10_000)
	k := known(b, s)
	changes, _ := texts(b, neighbourhood(b))
	all := kinds.All()
	for len(changes) < 100_000 {
		changes = append(changes, changes[:min(len(changes), 100_000-len(changes))]...)
	}
	learnt := slices.DeleteFunc(changes, func(c *journal.Change) bool { return c.Kind == competence.KindFramework })
	length := 0
	for b.Loop() {
		length = 0
		for _, c := range learnt {
			for _, text := range names.Texts(all, c) {
				length += len(text)
				k.Find(text)
			}
		}
	}
	b.ReportMetric(float64(len(learnt)), "changes")
	b.ReportMetric(float64(length)/float64(len(learnt)), "bytes/change")
}
