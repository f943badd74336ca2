package hands

import (
	"math"
	"math/rand"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"leerbalie/model"
	"leerbalie/model/daypart"
	"leerbalie/model/overview"
)

// monday is nine o'clock on a Monday in summer, in Amsterdam.
var monday = time.Date(2026, 6, 8, 7, 0, 0, 0, time.UTC)

// sitting is who came some minutes after nine, and for how many minutes.
func sitting(of ...[2]int) (s Sitting) {
	for _, c := range of {
		s = append(s, Came{time.Duration(c[0]) * time.Minute, time.Duration(c[1]) * time.Minute})
	}
	return s
}

func waits(s Sitting, people int) (out []time.Duration) {
	Replay(s, people, func(w time.Duration) bool {
		out = append(out, w)
		return true
	})
	return out
}

func minutes(waits []time.Duration) (out []int) {
	for _, w := range waits {
		out = append(out, int(w/time.Minute))
	}
	return out
}

// TestAReplayByHand: a morning written out on paper. With one: A 0–30, B 30–45, C 45–105, D 105–115, E 115–120. With two: A 0–30 and B 5–20 at
// once, C 20–80 with who had B, D 30–40 with who had A, E 50–55 at once. With three nobody waits.
func TestAReplayByHand(t *testing.T) {
	s := sitting([2]int{0, 30}, [2]int{5, 15}, [2]int{10, 60}, [2]int{25, 10}, [2]int{50, 5})
	for people, want := range map[int][]int{1: {0, 25, 35, 80, 65}, 2: {0, 0, 10, 5, 0}, 3: {0, 0, 0, 0, 0}} {
		if got := minutes(waits(s, people)); !slices.Equal(got, want) {
			t.Errorf("with %d they wait %v, want %v", people, got, want)
		}
	}
	people, shares := needed([]Sitting{s}, Most)
	if want := []Share{{1, 1}, {2, 5}, {3, 5}}; people != 2 || !slices.Equal(shares, want) {
		t.Errorf("%d are needed: %v, want 2: %v", people, shares, want)
	}
}

// TestNineOfTen: nine of ten is enough, and twenty minutes are not too long.
func TestNineOfTen(t *testing.T) {
	nine := sitting([2]int{0, 20}, [2]int{0, 80})
	for i := range 8 {
		nine = append(nine, sitting([2]int{100 + 10*i, 10})...)
	}
	nine[9].At = nine[8].At
	nine[9].For = 5 * time.Minute
	if people, _ := needed([]Sitting{nine}, Most); people != 1 { // the second waits 20
		t.Errorf("%d are needed", people)
	}
	nine[1].At -= time.Minute
	slices.SortFunc(nine, func(a, b Came) int { return int(a.At - b.At) })
	if people, shares := needed([]Sitting{nine}, Most); people != 1 || shares[0].Within != 9 { // now the first of 80 minutes keeps one waiting
		t.Errorf("%d are needed: %v", people, shares)
	}
	if people, shares := needed([]Sitting{nine[:9]}, Most); people != 2 || shares[0].Within != 8 {
		t.Errorf("eight of nine: %d are needed: %v", people, shares)
	}
}

// erlang is the chance of having to wait longer than some time where λ come and each of n helps μ in an hour: Erlang's C formula, A. K. Erlang,
// Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges (1917); P(W > t) = C·e^(-(nμ-λ)t).
func erlang(n int, λ, μ, hours float64) float64 {
	a, term, sum := λ/μ, 1.0, 0.0
	for k := range n {
		sum += term
		term *= a / float64(k+1)
	}
	last := term * float64(n) / (float64(n) - a)
	return last / (sum + last) * math.Exp(-(float64(n)*μ-λ)*hours)
}

