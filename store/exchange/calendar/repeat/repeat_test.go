package repeat

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/teambition/rrule-go"
	"pgregory.net/rapid"
)

var far = time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)

// days are the first times of a rule, as text.
func days(t *testing.T, text, start string, most int) string {
	t.Helper()
	at, err := time.Parse("20060102T150405", start)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	cost := Cost(1_000_000)
	var out []string
	for _, x := range r.Between(at, at, far, most, &cost).Times {
		out = append(out, strings.TrimSuffix(x.Format("20060102T1504"), at.Format("T1504")))
	}
	return strings.Join(out, " ")
}

// TestTheExamplesOfTheStandard: what RFC 5545 says of its own examples.
func TestTheExamplesOfTheStandard(t *testing.T) {
	for _, c := range []struct{ start, rule, want string }{
		{"19970902T090000", "FREQ=DAILY;COUNT=4", "19970902 19970903 19970904 19970905"},
		{"19970902T090000", "FREQ=DAILY;INTERVAL=10;COUNT=3", "19970902 19970912 19970922"},
		{"19970902T090000", "FREQ=WEEKLY;UNTIL=19970930T000000Z", "19970902 19970909 19970916 19970923"},
		{"19970902T090000", "FREQ=WEEKLY;INTERVAL=2;WKST=SU;COUNT=3", "19970902 19970916 19970930"},
		{"19970902T090000", "FREQ=WEEKLY;COUNT=4;WKST=SU;BYDAY=TU,TH", "19970902 19970904 19970909 19970911"},
		{"19970902T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "19970902 19970904 19970916 19970918 19970930 19971002 19971014 19971016"},
		{"19970805T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "19970805 19970810 19970819 19970824"},
		{"19970805T090000", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "19970805 19970817 19970819 19970831"},
		{"19970905T090000", "FREQ=MONTHLY;COUNT=4;BYDAY=1FR", "19970905 19971003 19971107 19971205"},
		{"19970907T090000", "FREQ=MONTHLY;INTERVAL=2;COUNT=6;BYDAY=1SU,-1SU", "19970907 19970928 19971102 19971130 19980104 19980125"},
		{"19970922T090000", "FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", "19970922 19971020 19971117"},
		{"19970928T090000", "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3", "19970928 19971029 19971128"},
		{"19970930T090000", "FREQ=MONTHLY;COUNT=4;BYMONTHDAY=1,-1", "19970930 19971001 19971031 19971101"},
		{"19970610T090000", "FREQ=YEARLY;COUNT=4;BYMONTH=6,7", "19970610 19970710 19980610 19980710"},
		{"19970101T090000", "FREQ=YEARLY;INTERVAL=3;COUNT=4;BYYEARDAY=1,100,200", "19970101 19970410 19970719 20000101"},
		{"19970519T090000", "FREQ=YEARLY;BYDAY=20MO;COUNT=3", "19970519 19980518 19990517"},
		{"19970512T090000", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3", "19970512 19980511 19990517"},
		{"19970512T090000", "FREQ=YEARLY;BYWEEKNO=20;COUNT=3", "19970512 19980511 19990517"},
		{"19970313T090000", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=4", "19970313 19970320 19970327 19980305"},
		{"19970913T090000", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=3", "19970913 19971011 19971108"},
		{"19970904T090000", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "19970904 19971007 19971106"},
		{"19970929T090000", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3", "19970929 19971030 19971127"},
		{"19970902T090000", "FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20;COUNT=5", "19970902 19970902T0920 19970902T1000 19970902T1020 19970903"},
		{"20070115T090000", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=4", "20070115 20070130 20070215 20070315"},
		{"20260131T100000", "FREQ=DAILY;COUNT=1", "20260131"},
		{"20260131T100000", "FREQ=MONTHLY;COUNT=3", "20260131 20260331 20260531"},
		{"20280229T100000", "FREQ=YEARLY;COUNT=2", "20280229 20320229"},
		{"20260302T100000", "FREQ=WEEKLY;BYDAY=FR;COUNT=3", "20260302 20260306 20260313"}, // its first is one of it, whatever the rule says
		{"20260302T100000", "FREQ=WEEKLY;UNTIL=20260309", "20260302"},                     // as it stands; the end of that day is for whoever knows that a time was meant
	} {
		if got := days(t, c.rule, c.start, 8); got != c.want {
			t.Errorf("%s:\n%s\n%s", c.rule, got, c.want)
		}
	}
}

// TestAnotherProgramSaysTheSame: any rule gives what rrule-go makes of it, over eight years and as many as 200 times.
func TestAnotherProgramSaysTheSame(t *testing.T) {
	list := func(t *rapid.T, name string, low, high int, below bool) string {
		all := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) int {
			n := rapid.IntRange(low, high).Draw(t, "n")
			if below && rapid.Bool().Draw(t, "below") {
				n = -n
			}
			return n
		}), 1, 3, rapid.ID[int]).Draw(t, name)
		out := make([]string, len(all))
		for i, n := range all {
			out[i] = fmt.Sprint(n)
		}
		return ";" + name + "=" + strings.Join(out, ",")
	}
	compared := 0
	rapid.Check(t, func(t *rapid.T) {
		freq := rapid.SampledFrom([]string{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}).Draw(t, "freq")
		text := "FREQ=" + freq
		maybe := func() bool { return rapid.IntRange(0, 3).Draw(t, "maybe") == 0 }
		if maybe() {
			text += fmt.Sprintf(";INTERVAL=%d", rapid.IntRange(1, 5).Draw(t, "interval"))
		}
		if maybe() {
			text += fmt.Sprintf(";COUNT=%d", rapid.IntRange(1, 40).Draw(t, "count"))
		}
		if maybe() {
			text += list(t, "BYMONTH", 1, 12, false)
		}
		week := false
		if maybe() && freq != "WEEKLY" {
			text += list(t, "BYMONTHDAY", 1, 31, true)
		} else if freq == "YEARLY" && maybe() {
			text += list(t, "BYYEARDAY", 1, 366, true)
		} else if freq == "YEARLY" && maybe() {
			text, week = text+list(t, "BYWEEKNO", 1, 53, false), true
		}
		if week || maybe() {
			names := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"MO", "TU", "WE", "TH", "FR", "SA", "SU"}), 1, 3, rapid.ID[string]).Draw(t, "byday")
			if !week && (freq == "MONTHLY" || freq == "YEARLY") && maybe() {
				for i := range names {
					names[i] = fmt.Sprint(rapid.SampledFrom([]int{1, 2, 3, 5, -1, -2}).Draw(t, "nth")) + names[i]
				}
			}
			text += ";BYDAY=" + strings.Join(names, ",")
		}
		if maybe() {
			text += list(t, "BYSETPOS", 1, 3, true)
		}
		if maybe() {
			text += ";WKST=" + rapid.SampledFrom([]string{"MO", "SU", "WE"}).Draw(t, "wkst")
		}
		if maybe() {
			text += list(t, "BYHOUR", 0, 23, false)
		}
		start := time.Date(2023, 1, 1, 9, 30, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 1500).Draw(t, "start"))
		until := start.AddDate(8, 0, 0)
		o, err := rrule.StrToROption(text)
		if err != nil {
			t.Fatal(text, err)
		}
		o.Dtstart, o.Until = start, until
		theirs, err := rrule.NewRRule(*o)
		if err != nil {
			t.Fatal(text, err)
		}
		var want []time.Time
		for next := theirs.Iterator(); len(want) < 200; {
			x, ok := next()
			if !ok {
				break
			}
			want = append(want, x)
		}
		if len(want) == 0 || !want[0].Equal(start) {
			return // where its first is none of it, programs differ
		}
		ours, err := Parse(text)
		if err != nil {
			t.Fatal(text, err)
		}
		ours.Until = until
		cost := Cost(1 << 30)
		got := ours.Between(start, start, until, 200, &cost).Times
		if !slices.EqualFunc(got, want, time.Time.Equal) {
			t.Fatalf("%s from %v:\n%v\n%v", text, start, got, want)
		}
		compared++
		// and a part of it is a part of it
		from, to := start.AddDate(1, 0, 0), start.AddDate(2, 0, 0)
		part := ours.Between(start, from, to, 200, &cost).Times
		some := slices.DeleteFunc(slices.Clone(want), func(x time.Time) bool { return x.Before(from) || x.After(to) })
		if len(want) < 200 && !slices.EqualFunc(part, some, time.Time.Equal) {
			t.Fatalf("%s from %v, a part:\n%v\n%v", text, start, part, some)
		}
	})
	if compared < 10 {
		t.Errorf("%d rules were compared", compared)
	}
}

