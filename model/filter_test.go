package model_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/modeltest"
)

// TestEachPartOfAFilterNarrowsDown: what a row has passes, anything else does not; found by the type, so that no part is
// forgotten.
func TestEachPartOfAFilterNarrowsDown(t *testing.T) {
	at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	row := desk.RequestRow{Theme: "poverty", Channel: "phone", Outcome: "referred", Language: "tr", Urgency: model.UrgencyNow,
		Status: desk.StatusClosed, Holder: []journal.ID{{1}, {2}}, Created: at}
	for i := range reflect.TypeFor[desk.Filter]().NumField() {
		name := reflect.TypeFor[desk.Filter]().Field(i).Name
		try := func(v any) bool {
			var f desk.Filter
			field := reflect.ValueOf(&f).Elem().Field(i)
			field.Set(reflect.ValueOf(v).Convert(field.Type()))
			if f.IsZero() {
				t.Errorf("a filter with %s is none", name)
			}
			return f.Match(&row)
		}
		var fits, not any
		switch name {
		case "Holder":
			fits, not = journal.ID{2}, journal.ID{3}
		case "Since":
			fits, not = at, at.Add(time.Minute)
		case "Until":
			fits, not = at.Add(time.Minute), at
		case "NotClosed":
			other := row
			other.Status = desk.StatusParked
			if f := (desk.Filter{NotClosed: true}); f.IsZero() || f.Match(&row) || !f.Match(&other) {
				t.Error("what is not closed is taken for closed, or the other way round")
			}
			continue
		default:
			fits, not = reflect.ValueOf(row).FieldByName(name).Interface(), "something else"
		}
		if !try(fits) || try(not) {
			t.Errorf("%s: %v passes %t, %v passes %t", name, fits, try(fits), not, try(not))
		}
	}
}

func TestWhatSearchingLooksAt(t *testing.T) {
	row := desk.RequestRow{Number: "ZW-0412", Summary: "Brief", Theme: "poverty", Source: "Z-7"}
	for _, words := range []string{"ZW-0412", "Brief", "poverty", "Z-7", "Vries"} {
		if !strings.Contains(row.SearchText("mw. de Vries"), words) {
			t.Errorf("%q is not found in %q", words, row.SearchText("mw. de Vries"))
		}
	}
	p := modeltest.FilledResident(0)
	for _, words := range []string{p.Name, p.Phone, p.Email, p.Street, p.Postcode} {
		if !strings.Contains(p.SearchText(), words) {
			t.Errorf("%q is not found in %q", words, p.SearchText())
		}
	}
}

func TestOnlyWhatIsOpenCounts(t *testing.T) {
	done := &journal.Mark{}
	r := desk.Request{
		Tasks: []desk.Task{{What: "a"}, {What: "b", Done: done}, {What: "c", Erased: true}},
		Referrals: []desk.Referral{{State: desk.ReferralProposed}, {State: desk.ReferralSent}, {State: desk.ReferralAccepted},
			{State: desk.ReferralDone}, {State: desk.ReferralDeclined}, {State: desk.ReferralWithdrawn}},
	}
	if r.OpenTasks() != 1 || r.OpenReferrals() != 3 || r.Row().OpenEnds != 4 {
		t.Errorf("%d tasks, %d referrals, %d open ends", r.OpenTasks(), r.OpenReferrals(), r.Row().OpenEnds)
	}
}
