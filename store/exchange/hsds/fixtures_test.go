package hsds

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/transfer"
)

var today = time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)

const samples = "../../../../shared/samples/hsds"

// sampleFolder opens the files of a folder of the samples.
func sampleFolder(t testing.TB, name string) func(string) (io.ReadCloser, error) {
	t.Helper()
	dir := filepath.Join(samples, name)
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the samples are not here")
	}
	return func(file string) (io.ReadCloser, error) { return os.Open(filepath.Join(dir, file)) }
}

// folderOf opens files that a test has in memory.
func folderOf(of map[string]string) func(string) (io.ReadCloser, error) {
	return func(name string) (io.ReadCloser, error) {
		text, ok := of[name]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return io.NopCloser(strings.NewReader(text)), nil
	}
}

// readText reads a file that a test has in memory.
func readText(t testing.TB, name, text string, o Options) (*Set, error) {
	t.Helper()
	o.Now = today
	return Read(t.Context(), Input{Name: name, Src: strings.NewReader(text)}, o)
}

// fixture is one of the files with which the Ohana API tested its import, alone, beside a directory that has organisations, places,
// services, programmes, contacts and terms 1 to 3.
type fixture struct {
	taken   string // how many rows of which table
	refused string // the row, the code and what the sentence has in it; "" for none
	remark  string // the code of a remark that has to be there
	why     string
}

