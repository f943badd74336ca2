package modeltest

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
)

// RequestFields names the fields of a request that people can alter, as the type of Go has them.
func RequestFields() (out []string) {
	for _, f := range desk.Editable() {
		out = append(out, GoName(f.Name))
	}
	return out
}

// GoName is the name in Go of a field of a table: AgeBand for age-band.
func GoName(name string) string {
	var b strings.Builder
	for _, word := range strings.Split(name, "-") {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return b.String()
}

// ResidentFields names the fields of a resident that somebody can alter.
func ResidentFields() []string {
	return names(reflect.TypeFor[desk.Resident](), "ID", "Site", "MergedInto", "Erased", "Archived", "ReadOnly")
}

// PersonFields names the fields of somebody who works or learns here that somebody can alter, but for those of a study.
func PersonFields() []string {
	return names(reflect.TypeFor[model.Person](), "ID", "Study", "Rescued", "Archived", "Removed", "Erased", "ReadOnly")
}

// StudyFields names the fields of a student's study.
func StudyFields() []string { return names(reflect.TypeFor[model.Study]()) }

func names(t reflect.Type, without ...string) (out []string) {
	for i := range t.NumField() {
		name := t.Field(i).Name
		if t.Field(i).IsExported() && !strings.Contains(" "+strings.Join(without, " ")+" ", " "+name+" ") {
			out = append(out, name)
		}
	}
	return out
}

// valuesByField are the values of fields that do not take any text: two of each that differ.
func valuesByField() map[string][2]any {
	return map[string][2]any{
		"Urgency":     {model.UrgencyNow, model.UrgencyToday},
		"Supervision": {model.SupervisionPair, model.SupervisionProfessional},
		"Channel":     {"phone", "chat"},
		"Theme":       {"poverty", "digital"},
		"LifeDomain":  {"finances", "housing"},
		"Asker":       {"relative", "care-professional"},
		"AgeBand":     {"18-34", "65-plus"},
		"Language":    {"tr", "pl"},
		"FollowUp":    {time.Date(2027, 2, 3, 8, 30, 0, 0, time.UTC), time.Date(2027, 3, 4, 9, 45, 0, 0, time.UTC)},
		"BirthYear":   {1951, 1962},
		"Keep":        {desk.KeepRegister, desk.KeepThrowaway},
		"Told":        {true, false},
		"Regular":     {true, false},
		"Phone":       {"0612345678", "0687654321"},
		"Email":       {"een@voorbeeld.nl", "twee@voorbeeld.nl"},
		"Postcode":    {"2516 AB", "2517 CD"},
		"Roles":       {[]model.Role{model.RoleStudent}, []model.Role{model.RoleStudent, model.RoleDesk}},
		"Level":       {"mbo-3", "hbo"},
		"Languages":   {[]string{"tr"}, []string{"nl", "pl"}},
		"Crebo":       {"25655", "25656"},
		"Year":        {1, 2},
		"DayParts":    {model.DayParts(3), model.DayParts(12)},
		"Themes":      {[]string{"poverty"}, []string{"digital", "literacy"}},
		"Start":       {time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 10, 2, 0, 0, 0, 0, time.UTC)},
		"End":         {time.Date(2027, 6, 1, 0, 0, 0, 0, time.UTC), time.Date(2027, 7, 2, 0, 0, 0, 0, time.UTC)},
		"NormHours":   {160, 240},
		"Status":      {model.StudyActive, model.StudyEnded},
		"Outcome":     {"diploma", "left"},
		"Waiting":     {time.Date(2026, 11, 3, 0, 0, 0, 0, time.UTC), time.Date(2026, 11, 4, 0, 0, 0, 0, time.UTC)},
	}
}

