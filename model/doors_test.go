package model_test

import (
	"context"
	"fmt"
	"math/rand"
	"reflect"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/modeltest"
)

// planted is a text with a citizen service number in it, in a spelling of its own.
const planted = " bsn 111\n222 333 erin"

// notKept are texts that no action writes, with what becomes of them.
func notKept() map[string]string {
	return map[string]string{
		"desk.AddRequest.Request.Status": "worked out", "desk.TakeIn.Request.Status": "worked out",
		"desk.AddRequest.Request.Number": "given by the store", "desk.TakeIn.Request.Number": "given by the store",
		"directory.EditService.Service.Entry.Source": "its source's alone", "directory.EditService.Service.Entry.Further": "its source's alone",
		"directory.EditLocation.Location.Entry.Source": "its source's alone", "directory.EditLocation.Location.Entry.Further": "its source's alone",
		"directory.EditOrganization.Organization.Entry.Source": "its source's alone", "directory.EditOrganization.Organization.Entry.Further": "its source's alone",
		"model.EditSite.Site.Code": "never altered", "model.EditSite.Site.Tags[0].Also[0]": "of the program", "model.EditSite.Site.Tags[0].List": "of the program",
		"partner.Edit.Partner.SourceID": "its file's alone", "placement.Edit.Placement.SourceID": "its file's alone",
		"free.Add.Days.Code": "of a rule's alone", "free.Edit.Days.Code": "of a rule's alone", "free.Put.Days.Code": "of a rule's alone",
		"free.Add.Days.UID": "its calendar's alone", "free.Edit.Days.UID": "its calendar's alone",
		"meeting.Plan.Series.Meeting.UID": "its calendar's alone", "meeting.Plan.Series.Meeting.Instance": "its calendar's alone", "meeting.Plan.Series.Meeting.Form": "those of the series take turns",
		"meeting.Add.Meeting.UID": "its calendar's alone", "meeting.Add.Meeting.Instance": "its calendar's alone", "meeting.Edit.Meeting.UID": "its calendar's alone", "meeting.Edit.Meeting.Instance": "its calendar's alone",
		"meeting.Plan.Series.Meeting.Why": "said where it is cancelled", "meeting.Add.Meeting.Why": "said where it is cancelled", "meeting.Edit.Meeting.Why": "said where it is cancelled",
		"model.EditSite.Site.PathKinds[0].Also[0]": "of the program", "model.EditSite.Site.PathKinds[0].List": "of the program",
	}
}

// texts visits every text in a value that can be altered, with what puts another in its place and back.
func texts(path string, v reflect.Value, visit func(path string, put func(string))) {
	switch v.Kind() {
	case reflect.String:
		was := v.String()
		visit(path, v.SetString)
		v.SetString(was)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				texts(path+"."+v.Type().Field(i).Name, v.Field(i), visit)
			}
		}
	case reflect.Slice:
		if v.Len() == 0 && v.Type().Elem().Kind() == reflect.String {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			texts(path+"[0]", v.Index(0), visit)
			v.SetZero()
			return
		}
		own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(own, v)
		was := reflect.ValueOf(v.Interface())
		v.Set(own)
		for i := range min(v.Len(), 3) {
			texts(fmt.Sprintf("%s[%d]", path, i), v.Index(i), visit)
		}
		v.Set(was)
	case reflect.Map:
		if v.Type().Key().Kind() != reflect.String || v.Type().Elem().Kind() != reflect.String {
			return
		}
		was := reflect.ValueOf(v.Interface())
		for _, k := range v.MapKeys() {
			own := reflect.MakeMap(v.Type())
			for _, other := range v.MapKeys() {
				own.SetMapIndex(other, v.MapIndex(other))
			}
			visit(path+"["+k.String()+"]", func(s string) {
				own.SetMapIndex(k, reflect.ValueOf(s).Convert(v.Type().Elem()))
				v.Set(own)
			})
			v.Set(was)
		}
	}
}

// TestNoActionLetsACitizenServiceNumberIn: every text of every action that there is, one by one with a number in it: no
// action is done with it, whoever vouches for what.
func TestNoActionLetsACitizenServiceNumberIn(t *testing.T) {
	at := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	s := memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)), Now: func() time.Time { at = at.Add(time.Second); return at }})
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	session, err := model.Enter(t.Context(), s, me)
	must(t, err)
	tried, told := 0, map[string]bool{}
	attempt := func(path string, a model.Action) {
		tried++
		for _, ctx := range []context.Context{t.Context(), model.Vouching(t.Context())} {
			answers, err := session.Try(ctx, [][]model.Action{{a}}, true)
			must(t, err)
			if answers[0] == nil {
				told[path] = true
			}
		}
	}
	must(t, modeltest.EverythingTried(t.Context(), session, at, func(a model.Action) {
		if edit, ok := a.(desk.EditRequest); ok {
			for _, f := range desk.Editable() {
				if f.Kind != model.OfText && f.Kind != model.OfCode && f.Kind != model.OfLanguage {
					continue
				}
				attempt("EditRequest."+f.Name, desk.EditRequest{ID: edit.ID, Alter: func(r *desk.Request) { f.Put(r, journal.Text(planted)) }})
			}
			return
		}
		p := reflect.New(reflect.TypeOf(a)).Elem()
		p.Set(reflect.ValueOf(a))
		texts(fmt.Sprintf("%T", a), p, func(path string, put func(string)) {
			put(planted)
			attempt(path, p.Interface().(model.Action))
		})
	}))
	for path := range told {
		if _, ok := notKept()[path]; !ok {
			t.Errorf("%s came in", path)
		}
	}
	for path := range notKept() {
		if !told[path] {
			t.Errorf("%s is among what is not kept, and is refused", path)
		}
	}
	if tried < 250 {
		t.Errorf("only %d texts were tried", tried)
	}
	t.Logf("%d texts of actions", tried)
}
