package signal

import (
	"math"
	"testing"
	"time"

	"leerbalie/model/overview"
)

// daily is so many on each Monday of some weeks, which begin after others without anything.
func daily(theme string, without int, weeks ...int) overview.ThemeDays {
	d := overview.ThemeDays{Theme: theme, CameIn: make([]int, 7*(WeeksBefore+Weeks))}
	for i, n := range weeks {
		d.CameIn[7*(without+i)] = n
	}
	return d
}

// TestAYoungSite: weeks before the first in which anything came in at the site are none; a theme that is new at an older site has them.
func TestAYoungSite(t *testing.T) {
	until := time.Date(2026, 11, 29, 0, 0, 0, 0, time.UTC)
	judged := func(themes ...overview.ThemeDays) Themes {
		s := Themes{Period: overview.Period{From: until.AddDate(0, 0, -27), Until: until}}
		s.Before = overview.Period{From: s.Period.From.AddDate(0, 0, -7*WeeksBefore), Until: s.Period.From.AddDate(0, 0, -1)}
		s.judge(themes)
		return s
	}
	ten := flat(14, 10)
	young := judged(daily("a", 16, ten...))
	if j := young.Judged[0]; young.Weeks != 10 || j.Weeks != 10 || j.Before != 100 || j.Cases != 40 || j.Verdict != None || len(j.Counts) != 14 || math.Abs(j.Expected-40.2) > 1e-9 {
		t.Errorf("%+v", young)
	}
	if want := until.AddDate(0, 0, 1-7*14); !young.Before.From.Equal(want) {
		t.Errorf("the weeks before begin on %s, want %s", young.Before.From, want)
	}
	both := judged(daily("a", 16, ten...), daily("b", 0, 1))
	if both.Weeks != 26 || both.Judged[0].Theme != "a" || both.Judged[0].Before != 100 || both.Judged[1].Weeks != 26 || both.Judged[1].Before != 1 {
		t.Errorf("%+v", both)
	}
	if math.Abs(both.FalseSignals-0.026) > 1e-12 {
		t.Errorf("%v", both.FalseSignals)
	}
	if none := judged(); len(none.Judged) != 0 || none.Weeks != 0 || none.FalseSignals != 0 {
		t.Errorf("%+v", none)
	}
	rises := judged(daily("calm", 0, flat(30, 3)...), daily("rises", 0, append(flat(26, 3), 12, 12, 12, 12)...))
	if rises.Judged[0].Theme != "rises" || rises.Judged[0].Verdict != Signal || rises.Judged[0].Cases != 48 || rises.Judged[1].Verdict != None {
		t.Errorf("%+v", rises)
	}
	if y := (Judged{P: 0.001}).Years(11); math.Abs(y-1/(0.001*13*11)) > 1e-9 {
		t.Errorf("%v", y)
	}
	if y := (Judged{}).Years(0); y != 1e4 {
		t.Errorf("%v", y)
	}
}
