package exchange

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/pairs"
	"leerbalie/model/transfer"
)

func school(t *testing.T) *model.Session {
	t.Helper()
	now := time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC)
	s := memory.New(memory.Options{Replica: journal.Replica{1}, Now: func() time.Time { return now }, Random: rand.New(rand.NewSource(1))})
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	if err != nil {
		t.Fatal(err)
	}
	session, err := model.Enter(t.Context(), s, me)
	if err != nil {
		t.Fatal(err)
	}
	return session
}

func enrol(t *testing.T, session *model.Session, file string, o transfer.ImportOptions) transfer.Report {
	t.Helper()
	o.What = transfer.Students
	r, err := Import(t.Context(), session, strings.NewReader(file), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func tally(r transfer.Report) string {
	return fmt.Sprintf("%d read %d imported %d unchanged %d refused", r.Read, r.Imported, r.Unchanged, len(r.Refused))
}

func saidOf(r transfer.Report) string {
	var out []string
	for _, x := range r.Refused {
		out = append(out, fmt.Sprintf("%d:%s", x.Row, x.Err.(*fault.Error).Msg))
	}
	for _, m := range r.Remarks {
		out = append(out, m.Msg)
	}
	return strings.Join(out, " ")
}

const klas = "Studentnummer;Naam;BSN;Niveau;School;Klas;Talen;Dagdelen;Thema's;Sterk;Startdatum;Normuren\n" +
	"1001;Ali Yılmaz;111222333;mbo 3;ROC Mondriaan;2B;Turks, Nederlands;ma-ochtend, di middag;eenzaamheid,taal;W1;01-09-2026;900\n" +
	"1002;Noor Visser;123456782;hbo-2;HHS;2B;nl;mon-morning|Tue PM;;intervenieert;;\n" +
	"1003;Sem Kok;;niveau 9;ROC Mondriaan;2B;;ma-ochtend;;;;\n" +
	"1004;Eva Mol;;mbo-4;ROC Mondriaan;2B;;ma 9:00-12:00;;;;\n" +
	"1001;Iris Bos;;mbo-2;Albeda;2C;;wo-avond;;;;\n" +
	"1001;Ali Yilmaz;;mbo-3;ROC Mondriaan;2B;;;;;;\n" +
	"1005;Jan 123456782;;mbo-3;ROC Mondriaan;2B;;;;;;\n"

func TestImportStudents(t *testing.T) {
	session := school(t)
	dry := enrol(t, session, klas, transfer.ImportOptions{DryRun: true})
	if people, _ := pairs.ReadStudents(t.Context(), session); len(people) != 0 || tally(dry) != "7 read 4 imported 0 unchanged 3 refused" {
		t.Fatalf("%s %d", tally(dry), len(people))
	}
	r := enrol(t, session, klas, transfer.ImportOptions{})
	if want := "4:unknown-level 7:import.twice 8:import.bsn import.bsn-column import.hours-read"; tally(r) != tally(dry) || saidOf(r) != want {
		t.Fatalf("%s\n%s", tally(r), saidOf(r))
	}
	people, err := pairs.ReadStudents(t.Context(), session)
	if err != nil || len(people) != 4 {
		t.Fatal(people, err)
	}
	ali, noor := people[0], people[3]
	if ali.Name != "Ali Yılmaz" || ali.Level != "mbo-3" || ali.Study.DayParts.Len() != 2 || ali.Study.NormHours != 900 ||
		strings.Join(ali.Languages, " ") != "tr nl" || strings.Join(ali.Study.Themes, " ") != "loneliness literacy" || len(ali.Groups) != 1 ||
		ali.Site != session.Site() || ali.Study.Start.Format(time.DateOnly) != "2026-09-01" {
		t.Errorf("%+v", ali)
	}
	if noor.Level != "hbo" || noor.Study.Year != 2 || noor.Groups[0] != ali.Groups[0] || noor.Study.DayParts != ali.Study.DayParts {
		t.Errorf("%+v", noor)
	}
	if again := enrol(t, session, klas, transfer.ImportOptions{}); tally(again) != "7 read 0 imported 4 unchanged 3 refused" {
		t.Errorf("the same file again: %s", tally(again))
	}
	later := enrol(t, session, "nummer,naam,school,niveau\n1001,Ali Yilmaz,ROC Mondriaan,mbo-4\n1001,Bart Smit,Albeda,mbo-2\n", transfer.ImportOptions{})
	if tally(later) != "2 read 1 imported 0 unchanged 1 refused" || !strings.Contains(saidOf(later), "3:import.number-other") {
		t.Errorf("%s %s", tally(later), saidOf(later))
	}
	people, _ = pairs.ReadStudents(t.Context(), session)
	if ali := people[0]; ali.Level != "mbo-4" || ali.Study.NormHours != 900 {
		t.Errorf("a later file: %+v", ali)
	}
}

func TestImportStudentsByMapAndStrictly(t *testing.T) {
	session := school(t)
	file := "wie,wanneer,hoe hoog\nAli,ma-ochtend,mbo-2\nNoor,,\nSem,maandag,hbo\n"
	o := transfer.ImportOptions{Map: map[string]string{"name": "wie", "dayparts": "wanneer", "level": "hoe hoog"}, Strict: true}
	if r := enrol(t, session, file, o); tally(r) != "3 read 0 imported 0 unchanged 1 refused" {
		t.Fatal(tally(r))
	}
	o.Strict = false
	if r := enrol(t, session, file, o); tally(r) != "3 read 2 imported 0 unchanged 1 refused" {
		t.Fatal(tally(r))
	}
	o.Map["name"] = "niet daar"
	o.What = transfer.Students
	if _, err := Import(t.Context(), session, strings.NewReader(file), o); fault.KindOf(err) != fault.Invalid {
		t.Fatal(err)
	}
	for _, file := range []string{"", "a,b\n1,2\n", "naam\n"} {
		if _, err := Import(t.Context(), session, strings.NewReader(file), transfer.ImportOptions{What: transfer.Students}); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q: %v", file, err)
		}
	}
}

func TestImportOneRoster(t *testing.T) {
	session := school(t)
	file := "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n" +
		"u-1,active,2026-01-01,true,roc-1,student,ali,,Ali,Yilmaz,,1001,ali@example.org,,,,10,geheim\n" +
		"u-2,active,2026-01-01,true,roc-1,teacher,juf,,Juf,Jansen,,,,,,,,\n" +
		"u-3,tobedeleted,2026-01-01,true,roc-1,student,weg,,Weg,Gegaan,,1003,,,,,,\n"
	r := enrol(t, session, file, transfer.ImportOptions{})
	if tally(r) != "1 read 1 imported 0 unchanged 0 refused" || r.Format != transfer.OneRoster || !strings.Contains(saidOf(r), "import.password-column") ||
		!strings.Contains(saidOf(r), "import.no-students") {
		t.Fatalf("%s %s %s", tally(r), r.Format, saidOf(r))
	}
	people, _ := pairs.ReadStudents(t.Context(), session)
	if p := people[0]; p.Name != "Ali Yilmaz" || p.Number != "1001" || p.Study.School != "roc-1" {
		t.Errorf("%+v", p)
	}
	if _, err := Import(t.Context(), session, strings.NewReader("naam\nAli\n"), transfer.ImportOptions{What: transfer.Students, Format: transfer.OneRoster}); fault.KindOf(err) != fault.Invalid {
		t.Error(err)
	}
}
