package daypart

import (
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model/fault"
)

func TestDayParts(t *testing.T) {
	all, err := ParseDayParts([]string{"ma-ochtend", " Tue PM", "zondagavond", "ma ochtend", "", "wo_middag"})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"mon-morning", "tue-afternoon", "wed-afternoon", "sun-evening"}; !slices.Equal(all.Codes(), want) {
		t.Errorf("%v, want %v", all.Codes(), want)
	}
	for i := range 21 {
		one := DayParts(1) << i
		if got, err := ParseDayPart(one.Codes()[0]); err != nil || got != one {
			t.Errorf("%v reads back as %v, %v", one.Codes(), got.Codes(), err)
		}
	}
	for _, text := range []string{"ma", "ma 12-9", "ma 9", "maart 9-12", "ma 9-99", "week A maandag", "even weken", "morgen", "feestdag-ochtend"} {
		if got, err := ParseDayPart(text); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q reads as %v", text, got.Codes())
		}
	}
	if AllDayParts.Len() != 21 || AllDayParts.Days() != [7]uint8{7, 7, 7, 7, 7, 7, 7} {
		t.Error("the week is not whole")
	}
}

func TestHoursOnADayAreItsParts(t *testing.T) {
	for text, want := range map[string]string{"maandag 9-12": "mon-morning", "ma 9:00-12:00": "mon-morning", "di 13.00 - 17.00 uur": "tue-afternoon", "wo 9-17": "wed-morning wed-afternoon",
		"do 9-13": "thu-morning", "Friday 17:30-21:00": "fri-evening", "za 12u tot 13u": "sat-afternoon", "zo hele dag": "sun-morning sun-afternoon", "mo 0900-1130": "mon-morning"} {
		if got, err := ParseDayPart(text); err != nil || strings.Join(got.Codes(), " ") != want {
			t.Errorf("%q is %v, %v; want %s", text, got.Codes(), err, want)
		}
	}
}

// TestTheDayPartOfAMoment: where a part ends the next begins, and the week begins on Monday.
func TestTheDayPartOfAMoment(t *testing.T) {
	for _, c := range []struct {
		day     time.Weekday
		minutes int
		want    string
	}{
		{time.Monday, 0, "mon-morning"}, {time.Monday, 12*60 - 1, "mon-morning"}, {time.Monday, 12 * 60, "mon-afternoon"}, {time.Wednesday, 18*60 - 1, "wed-afternoon"},
		{time.Saturday, 18 * 60, "sat-evening"}, {time.Sunday, 24*60 - 1, "sun-evening"}, {time.Sunday, 9 * 60, "sun-morning"},
	} {
		if got := At(c.day, c.minutes).Codes(); !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s at %d is %v, want %s", c.day, c.minutes, got, c.want)
		}
	}
	if got := Between(time.Sunday, 9*60, 17*60).Codes(); !slices.Equal(got, []string{"sun-morning", "sun-afternoon"}) {
		t.Errorf("%v", got)
	}
	if got := Between(time.Tuesday, 11*60, 12*60+30).Codes(); !slices.Equal(got, []string{"tue-morning"}) {
		t.Errorf("%v", got)
	}
}