// TestNoRuleIsWithoutBound: one without end, one that never comes true, and one that begins long ago.
func TestNoRuleIsWithoutBound(t *testing.T) {
	now := time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)
	for rule, c := range map[string]struct {
		n          int
		cut, spent bool
		most       Cost
	}{
		"FREQ=DAILY":                                 {730, true, false, 800},
		"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30":        {0, true, false, 2000},
		"FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31":         {0, true, false, 800},
		"FREQ=DAILY;UNTIL=19800101T000000":           {0, true, false, 10},
		"FREQ=DAILY;COUNT=1000000000":                {0, false, true, 5001},
		"FREQ=DAILY;COUNT=30":                        {0, false, false, 40},
		"FREQ=DAILY;INTERVAL=10000":                  {0, true, false, 10},
		"FREQ=DAILY;BYHOUR=1,2,3,4,5,6;BYMINUTE=1,2": {1000, true, false, 800},
	} {
		r, err := Parse(rule)
		if err != nil {
			t.Fatal(err)
		}
		cost := Cost(5000)
		w := r.Between(time.Date(1970, 1, 1, 9, 0, 0, 0, time.UTC), now.AddDate(-1, 0, 0), now.AddDate(1, 0, 0), 1000, &cost)
		if len(w.Times) != c.n || w.Cut != c.cut || w.Spent != c.spent || 5000-cost > c.most {
			t.Errorf("%s: %d %v %v, it cost %d", rule, len(w.Times), w.Cut, w.Spent, 5000-cost)
		}
	}
}

func TestWhatIsNoRule(t *testing.T) {
	for _, text := range []string{"", "FREQ=", "FREQ=SOMETIMES", "INTERVAL=2", "FREQ=WEEKLY;INTERVAL=0", "FREQ=WEEKLY;INTERVAL=-1", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=", "FREQ=WEEKLY;BYDAY=0MO",
		"FREQ=WEEKLY;BYDAY=54MO", "FREQ=DAILY;COUNT=x", "FREQ=DAILY;UNTIL=20261345", "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;BYMONTHDAY=0", "FREQ=DAILY;BYHOUR=24", "FREQ=DAILY;BYHOUR=-1", "FREQ=DAILY;RSCALE=CHINESE",
		"FREQ", "FREQ=DAILY;BYMONTH=" + strings.Repeat("1,", 500) + "1"} {
		if r, err := Parse(text); err == nil {
			t.Errorf("%q: %+v", text, r)
		}
	}
	for _, text := range []string{"FREQ=HOURLY", "FREQ=MINUTELY;INTERVAL=7", "FREQ=SECONDLY"} {
		if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), "rule-hourly") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