var fixtures = map[string]fixture{
	"contact_with_no_parent.csv":          {"contacts 0", "2 hsds.no-parent columns=organization_id, service_id, service_at_location_id, location_id", "", "nobody would find a contact that belongs to nothing"},
	"existing_category.csv":               {"taxonomy_terms 1", "", "", "a term that is there already is no fault"},
	"holiday_schedule_with_no_parent.csv": {"schedules 0", "2 hsds.no-parent columns=service_id, location_id, service_at_location_id", "", "as a contact"},
	"hs_with_2_digit_year.csv":            {"schedules 1", "", "hsds.month-first-guessed", "1/2/14 is 2 January 2014 in this layout, which no date of the file shows: it is said"},
	"hs_with_invalid_date.csv":            {"schedules 0", "2 hsds.date column=valid_to text=13/27/2014", "", "there is no month 13, and no month 27"},
	"hs_with_spelled_out_date.csv":        {"schedules 1", "", "", "December 24, 2014 is a day"},
	"invalid_address.csv":                 {"addresses 1", "2 hsds.empty column=city", "", "without a city an address is none"},
	"invalid_category.csv":                {"taxonomy_terms 1", "2 hsds.empty column=name", "", "a term without a name says nothing"},
	"invalid_contact.csv":                 {"contacts 1", "2 hsds.empty column=name", "", "the layout asks for a name"},
	"invalid_holiday_schedule.csv":        {"schedules 1", "2 hsds.half-open there=09:30 missing=closes_at", "", "it opens and never closes"},
	"invalid_location.csv":                {"locations 1", "2 hsds.empty column=name", "", "the layout asks for a name"},
	"invalid_location_org.csv":            {"locations 0", "2 hsds.parent-unknown column=organization_id id=100", "", "there is no organisation 100"},
	"invalid_mail_address.csv":            {"addresses 1", "2 hsds.empty column=address_1", "", "without a street an address is none"},
	"invalid_mail_address_location.csv":   {"addresses 0", "2 hsds.parent-unknown column=location_id id=100", "", "there is no place 100"},
	"invalid_org.csv":                     {"organizations 1", "2 hsds.empty column=name", "", "an organisation without a name cannot be found"},
	"invalid_parent_category.csv":         {"taxonomy_terms 0", "2 hsds.parent-unknown column=parent_id id=0", "", "there is no term 0"},
	"invalid_phone.csv":                   {"phones 1", "2 hsds.empty column=number_type", "", "the layout asks what kind of number it is: a fax is not to be called"},
	"invalid_program.csv":                 {"programs 1", "2 hsds.empty column=name", "", "a programme without a name says nothing"},
	"invalid_program_headers.csv":         {"programs 1", "", "hsds.column-missing", "nothing is lost of a column that nobody has to fill in: it is said"},
	"invalid_regular_schedule.csv":        {"schedules 4", "2 hsds.empty column=closes_at", "", "it opens and never closes"},
	"invalid_service.csv":                 {"services 0", "2 hsds.empty column=name", "", "a service without a name cannot be found"},
	"invalid_service_location.csv":        {"services 0", "2 hsds.parent-unknown column=location_id id=100", "", "there is no place 100"},
	"locations.csv":                       {"locations 3", "", "", "all is well"},
	"missing_address.csv":                 {"addresses 0", "2 hsds.empty column=city", "", "what is empty is said first"},
	"org_with_2_digit_year.csv":           {"organizations 1", "", "hsds.month-first", "1/24/70 is 24 January 1970: nothing else can be meant"},
	"org_with_invalid_date.csv":           {"organizations 1", "", "hsds.day-first", "24/2/70 can only be 24 February: it is read so, and said. In the country of this layout it was no date"},
	"org_with_spelled_out_date.csv":       {"organizations 1", "", "", "January 20, 1970 is a day"},
	"phone_with_no_parent.csv":            {"phones 0", "2 hsds.no-parent columns=location_id, service_id, organization_id, contact_id, service_at_location_id", "", "nobody knows who answers"},
	"program_with_no_parent.csv":          {"programs 0", "2 hsds.no-parent columns=organization_id", "", "a programme is of an organisation"},
	"programs.csv":                        {"programs 1", "", "", "all is well"},
	"regular_schedule_with_no_parent.csv": {"schedules 0", "2 hsds.no-parent columns=service_id, location_id, service_at_location_id", "", "nobody knows what is open"},
	"services.csv":                        {"", "csv.onlyheader", "", "there is nothing in it but headings"},
	"taxonomy.csv":                        {"", "csv.onlyheader", "", "there is nothing in it but headings"},
	"valid_address.csv":                   {"addresses 3", "", "", "all is well"},
	"valid_category.csv":                  {"taxonomy_terms 4", "", "", "all is well: a part may stand before the whole"},
	"valid_contact_phone.csv":             {"phones 1", "", "", "all is well"},
	"valid_location.csv":                  {"locations 1", "", "", "all is well"},
	"valid_location_contact.csv":          {"contacts 1", "", "", "all is well"},
	"valid_location_holiday_schedule.csv": {"schedules 1", "", "hsds.month-first", "11/27/2014 shows that 1/11/2014 is 11 January"},
	"valid_location_phone.csv":            {"phones 1", "", "", "all is well"},
	"valid_location_regular_schedule.csv": {"schedules 1", "", "", "all is well"},
	"valid_mail_address.csv":              {"addresses 1", "", "", "all is well"},
	"valid_org.csv":                       {"organizations 1", "", "hsds.month-first-guessed", "1/2/1970 is 2 January in this layout: it is said"},
	"valid_org_contact.csv":               {"contacts 1", "", "", "all is well"},
	"valid_org_phone.csv":                 {"phones 1", "", "", "all is well"},
	"valid_program.csv":                   {"programs 1", "", "", "all is well"},
	"valid_service.csv":                   {"services 1", "", "", "all is well; its organisation is that of its place"},
	"valid_service_contact.csv":           {"contacts 1", "", "", "all is well"},
	"valid_service_holiday_schedule.csv":  {"schedules 1", "", "hsds.month-first", "11/27/2014 is a day in one way only"},
	"valid_service_phone.csv":             {"phones 1", "", "", "all is well"},
	"valid_service_regular_schedule.csv":  {"schedules 1", "", "", "all is well"},
}

// kept are the entries beside which a fixture is read.
func kept(table, id string) bool {
	return slices.ContainsFunc([]string{"1", "2", "3", "101", "102", "101-02"}, func(n string) bool { return UID(table, n) == id })
}

