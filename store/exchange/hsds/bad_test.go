package hsds

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"leerbalie/model/fault"
	"leerbalie/model/transfer"
)

const cityTable = "Organisatie;Aanbod;Doelgroep;Telefoon;Talen;Straat;Postcode;Plaats;Openingstijden;Thema\n" +
	"Humanitas;Thuisadministratie;volwassenen;010-1234567;Nederlands, Turks;Coolsingel 1;3011 AA;Rotterdam;ma-vr 9.00-17.00 uur; post en geld\n"

// TestATableWithColumnsOfItsOwn in all the ways in which an office saves one: the same comes out.
func TestATableWithColumnsOfItsOwn(t *testing.T) {
	own := strings.Replace(cityTable, "uur; post en geld", `uur;"post en geld, Café"`, 1)
	old, err := charmap.Windows1252.NewEncoder().String(own)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"LF": own, "CRLF": strings.ReplaceAll(own, "\n", "\r\n"), "CR alone": strings.ReplaceAll(own, "\n", "\r"), "Windows-1252": old,
		"a mark in front": "\ufeff" + own, "a title above": "Sociale kaart 2026\n\n" + own,
	} {
		s, err := readText(t, "kaart.csv", text, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := fmt.Sprintf("%s %d %d: %s %s, %s %s %s-%s, %s", s.Format, len(s.Tables[Services]), len(s.Refused), s.Tables[Services][0].Cells["name"], s.Tables[Phones][0].Cells["number"],
			s.Tables[Addresses][0].Cells["postal_code"], s.Tables[Schedules][0].Cells["byday"], s.Tables[Schedules][0].Cells["opens_at"], s.Tables[Schedules][0].Cells["closes_at"], s.Tables[Terms][1].Cells["name"])
		if got != "csv 1 0: Thuisadministratie 010-1234567, 3011 AA MO,TU,WE,TH,FR 09:00-17:00, Café" {
			t.Errorf("%s: %s", name, got)
		}
		if len(s.Tables[Languages]) != 2 || s.Tables[Languages][1].Cells["code"] != "tr" {
			t.Errorf("%s: %v", name, s.Tables[Languages])
		}
	}
	if _, err := readText(t, "x.csv", "a;b\n1;2\n", Options{}); msgOf(err) != "hsds.not-known" {
		t.Error(err)
	}
	s, err := readText(t, "x.csv", "Wie;Wat\nHumanitas;Maatjes\n;\n;Taal\n", Options{Map: map[string]string{"organization": "Wie", "service": "Wat"}})
	if err != nil || len(s.Tables[Services]) != 2 || len(s.Tables[Organizations]) != 1 {
		t.Error(err, s)
	}
	if _, err := readText(t, "x.csv", "Wie;Wat\na;b\n", Options{Map: map[string]string{"service": "Hoe"}}); msgOf(err) != "import.no-column" {
		t.Error(err)
	}
}

// TestAHundredAndSixteenColumns: what has no place is kept beside the service, and said.
func TestAHundredAndSixteenColumns(t *testing.T) {
	header, row := []string{"Organisatie", "Dienst"}, []string{"Humanitas", "Maatjes"}
	for i := range 114 {
		header, row = append(header, fmt.Sprintf("Veld %d", i)), append(row, fmt.Sprint("w", i))
	}
	s, err := readText(t, "breed.csv", strings.Join(header, ";")+"\n"+strings.Join(row, ";")+"\n", Options{})
	if err != nil || len(s.Tables[Services]) != 1 {
		t.Fatal(err)
	}
	if c := s.Tables[Services][0].Cells; c[Beside+"Veld 0"] != "w0" || c[Beside+"Veld 113"] != "w113" {
		t.Error(c)
	}
	if len(s.Remarks) == 0 || s.Remarks[0].Msg != "hsds.columns-beside" {
		t.Error(s.Remarks)
	}
}