// Value is a telling value for a field; those of n 0 and 1 differ. It panics for a field of a new type.
func Value(name string, t reflect.Type, n int) reflect.Value {
	if two, ok := valuesByField()[name]; ok {
		return reflect.ValueOf(two[n]).Convert(t)
	}
	if t == reflect.TypeFor[[]string]() {
		return reflect.ValueOf([][]string{{"Een " + strings.ToLower(name)}, {"Twee " + strings.ToLower(name), "en meer"}}[n])
	}
	if t.Kind() != reflect.String {
		panic(fmt.Sprintf("modeltest: give %s two values in told", name))
	}
	return reflect.ValueOf([2]string{"Een ", "Twee "}[n] + strings.ToLower(name)).Convert(t)
}

// FilledRequest is a request of a resident with something to tell in every field; those of n 0 and 1 differ in each.
func FilledRequest(n int, resident journal.ID) desk.Request {
	r := desk.Request{Resident: resident, AskedBy: resident}
	fill(reflect.ValueOf(&r).Elem(), RequestFields(), n)
	return r
}

// FilledClosing is a closing with something to tell in every field; those of n 0 and 1 differ in each.
func FilledClosing(n int) (c desk.Closing) {
	for _, f := range desk.ClosingTable() {
		v := journal.Text([2]string{"een-", "twee-"}[n] + f.Name) // one word, which no screen breaks
		switch f.Kind {
		case model.OfCode:
			v = journal.Text(f.Codes(model.Site{})[2+n].Code)
		case model.OfTexts:
			v = journal.Texts([]string{v.Text()})
		}
		f.Put(&c, v)
	}
	return c
}

// ClosingsApart tells the fields in which two closings differ.
func ClosingsApart(a, b desk.Closing) (out []string) {
	for _, f := range desk.ClosingTable() {
		if x, y := f.Get(&a), f.Get(&b); !x.Equal(y) {
			out = append(out, fmt.Sprintf("%s: %v, not %v", f.Name, x, y))
		}
	}
	return out
}

// FilledResident is a resident with something to tell in every field; those of n 0 and 1 differ in each.
func FilledResident(n int) desk.Resident {
	var r desk.Resident
	fill(reflect.ValueOf(&r).Elem(), ResidentFields(), n)
	return r
}

// FilledStudent is a student with something to tell in every field that names nobody and no place; those of n 0 and 1 differ
// in each.
func FilledStudent(n int) model.Person {
	var p model.Person
	fill(reflect.ValueOf(&p).Elem(), PersonFields(), n)
	fill(reflect.ValueOf(&p.Study).Elem(), StudyFields(), n)
	return p
}

func fill(v reflect.Value, names []string, n int) {
	for _, name := range names {
		if f := v.FieldByName(name); f.Type() != reflect.TypeFor[journal.ID]() && f.Type() != reflect.TypeFor[[]journal.ID]() {
			f.Set(Value(name, f.Type(), n))
		}
	}
}

// EditOf is the action that gives one field of a request the value that it has in another.
func EditOf(id journal.ID, name string, from desk.Request) desk.EditRequest {
	return desk.EditRequest{ID: id, Alter: func(r *desk.Request) { *r = With(*r, name, from) }}
}

// Apart tells the fields, out of those given, in which two requests or residents differ.
func Apart[T any](fields []string, a, b T) (out []string) {
	for _, name := range fields {
		if x, y := reflect.ValueOf(a).FieldByName(name), reflect.ValueOf(b).FieldByName(name); !equal(x.Interface(), y.Interface()) {
			out = append(out, fmt.Sprintf("%s: %v, not %v", name, x, y))
		}
	}
	return out
}

// equal compares two values of a field; a moment is the same in every zone.
func equal(a, b any) bool {
	if at, ok := a.(time.Time); ok {
		return at.Equal(b.(time.Time))
	}
	return reflect.DeepEqual(a, b)
}

// With is a request or resident with one field as it is in another.
func With[T any](a T, name string, from T) T {
	reflect.ValueOf(&a).Elem().FieldByName(name).Set(reflect.ValueOf(from).FieldByName(name))
	return a
}