// TestEveryFixture: each file is taken and refused row by row, as the table says and for the reason it gives.
func TestEveryFixture(t *testing.T) {
	list, _ := filepath.Glob(filepath.Join(samples, "ohana_fixtures", "*.csv"))
	if len(list) == 0 {
		t.Skip("the samples are not here")
	}
	for _, path := range list {
		name := filepath.Base(path)
		want, named := fixtures[name]
		if !named {
			t.Errorf("%s is in no row of the table", name)
			continue
		}
		t.Run(name, func(t *testing.T) {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			s, err := Read(t.Context(), Input{Name: name, Src: bytes.NewReader(raw)}, Options{Now: today, Known: kept, At: func(string) string { return UID(Organizations, "1") }})
			if err != nil {
				if msgOf(err) != want.refused {
					t.Errorf("%v, expected %q: %s", err, want.refused, want.why)
				}
				return
			}
			table, _, _ := strings.Cut(want.taken, " ")
			if got := fmt.Sprintf("%s %d", table, len(s.Tables[table])); got != want.taken || s.Format != transfer.Ohana {
				t.Errorf("%s of %s, expected %s: %s", got, s.Format, want.taken, want.why)
			}
			var refused []string
			for _, r := range s.Refused {
				if r.File != name {
					t.Errorf("a row of %s", r.File)
				}
				refused = append(refused, fmt.Sprintf("%d %v", r.Row, r.Err))
			}
			if got := strings.Join(refused, "; "); got != want.refused {
				t.Errorf("refused %q, expected %q: %s", got, want.refused, want.why)
			}
			if want.remark != "" && !slices.ContainsFunc(s.Remarks, func(r transfer.Remark) bool { return r.Msg == want.remark }) {
				t.Errorf("nothing says %s: %s", want.remark, want.why)
			}
			for _, r := range s.Remarks {
				if r.Msg == "hsds.no-organization" {
					t.Error("a service without its organisation")
				}
			}
		})
	}
}

func msgOf(err error) string {
	var e *fault.Error
	if errors.As(err, &e) {
		return e.Msg
	}
	return ""
}

// TestTheSamplesComeInWhole: no row of the samples is refused, in whatever form, and the same directory as tables and as JSON gives the same
// organisation, service and place.
func TestTheSamplesComeInWhole(t *testing.T) {
	read := func(in Input) *Set {
		s, err := Read(t.Context(), in, Options{Now: today})
		if err != nil || len(s.Refused) > 0 {
			t.Fatal(in.Name, err, s.Refused)
		}
		return s
	}
	rows := func(s *Set) string {
		var out []string
		for _, table := range []string{Organizations, Services, Locations, Phones, Contacts, Schedules, Languages, Areas, Costs} {
			out = append(out, fmt.Sprintf("%s %d", table, len(s.Tables[table])))
		}
		return strings.Join(out, ", ")
	}
	if got := rows(read(Input{Name: "ohana", Folder: sampleFolder(t, "ohana")})); got != "organizations 8, services 23, locations 22, phones 54, contacts 31, schedules 15, languages 32, service_areas 32, cost_options 0" {
		t.Error(got)
	}
	tables := read(Input{Name: "csv", Folder: sampleFolder(t, "spec/csv")})
	for _, name := range []string{"tabular", "service_full", "service_at_location_full", "organization_full"} {
		raw, err := os.ReadFile(filepath.Join(samples, "spec", name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		s := read(Input{Name: name + ".json", Src: bytes.NewReader(raw)})
		if got := rows(s); got != rows(tables) {
			t.Errorf("%s: %s, as tables %s", name, got, rows(tables))
		}
		for _, table := range []string{Services, Costs, Areas} {
			a, b := maps.Clone(tables.Tables[table][0].Cells), maps.Clone(s.Tables[table][0].Cells)
			if !maps.Equal(a, b) {
				t.Errorf("%s %s:\n%v\n%v", name, table, a, b)
			}
		}
	}
	for name, want := range map[string]string{"organization_list": Organizations, "service_list": Services, "location": Locations, "taxonomy": Taxonomies, "taxonomy_list": Taxonomies,
		"taxonomy_term": Terms, "taxonomy_term_list": Terms, "service_at_location_list": AtLocation} {
		raw, err := os.ReadFile(filepath.Join(samples, "spec", name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		if s := read(Input{Name: name + ".json", Src: bytes.NewReader(raw)}); len(s.Tables[want]) != 1 {
			t.Errorf("%s: %v", name, s.Read)
		}
	}
	raw, _ := os.ReadFile(filepath.Join(samples, "spec", "base.json"))
	if _, err := Read(t.Context(), Input{Name: "base.json", Src: bytes.NewReader(raw)}, Options{Now: today}); msgOf(err) != "hsds.json-nothing" {
		t.Error(err)
	}
}