// TestErlangsFormula: what is replayed of arrivals and helps that are drawn at random is what theory says of them. The check values of the
// formula itself: a = 2 of 3 waits in 4/9, a = 1 of 2 in 1/3 (J. Medhi, Stochastic Models in Queueing Theory, 2003).
func TestErlangsFormula(t *testing.T) {
	for _, c := range []struct {
		n    int
		a    float64
		want float64
	}{{3, 2, 4.0 / 9}, {2, 1, 1.0 / 3}, {1, 0.5, 0.5}} {
		if got := erlang(c.n, c.a, 1, 0); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("of %d with %.1f waits %.6f, want %.6f", c.n, c.a, got, c.want)
		}
	}
	for _, c := range []struct {
		n    int
		λ, μ float64 // in an hour
	}{{1, 1.5, 3}, {2, 4, 3}, {3, 7, 3}, {5, 13, 3}} {
		r := rand.New(rand.NewSource(3))
		s := make(Sitting, 300_000)
		at := 0.0
		for i := range s {
			at += r.ExpFloat64() / c.λ
			s[i] = Came{time.Duration(at * float64(time.Hour)), time.Duration(r.ExpFloat64() / c.μ * float64(time.Hour))}
		}
		all := waits(s, c.n)
		for _, most := range []time.Duration{0, 10 * time.Minute, Most} {
			longer := 0
			for _, w := range all {
				if w > most {
					longer++
				}
			}
			got, want := float64(longer)/float64(len(s)), erlang(c.n, c.λ, c.μ, most.Hours())
			if math.Abs(got-want) > 0.01 {
				t.Errorf("%d people, %.1f an hour, %.1f helped: longer than %s waits %.4f, by the formula %.4f", c.n, c.λ, c.μ, most, got, want)
			}
		}
	}
}

func anySittings(t *rapid.T) []Sitting {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Sitting {
		var s Sitting
		at := 0
		for range rapid.IntRange(1, 30).Draw(t, "came") {
			at += rapid.IntRange(0, 25).Draw(t, "later")
			s = append(s, sitting([2]int{at, rapid.IntRange(0, 90).Draw(t, "for")})...)
		}
		return s
	}), 1, 4).Draw(t, "sittings")
}

// TestMorePeopleNeverLetAnybodyWaitLonger, and what is needed is the least that is enough.
func TestMorePeopleNeverLetAnybodyWaitLonger(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all, of := anySittings(t), 0
		for _, s := range all {
			of += len(s)
			before := waits(s, 1)
			for n := 2; n < 6; n++ {
				now := waits(s, n)
				for i := range now {
					if now[i] > before[i] || now[i] < 0 {
						t.Fatalf("with %d number %d waits %s, with one fewer %s", n, i, now[i], before[i])
					}
				}
				before = now
			}
		}
		people, _ := needed(all, Most)
		least := 1
		for !share(all, least, Most, of).enough(of) {
			least++
		}
		if people != least {
			t.Fatalf("%d are said to be needed, %d are", people, least)
		}
	})
}

// came makes some arrivals in a part of the week, for some weeks.
func came(weeks, a int, each func(i int) overview.Arrival) (out []overview.Arrival) {
	for w := range weeks {
		for i := range a {
			x := each(i)
			x.At = monday.AddDate(0, 0, 7*w).Add(x.At.Sub(time.Time{}))
			x.WalkIn = true
			out = append(out, x)
		}
	}
	return out
}

func every(minutes, takes int) func(int) overview.Arrival {
	return func(i int) overview.Arrival {
		return overview.Arrival{At: time.Time{}.Add(time.Duration(i*minutes) * time.Minute), Minutes: takes}
	}
}

// TestTooFewToTell: three requests draw no line; nor do many of which nobody wrote down how long they took.
func TestTooFewToTell(t *testing.T) {
	site := model.Site{Zone: "Europe/Amsterdam"}
	for what, c := range map[string]struct {
		came []overview.Arrival
		want int
	}{
		"three":                   {came(1, 3, every(5, 20)), 0},
		"nine":                    {came(3, 3, every(5, 20)), 0},
		"three a week":            {came(8, 3, every(5, 20)), 2},
		"thirty on three days":    {came(3, 10, every(5, 20)), 0},
		"forty on four days":      {came(4, 10, every(5, 20)), 3},
		"none with minutes":       {came(8, 10, every(5, 0)), 0},
		"eight a week, 5 minutes": {came(8, 8, every(5, 20)), 3},
		"the same, half of them unknown": {came(8, 8, func(i int) overview.Arrival {
			a := every(5, 20)(i)
			a.Minutes *= i % 2
			return a
		}), 3},
	} {
		h := Hands{Site: site}
		h.count(c.came)
		h.roster(nil, monday)
		if len(h.Parts) != 1 || h.Parts[0].Needed != c.want || (h.Parts[0].Verdict == TooFew) != (c.want == 0) || (h.Parts[0].Shares == nil) != (c.want == 0) {
			t.Errorf("%s: %+v, want %d", what, h.Parts, c.want)
		}
	}
	empty := Hands{Site: site}
	empty.count(nil)
	if len(empty.Parts) != 0 || empty.Typical != 0 {
		t.Errorf("of nobody: %+v", empty)
	}
}