// TestHoursInOtherForms: days and times as files write them.
func TestHoursInOtherForms(t *testing.T) {
	for text, want := range map[string]string{
		"Monday": "MO", "ma": "MO", "1": "MO", "7": "SU", "Maandag, woensdag": "MO,WE", "ma-vr": "MO,TU,WE,TH,FR", "vr-ma": "MO,FR,SA,SU", "maandag t/m donderdag": "MO,TU,WE,TH",
		"Mon-Fri": "MO,TU,WE,TH,FR", "MO,TU": "MO,TU", "2TU": "2TU", "za en zo": "SA,SU", "Mondays": "MO", "1,2,3": "MO,TU,WE", "di/do": "TU,TH",
	} {
		if got, err := readDays(text); err != nil || got != want {
			t.Errorf("%q: %q %v, expected %q", text, got, err, want)
		}
	}
	for _, text := range []string{"someday", "8", "ma-feestdag", "Xx"} {
		if got, err := readDays(text); err == nil {
			t.Errorf("%q: %q", text, got)
		}
	}
	for text, want := range map[string]string{"08:00": "08:00", "8.00": "08:00", "800": "08:00", "8 AM": "08:00", "4:00 PM": "16:00", "3pm": "15:00", "9": "09:00", "17u30": "17:30", "24:00": "24:00",
		"10:00:00": "10:00:00", "10:00+02:00": "10:00+02:00", "10:00:00Z": "10:00:00Z", "12 AM": "00:00"} {
		if got, err := readClock("opens_at", text); err != nil || got != want {
			t.Errorf("%q: %q %v, expected %q", text, got, err, want)
		}
	}
	for _, text := range []string{"25:00", "noon-ish", "8:75", "-1"} {
		if got, err := readClock("opens_at", text); err == nil {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// TestWhatMayNeverBeKept: a citizen service number refuses its row, wherever it stands, and a column that is named so goes whole.
func TestWhatMayNeverBeKept(t *testing.T) {
	s, err := readText(t, "kaart.csv", "Organisatie;Dienst;BSN;Omschrijving\nHumanitas;Maatjes;111222333;fijn\nHumanitas;Taal;;kent 111222333\n", Options{})
	if err != nil || len(s.Tables[Services]) != 1 || len(s.Refused) != 1 || s.Refused[0].Row != 3 || msgOf(s.Refused[0].Err) != "import.bsn" {
		t.Fatal(err, s.Refused)
	}
	for _, rows := range s.Tables {
		for _, r := range rows {
			for _, text := range r.Cells {
				if strings.Contains(text, "111222333") {
					t.Error(r)
				}
			}
		}
	}
	for name, text := range map[string]string{
		"organizations.csv": "id,name,description,BSN\n1,Humanitas,helpt,111222333\n2,Anders,111222333,\n",
		"lijst.json":        `[{"id":"1","name":"Humanitas","website":"x","year_incorporated":1945,"bsn":"111222333"},{"id":"2","name":"Anders","website":"x","year_incorporated":1945,"description":"111222333"}]`,
	} {
		s, err := readText(t, name, text, Options{})
		if err != nil || len(s.Tables[Organizations]) != 1 || len(s.Refused) != 1 || strings.Contains(fmt.Sprint(s.Tables, s.Refused[0].Err, s.Remarks), "111222333") {
			t.Error(name, err, s)
		}
	}
}

// TestACellThatIsTooLong refuses its row and no other.
func TestACellThatIsTooLong(t *testing.T) {
	s, err := readText(t, "organizations.csv", "id,name,description\n1,Lang,"+strings.Repeat("a", longest+1)+"\n2,Kort,b\n", Options{})
	if err != nil || len(s.Refused) != 1 || s.Refused[0].Row != 2 || msgOf(s.Refused[0].Err) != "hsds.cell-long" || len(s.Tables[Organizations]) != 1 {
		t.Error(err, s.Refused)
	}
}

// TestServicesWithoutOrganisations come in, and that is said; ids that stand twice are refused where they say something else.
func TestServicesWithoutOrganisations(t *testing.T) {
	s, err := Read(t.Context(), Input{Name: "x", Folder: folderOf(map[string]string{
		"services.csv": "id,organization_id,name,status\na,,Los,active\nb,weg,Half,active\nb,weg,Anders,active\na,,Los,active\n",
		"phones.csv":   "id,service_id,number\n1,a,010\n2,zz,020\n3,,030\n",
	})}, Options{Now: today})
	if err != nil || len(s.Tables[Services]) != 2 || len(s.Tables[Phones]) != 1 {
		t.Fatal(err, s.Tables)
	}
	var got []string
	for _, r := range s.Refused {
		got = append(got, fmt.Sprintf("%s:%d %s", r.File, r.Row, msgOf(r.Err)))
	}
	if fmt.Sprint(got) != "[phones.csv:3 hsds.parent-unknown phones.csv:4 hsds.no-parent services.csv:4 hsds.id-twice]" {
		t.Error(got)
	}
	said := fmt.Sprint(s.Remarks)
	for _, msg := range []string{"hsds.no-organization", "hsds.dangling", "hsds.row-again", "hsds.ids-short"} {
		if !strings.Contains(said, msg) {
			t.Errorf("nothing says %s: %s", msg, said)
		}
	}
}

// packed makes a zip file; a name with a * at the end is filled with as many megabytes of one letter as the text says.
func packed(t testing.TB, names []string, text string, megabytes int) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
		line := []byte(strings.Repeat("a", 1<<20-1) + "\n")
		for range megabytes {
			if _, err := w.Write(line); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestArchives: what is no archive of a directory, or wants more than to be read.
func TestArchives(t *testing.T) {
	table := "id,name,description\n1,Humanitas,x\n"
	for name, c := range map[string]struct {
		names     []string
		megabytes int
		want      string
	}{
		"a directory": {[]string{"hsds/organizations.csv", "hsds/datapackage.json", "__MACOSX/hsds/._organizations.csv", "hsds/.DS_Store"}, 0, ""},
		"out of it":   {[]string{"organizations.csv", "../../etc/cron.d/x.csv"}, 0, "hsds.zip-path"}, "whole path": {[]string{"/etc/organizations.csv"}, 0, "hsds.zip-path"},
		"as Windows has it": {[]string{`..\organizations.csv`}, 0, "hsds.zip-path"}, "a drive": {[]string{`C:\organizations.csv`}, 0, "hsds.zip-path"},
		"twice": {[]string{"a/organizations.csv", "b/organizations.csv"}, 0, "hsds.zip-twice"}, "nothing": {[]string{"readme.txt"}, 0, "hsds.zip-none"},
		"a workbook": {[]string{"[Content_Types].xml", "xl/workbook.xml"}, 0, "csv.workbook"},
	} {
		s, err := Read(t.Context(), Input{Name: "x.zip", Src: bytes.NewReader(packed(t, c.names, table, c.megabytes))}, Options{Now: today})
		if msgOf(err) != c.want || err == nil && len(s.Tables[Organizations]) != 1 {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range []string{"organizations.csv", "organizations.json"} { // a bomb
		pages, _, err := unpack(bytes.NewReader(packed(t, []string{name}, table, 9)), 8<<20)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := readPages(t.Context(), pages, nil, Options{Now: today, Known: kept}); msgOf(err) != "hsds.zip-bomb" {
			t.Errorf("%s: %v", name, err)
		}
	}
	whole := packed(t, []string{"organizations.csv"}, table, 0)
	for _, harmed := range [][]byte{whole[:len(whole)-9], append(append([]byte{}, whole[:40]...), whole[60:]...)} {
		if _, err := Read(t.Context(), Input{Name: "x.zip", Src: bytes.NewReader(harmed)}, Options{Now: today}); msgOf(err) != "hsds.zip-damaged" {
			t.Error(err)
		}
	}
}

// TestWhatGoesOutDoesNothing: formulas are made harmless, numbers stay numbers, and reading gives back what was written.
func TestWhatGoesOutDoesNothing(t *testing.T) {
	id := UID(Organizations, "1")
	cells := map[string]string{"id": id, "name": "=1+1", "alternate_name": "+31 20 1234567", "description": "@SUM(A1)", "email": "-122.4", "legal_status": "-1+1", "tax_status": "'-5", "website": "+cmd|' /C calc'!A0",
		"year_incorporated": "50 %", "tax_id": "€ 2,50 p.p."}
	files := map[string]string{}
	_, err := Write(map[string][]Row{Organizations: {{Cells: cells}}}, func(name string, write func(io.Writer) error) error {
		var b bytes.Buffer
		defer func() { files[name] = b.String() }()
		return write(&b)
	})
	if err != nil {
		t.Fatal(err)
	}
	line := strings.Split(files["organizations.csv"], "\n")[1]
	if line != id+",'=1+1,+31 20 1234567,'@SUM(A1),-122.4,'+cmd|' /C calc'!A0,''-5,\"€ 2,50 p.p.\",50 %,'-1+1,,," {
		t.Error(line)
	}
	s, err := Read(t.Context(), Input{Name: "x", Folder: folderOf(files)}, Options{Now: today})
	if err != nil || len(s.Tables[Organizations]) != 1 || fmt.Sprint(s.Tables[Organizations][0].Cells) != fmt.Sprint(cells) {
		t.Error(err, s)
	}
	if want := transfer.DirectoryFiles(); len(files) != len(want) {
		t.Error(len(files))
	} else {
		for _, name := range want {
			if files[name] == "" {
				t.Errorf("%s is not written", name)
			}
		}
	}
}

// FuzzRead reads anything: it never crashes, and every row that comes out has an id and belongs to a table.
func FuzzRead(f *testing.F) {
	f.Add("organizations.csv", []byte("id,name\n1,x\n"))
	f.Add("x.csv", []byte(cityTable))
	f.Add("x.json", []byte(`{"contents":[{"id":"1","name":"x","website":"y","services":[{"id":"2","name":"z","phones":[{"number":"1","languages":[{"code":"nl"}]}]}]}]}`))
	f.Add("x.zip", packed(f, []string{"a/services.csv", "a/phones.csv"}, "id,service_id,number\n1,1,2\n", 0))
	f.Add("holiday_schedules.csv", []byte("id,location_id,service_id,start_date,end_date,closed,opens_at,closes_at\n1,1,,\"January 01, 0001\",1/2/03,t,8.00,\n"))
	f.Add("schedules.csv", []byte("id,service_id,byday,opens_at,closes_at,valid_from\n1,2,ma-vr,800,24:00,31/12/99\n"))
	f.Fuzz(func(t *testing.T, name string, raw []byte) {
		s, err := Read(t.Context(), Input{Name: name, Src: bytes.NewReader(raw)}, Options{Now: today, Known: func(string, string) bool { return len(raw)%2 == 0 }})
		if err != nil {
			if msgOf(err) == "" {
				t.Fatal(err)
			}
			return
		}
		for table, rows := range s.Tables {
			for _, r := range rows {
				if tableNamed(table) == nil || !IsUUID(r.ID()) {
					t.Fatalf("%s %v", table, r)
				}
			}
		}
	})
}

// FuzzValues: what is read of a day, a time or days of the week is read as the same once more.
func FuzzValues(f *testing.F) {
	for _, text := range []string{"12/24/14", "January 01, 0001", "24 mei 2020", "8 AM", "24:00", "ma-vr", "2TU", "1,7", "10:00:00+01:00"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, o := range []order{dayFirst, monthFirst} {
			if d, err := readDay("x", text, o, today); err == nil {
				if again, err := readDay("x", d, o, today); err != nil || again != d {
					t.Fatalf("%q %q %q %v", text, d, again, err)
				}
			}
		}
		if c, err := readClock("x", text); err == nil {
			if _, ok := Minutes(c); !ok {
				t.Fatalf("%q %q", text, c)
			}
		}
		if d, err := readDays(text); err == nil && d != "" {
			if again, err := readDays(d); err != nil || again != d {
				t.Fatalf("%q %q %q %v", text, d, again, err)
			}
		}
		_ = parts(text)
	})
}

// TestBrokenJSONSaysWhere: the sentence names the character where it goes wrong, not the start of the file.
func TestBrokenJSONSaysWhere(t *testing.T) {
	for given, at := range map[string]int64{`{"a":[[`: 7, `{"a": nee}`: 8, `[] x`: 3, strings.Repeat("[", 20000): 10001} {
		_, err := readText(t, "x.json", given, Options{})
		var e *fault.Error
		if !errors.As(err, &e) || e.Msg != "hsds.json-form" || len(e.Args) != 1 || e.Args[0].Value != at {
			t.Errorf("%.12s: %+v, want character %d", given, e, at)
		}
	}
}
