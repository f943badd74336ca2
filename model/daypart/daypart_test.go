package daypart

import (
	"slices"
	"testing"

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
	for _, text := range []string{"ma", "ma 9:00-12:00", "week A maandag", "even weken", "morgen", "feestdag-ochtend"} {
		if got, err := ParseDayPart(text); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q reads as %v", text, got.Codes())
		}
	}
	if AllDayParts.Len() != 21 || AllDayParts.Days() != [7]uint8{7, 7, 7, 7, 7, 7, 7} {
		t.Error("the week is not whole")
	}
}