// TestWhoIsNeededAndWhoIsThere: what nobody wrote down takes as long as the median of the others; calls and letters do not walk in; the part of the
// week is by the clock of the site; who left, is elsewhere, or is on a time-out is not there.
func TestWhoIsNeededAndWhoIsThere(t *testing.T) {
	h := Hands{Site: model.Site{Zone: "Europe/Amsterdam", Hours: []model.Hours{{Day: time.Monday, From: 9 * 60, To: 12 * 60}, {Day: time.Tuesday, From: 9 * 60, To: 12 * 60}}}}
	h.Site.ID[0] = 1
	all := came(8, 6, func(i int) overview.Arrival {
		a := every(10, 30)(i)
		a.Minutes *= i % 2
		return a
	})
	for i := range all {
		phone := all[i]
		phone.WalkIn = false
		all = append(all, phone)
	}
	slices.SortStableFunc(all, func(a, b overview.Arrival) int { return a.At.Compare(b.At) })
	h.count(all)
	noon := Hands{Site: h.Site}
	noon.count(came(1, 1, func(int) overview.Arrival { return overview.Arrival{At: time.Time{}.Add(3 * time.Hour), Minutes: 5} }))
	if _, ok := noon.At(daypart.At(time.Monday, 12*60)); !ok {
		t.Errorf("10:00 UTC in June is noon: %+v", noon.Parts)
	}
	person := func(role model.Role, alter func(*model.Person)) model.Person {
		p := model.Person{Site: h.Site.ID, Roles: []model.Role{role}, Study: model.Study{Status: model.StudyActive, DayParts: daypart.At(time.Monday, 0)}}
		alter(&p)
		return p
	}
	same := func(*model.Person) {}
	h.roster([]model.Person{
		person(model.RoleStudent, same), person(model.RoleDesk, same), person(model.RoleTeacher, same),
		person(model.RoleStudent, func(p *model.Person) { p.Archived = true }), person(model.RoleDesk, func(p *model.Person) { p.Site[0] = 2 }),
		person(model.RoleStudent, func(p *model.Person) { p.Study.DayParts = daypart.At(time.Tuesday, 0) }),
		person(model.RoleStudent, func(p *model.Person) { p.Study.Status = model.StudyTimeOut }),
		person(model.RoleStudent, func(p *model.Person) { p.Study.End = monday.AddDate(0, 0, -3) }),
		person(model.RoleStudent, func(p *model.Person) { p.Study.Start = monday.AddDate(0, 0, 3) }),
	}, monday)
	if h.Arrivals != 48 || h.Known != 24 || h.Typical != 30 || len(h.Parts) != 2 {
		t.Fatalf("%+v", h)
	}
	p := h.Parts[0]
	if p.Arrivals != 48 || p.Days != 8 || p.Needed != 2 || p.Students != 1 || p.Staff != 1 || p.Verdict != Enough {
		t.Errorf("%+v", p)
	}
	if p := h.Parts[1]; p.Arrivals != 0 || p.Needed != 0 || p.Students != 1 || p.Staff != 1 || p.Verdict != TooFew {
		t.Errorf("%+v", p)
	}
	h.Parts[0].Students, h.Parts[0].Staff = 0, 0
	h.roster([]model.Person{person(model.RoleStudent, same)}, monday)
	if h.Parts[0].Verdict != Short {
		t.Errorf("%+v", h.Parts[0])
	}
}

// BenchmarkCount: eight weeks of a site with 1,000,000 requests in three years.
func BenchmarkCount(b *testing.B) {
	r := rand.New(rand.NewSource(1))
	var all []overview.Arrival
	for i := range 50_000 {
		all = append(all, overview.Arrival{At: monday.Add(time.Duration(i) * (56 * 24 * time.Hour / 50_000)), WalkIn: true, Minutes: 5 + r.Intn(60)})
	}
	for b.Loop() {
		h := Hands{}
		h.count(all)
	}
}
