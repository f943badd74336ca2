package exchange

import (
	"context"
	"io"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
	"leerbalie/model/transfer"
)

// folder opens texts as files by their names.
func folder(files map[string]string) func(string) (io.ReadCloser, error) {
	return func(name string) (io.ReadCloser, error) {
		if text, ok := files[name]; ok {
			return io.NopCloser(strings.NewReader(text)), nil
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
}

// enrolled is who learns here, by name, each as told by say.
func enrolled(t *testing.T, session *model.Session, say func(model.Person) string) string {
	t.Helper()
	people, err := pairs.ReadStudents(t.Context(), session)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range people {
		out = append(out, say(p))
	}
	return strings.Join(out, "\n")
}

func name(p model.Person) string { return p.Name }

func numbered(p model.Person) string { return p.Name + " " + p.Number }

// refusal is the code by which a whole file is refused; "" where it is not.
func refusal(t *testing.T, session *model.Session, file string, o transfer.ImportOptions) string {
	t.Helper()
	o.What = transfer.Students
	_, err := Import(t.Context(), session, strings.NewReader(file), o)
	if err == nil {
		return ""
	}
	if fault.KindOf(err) != fault.Invalid {
		t.Errorf("it fails with %v", err)
	}
	return err.(*fault.Error).Msg
}

const users12 = "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,middleName,identifier,email,password,preferredGivenName,primaryOrgSourcedId\n" +
	"u1,,,true,u1,Johanna,Berg,van der,0071,anna@school.invalid,geheim123,Anna,org1\n" +
	"u2,,,true,u2,Teun,Leraar,,,teun@school.invalid,geheim456,,org1\n" +
	"u3,tobedeleted,2026-09-01T00:00:00.000Z,true,u3,Weg,Gegaan,,,weg@school.invalid,,,org1\n" +
	"u4,,,false,u4,Dicht,Gezet,,,dicht@school.invalid,,,org1\n" +
	"u5,,,true,u5,Oud,Student,,,oud@school.invalid,,,org1\n" +
	"u6,,,true,u6,Helpt,Ook,,,helpt@school.invalid,,,org1\n"

const roles12 = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\n" +
	"r1,,,u1,primary,student,,,org1\nr2,,,u2,primary,teacher,,,org1\nr3,,,u3,primary,student,,,org1\nr4,,,u4,primary,student,,,org1\n" +
	"r5,,,u5,primary,student,2024-09-01,2025-07-01,org1\nr6,,,u6,primary,aide,,,org1\nr7,,,u6,secondary,student,,,org1\n"

func TestOneRosterIsReadWithTheFilesBesideIt(t *testing.T) {
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	session := school(t)
	if code := refusal(t, session, users12, transfer.ImportOptions{}); code != "import.no-roles-alone" {
		t.Errorf("without a folder it says %q", code)
	}
	if code := refusal(t, session, users12, transfer.ImportOptions{Beside: folder(nil)}); code != "import.no-roles" {
		t.Errorf("without roles.csv it says %q", code)
	}
	if code := refusal(t, session, users12, transfer.ImportOptions{Beside: folder(nil), Map: map[string]string{"name": "familyName"}}); code != "import.no-roles" {
		t.Errorf("with a map, without roles.csv, it says %q", code)
	}
	beside := folder(map[string]string{"roles.csv": roles12, "orgs.csv": "sourcedId,status,name,type,identifier\norg1,,ROC Voorbeeld,school,1\n",
		"classes.csv":     "sourcedId,status,title,classCode\nc1,,SW2B,x\nc2,tobedeleted,Oud,x\n",
		"enrollments.csv": "sourcedId,status,classSourcedId,userSourcedId,role\ne1,,c1,u1,student\ne2,,c2,u1,student\ne3,,c1,u2,teacher\n"})
	r := enrol(t, session, users12, transfer.ImportOptions{Beside: beside, Now: now})
	if tally(r) != "1 read 1 imported 0 unchanged 0 refused" || r.Format != transfer.OneRoster {
		t.Fatal(tally(r), r.Format, saidOf(r))
	}
	for _, code := range []string{"import.beside", "import.password-column", "import.no-students", "import.gone"} {
		if !strings.Contains(saidOf(r), code) {
			t.Errorf("%s is not said: %s", code, saidOf(r))
		}
	}
	people, _ := pairs.ReadStudents(t.Context(), session)
	groups, _ := session.Groups(t.Context())
	if p := people[0]; p.Name != "Anna van der Berg" || p.Number != "0071" || p.SourceID != "u1" || p.Study.School != "ROC Voorbeeld" || len(groups) != 1 || groups[0].Name != "SW2B" ||
		len(p.Groups) != 1 {
		t.Errorf("%+v %+v", p, groups)
	}
}

func TestWhoIsGoneIsPassedOverAndSaid(t *testing.T) {
	session := school(t)
	head := "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,givenName,familyName,identifier\n"
	if r := enrol(t, session, head+"s1,,,false,o1,student,Noor,Voorbeeld,77\n", transfer.ImportOptions{}); tally(r) != "0 read 0 imported 0 unchanged 0 refused" ||
		saidOf(r) != "import.columns-left import.gone" {
		t.Fatal(tally(r), saidOf(r))
	}
	enrol(t, session, head+"s1,active,,true,o1,student,Noor,Voorbeeld,77\n", transfer.ImportOptions{})
	r := enrol(t, session, head+"s1,tobedeleted,2026-11-01,true,o1,student,Noor,Voorbeeld,77\n", transfer.ImportOptions{})
	if tally(r) != "0 read 0 imported 0 unchanged 0 refused" || !strings.Contains(saidOf(r), "import.gone-here") || enrolled(t, session, name) != "Noor Voorbeeld" {
		t.Error(tally(r), saidOf(r), enrolled(t, session, name))
	}
	r = enrol(t, session, "Studentnummer;Naam;Niveau;Inschrijfstatus;Rol\n1;Eva Mol;mbo-3;uitgeschreven;student\n2;Ali Kaya;mbo-3;ingeschreven;docent\n3;Sem Bos;mbo-3;ingeschreven;leerling\n",
		transfer.ImportOptions{Map: map[string]string{"number": "Studentnummer", "name": "Naam", "level": "Niveau"}})
	if tally(r) != "1 read 1 imported 0 unchanged 0 refused" || enrolled(t, session, name) != "Noor Voorbeeld\nSem Bos" {
		t.Error(tally(r), saidOf(r), enrolled(t, session, name))
	}
}

func TestOnlyAListOfWhoLearnsIsAClassList(t *testing.T) {
	session := school(t)
	for file, want := range map[string]string{
		"sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\no1,,,Voorbeeldcollege,school,0001,\n": "import.is-organisations",
		"sourcedId,status,title,courseCode\nc1,,Zorg,Z1\n":                                                             "import.is-courses",
		"sourcedId,status,title,classCode,classType\nc1,,SW2B,x,homeroom\n":                                            "import.is-classes",
		"sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\n":                                              "import.is-enrolments",
		"sourcedId,userSourcedId,roleType,role\nr1,u1,primary,student\n":                                               "import.is-roles",
		"sourcedId,title,type,startDate,endDate,schoolYear\ny1,2026,term,a,b,2026\n":                                   "import.is-other",
		"zaaknummer,datum,hulpvraag,naam\n1,09-03-2026,Brief,Jan\n":                                                    "import.is-requests",
		"naam;kvk;website\nStichting Wijk;1;x\n":                                                                       "import.is-organisations",
		"naam;straat;postcode\nJan Bos;Laan 1;2512 AB\n":                                                               "import.is-residents",
		"naam;functie;e-mail\nJuf Jansen;docent;j@school.invalid\n":                                                    "import.is-staff",
		"naam;kleur\nJan Bos;rood\n":                                                                                   "import.no-whom",
		"kleur;datum\nrood;1\n":                                                                                        "import.no-name",
		"naam;studentnummer;postcode\nJan Bos;12;2512 AB\n":                                                            "",
	} {
		if got := refusal(t, session, file, transfer.ImportOptions{}); got != want {
			t.Errorf("%q: %q, want %q", file, got, want)
		}
	}
	if got := enrolled(t, session, name); got != "Jan Bos" {
		t.Errorf("there are %s", got)
	}
}

func TestASchoolsFileIsReadWhole(t *testing.T) {
	say := func(p model.Person) string {
		day := func(at time.Time) string {
			if at.IsZero() {
				return "-"
			}
			return at.Format(time.DateOnly)
		}
		s := p.Study
		return strings.Join([]string{p.Name, p.Number, p.SourceID, p.Email, p.Level, s.Programme, s.Crebo, s.Cohort, s.Route, string(rune('0' + s.Year)), day(s.Start), day(s.End),
			s.Company, s.Guide, strings.Join(s.DayParts.Codes(), " "), strings.Join(p.Languages, " ")}, "|")
	}
	for _, file := range []struct{ text, want, said, groups string }{
		{"Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n\"Visser, Noor\",4411,0944444,0944444@school.invalid,SW2B\n\"Student, Test\",9999,,,SW2B\n",
			"Noor Visser|0944444|4411|0944444@school.invalid||||||0|-|-||||", "import.nobody import.no-level import.no-dayparts", "SW2B"},
		{"Deelnemernummer,Naam,Geslacht,Opleiding,Crebo,Niveau,Leerweg,Cohort,Groep,BPV-begin,BPV-eind,BPV-uren,BPV-bedrijf,Praktijkopleider\n" +
			"200001,\"Boer, Sanne de\",V,\"Sociaal werker\",25960,4,BOL,2025,SW2B,01-09-2025,03-07-2026,600,Wijkz,Mieke Praktijk\n" +
			"200002,\"Ait Ali, Mo\",M,\"Sociaal werker\",25960,MBO niveau 3,BBL,2025,SW2B,01-09-2025,03-07-2026,600,Wijkz,Mieke Praktijk\n",
			"Mo Ait Ali|200002|||mbo-3|Sociaal werker|25960|2025|BBL|0|2025-09-01|2026-07-03|Wijkz|Mieke Praktijk||\n" +
				"Sanne de Boer|200001|||mbo-4|Sociaal werker|25960|2025|BOL|0|2025-09-01|2026-07-03|Wijkz|Mieke Praktijk||",
			"import.columns-left import.level-bare import.no-dayparts", "SW2B"},
		{"Studentnummer;Achternaam;Voorvoegsels;Voorletters;Roepnaam;Opleiding;Opleidingsvorm;Studiejaar;E-mail instelling;Inschrijfstatus\n" +
			"0912345;Jansen;van der;P.;Pim;B Social Work;voltijd;2;0912345@school.invalid;ingeschreven\n0923456;Kaya;;E.;;B Social Work;voltijd;3;0923456@school.invalid;ingeschreven\n",
			"E. Kaya|0923456||0923456@school.invalid|hbo|B Social Work|||voltijd|3|-|-||||\nPim van der Jansen|0912345||0912345@school.invalid|hbo|B Social Work|||voltijd|2|-|-||||",
			"import.level-programme import.no-dayparts", ""},
		{"Studentnr;Voornaam;Tussenvoegsel;Achternaam;Opleiding;Niveau;Jaar;Groep;Talen;Beschikbaar;Start stage;Einde stage;E-mail\n" +
			"103;Daan;de;Wit;Social Work;hbo;3;HBO-SW;nl, en;maandag 9-12;01-09-26;31-01-27;daan@hogeschool.invalid\n" +
			"104;Esmée;van der;Berg;Social Work;hbo-2;2;HBO-SW;Frans, Nederlands;do-middag, vr-ochtend;1 sept 2026;;\n",
			"Daan de Wit|103||daan@hogeschool.invalid|hbo|Social Work||||3|2026-09-01|2027-01-31|||mon-morning|nl en\n" +
				"Esmée van der Berg|104|||hbo|Social Work||||2|2026-09-01|-|||thu-afternoon fri-morning|fr nl", "import.hours-read", "HBO-SW"},
	} {
		session := school(t)
		r := enrol(t, session, file.text, transfer.ImportOptions{})
		if got := enrolled(t, session, say); got != file.want || saidOf(r) != file.said || len(r.Refused) > 0 {
			t.Errorf("there are\n%s\nwant\n%s\nsaid %s, want %s", got, file.want, saidOf(r), file.said)
		}
		groups, _ := session.Groups(t.Context())
		if file.groups != "" && (len(groups) != 1 || groups[0].Name != file.groups) {
			t.Errorf("the groups are %v", groups)
		}
	}
}

func TestWhoIsKnownIsFoundAgain(t *testing.T) {
	for _, c := range []struct{ first, second, tally, who, said string }{
		{"nummer,naam,niveau\n0012,Anna Bos,mbo-3\n", "nummer,naam,niveau\n12,Anna Bos,mbo-3\n", "1 read 0 imported 1 unchanged 0 refused", "Anna Bos 0012", "import.zeros"},
		{"nummer,naam,niveau\n12,Anna Bos,mbo-3\n", "nummer,naam,niveau\n0012,Anna Bos,mbo-3\n", "1 read 1 imported 0 unchanged 0 refused", "Anna Bos 0012", "import.zeros"},
		{"nummer,naam,niveau\n0012,Anna Bos,mbo-3\n", "nummer,naam,niveau\n12,Teun Vos,mbo-3\n", "1 read 1 imported 0 unchanged 0 refused", "Anna Bos 0012\nTeun Vos 12", ""},
		{"nummer,naam,niveau\n1,Anna Bos,mbo-3\n", "nummer,naam,niveau\n1,Anna de Vries,mbo-3\n", "1 read 1 imported 0 unchanged 0 refused", "Anna de Vries 1", "import.renamed"},
		{"nummer,naam,niveau\n1,Anna Bos,mbo-3\n", "nummer,naam,niveau\n1,Teun Vos,mbo-3\n", "1 read 0 imported 0 unchanged 1 refused", "Anna Bos 1", "2:import.number-other"},
		{"nummer,naam,e-mail\n1,Anna Bos,a@x.nl\n", "nummer,naam,e-mail\n2,Anna Bos,A@x.nl\n", "1 read 1 imported 0 unchanged 0 refused", "Anna Bos 2", "import.renumbered"},
		{"naam,e-mail\nAnna Bos,a@x.nl\n", "naam,e-mail\nAnna Bos,b@x.nl\n", "1 read 1 imported 0 unchanged 0 refused", "Anna Bos \nAnna Bos ", ""},
		{"naam,niveau\nAnna Bos,mbo-3\n", "naam,nummer\nAnna Bos,7\n", "1 read 1 imported 0 unchanged 0 refused", "Anna Bos 7", ""},
		{"naam,nummer\nAnna Bos,7\nAnna Bos,8\n", "naam,niveau\nAnna Bos,mbo-2\n", "1 read 0 imported 0 unchanged 1 refused", "Anna Bos 7\nAnna Bos 8", "2:import.which"},
		{"naam,nummer\nAnna Bos,7\n", "naam,nummer\nAnna Bos,7\nAnna Bos,8\n", "2 read 1 imported 1 unchanged 0 refused", "Anna Bos 7\nAnna Bos 8", ""},
		{"naam,nummer\nEva Mol,1\n", "naam,nummer\nAnna Bos,\nAnna Bos,\n", "2 read 1 imported 1 unchanged 0 refused", "Anna Bos \nEva Mol 1", "import.same-row"},
		{"naam,nummer\nEva Mol,1\n", "naam,nummer,niveau\nAnna Bos,,mbo-2\nAnna Bos,,mbo-3\n", "2 read 1 imported 0 unchanged 1 refused", "Anna Bos \nEva Mol 1", "3:import.same-name"},
		{"naam,nummer\nEva Mol,1\n", "naam,nummer,niveau\nAnna Bos,5,mbo-2\nAnna Bos,5,mbo-3\nAnna Bos,05,mbo-2\n", "3 read 1 imported 0 unchanged 2 refused", "Anna Bos 5\nEva Mol 1", "3:import.twice 4:import.twice"},
		{"naam,nummer\nEva Mol,1\n", "naam,nummer\nAnna Bos,\"2,02603E+11\"\n", "1 read 0 imported 0 unchanged 1 refused", "Eva Mol 1", "2:import.number-broken"},
		{"naam,nummer\nEva Mol,1\n", "naam,nummer\nAnna Bos,\"=\"\"0012\"\"\"\nSem Kok,13.0\n", "2 read 2 imported 0 unchanged 0 refused", "Anna Bos 0012\nEva Mol 1\nSem Kok 13", ""},
		{"sourcedId,role,givenName,familyName,identifier\n8E7A-1,student,Anna,Bos,1\n", "sourcedId,role,givenName,familyName,identifier\n8e7a-1,student,Anna,de Vries,2\n",
			"1 read 1 imported 0 unchanged 0 refused", "Anna de Vries 2", "import.renamed"},
		{"nummer,naam\n1,Anna Bos\n", "sourcedId,role,givenName,familyName,identifier\nk1,student,Anna,Bos,1\n", "1 read 1 imported 0 unchanged 0 refused", "Anna Bos 1", ""},
		{"sourcedId,role,givenName,familyName\nk1,student,Anna,Bos\n", "sourcedId,role,givenName,familyName\nk1,student,Teun,Vos\n", "1 read 0 imported 0 unchanged 1 refused", "Anna Bos ", "2:import.key-other"},
	} {
		session := school(t)
		enrol(t, session, c.first, transfer.ImportOptions{})
		dry := enrol(t, session, c.second, transfer.ImportOptions{DryRun: true})
		r := enrol(t, session, c.second, transfer.ImportOptions{})
		said := strings.Join(slices.DeleteFunc(strings.Fields(saidOf(r)), func(s string) bool { return s == "import.no-dayparts" || s == "import.no-level" }), " ")
		if tally(r) != c.tally || enrolled(t, session, numbered) != c.who || said != c.said {
			t.Errorf("%q then %q: %s, %q, %s", c.first, c.second, tally(r), enrolled(t, session, numbered), said)
		}
		if tally(dry) != tally(r) || saidOf(dry) != saidOf(r) {
			t.Errorf("%q then %q: tried first it says %s %s, and then %s %s", c.first, c.second, tally(dry), saidOf(dry), tally(r), saidOf(r))
		}
	}
}

func TestANewGroupIsAChangeWhenTriedFirst(t *testing.T) {
	session := school(t)
	enrol(t, session, "naam,nummer\nAnna Bos,7\n", transfer.ImportOptions{})
	file := "naam,nummer,groep\nAnna Bos,7,SW2B\n"
	dry := enrol(t, session, file, transfer.ImportOptions{DryRun: true})
	if groups, _ := session.Groups(t.Context()); len(groups) != 0 {
		t.Errorf("trying made %v", groups)
	}
	if r := enrol(t, session, file, transfer.ImportOptions{}); tally(dry) != tally(r) || r.Imported != 1 {
		t.Errorf("tried it says %s, done %s", tally(dry), tally(r))
	}
}

func TestWhoLeftOrWorksHereDoesNotComeInUnasked(t *testing.T) {
	session := school(t)
	enrol(t, session, "naam,nummer\nAnna Bos,7\n", transfer.ImportOptions{})
	people, _ := pairs.ReadStudents(context.Background(), session)
	do := func(a model.Action) journal.ID {
		r, err := session.Do(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		return r.Entity
	}
	do(pairs.PersonLeaves{ID: people[0].ID})
	do(model.AddPerson{Person: model.Person{Name: "Juf Jansen", Email: "juf@x.nl", Roles: []model.Role{model.RoleDesk}}})
	r := enrol(t, session, "naam,nummer,e-mail\nAnna Bos,7,\nJuf Jansen,,juf@x.nl\n", transfer.ImportOptions{})
	if tally(r) != "2 read 0 imported 0 unchanged 2 refused" || saidOf(r) != "2:import.left 3:import.is-colleague" {
		t.Error(tally(r), saidOf(r))
	}
}

// TestTheLevelThatAProgrammeSays: anywhere in its name, and it is said.
func TestTheLevelThatAProgrammeSays(t *testing.T) {
	session := deskSession(t)
	file := "studentnummer;naam;opleiding\n1;Dijk, Jan van, jr.;Sociaal werk mbo-4\n2;Bo;MBO Sociaal Werk 3\n3;Cas;hbo Social Work\n4;Di;Sociaal werk\n"
	report, err := Import(t.Context(), session, strings.NewReader(file), transfer.ImportOptions{What: transfer.Students})
	if err != nil {
		t.Fatal(err)
	}
	if got := enrolled(t, session, func(p model.Person) string { return p.Name + " " + p.Level }); got != "Bo mbo-3\nCas hbo\nDi \nJan van Dijk jr. mbo-4" {
		t.Errorf("%q, %v", got, report.Refused)
	}
	if got, _ := says(report, "import.level-programme"); !strings.Contains(got, "{n 3}") {
		t.Error("it says", got)
	}
}
