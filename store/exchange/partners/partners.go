// Package partners brings lists of partners and of placements in and out: a table as an office keeps one, a row a partner or a placement.
package partners

import (
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/model/plain"
	"leerbalie/model/transfer"
	"leerbalie/store/exchange/tabular"
)

// column is what a column can hold, with the headings by which it is known, folded.
type column struct {
	field string
	names []string
}

var partnerColumns = []column{
	{"name", []string{"name", "naam", "partner", "bedrijf", "organisatie", "werkgever", "company", "employer"}}, {"state", []string{"state", "stand", "status"}},
	{"places", []string{"places", "plaatsen", "aantalplaatsen"}}, {"supervision_hours", []string{"supervisionhours", "begeleiding", "urenbegeleiding", "begeleidingperweek", "supervision"}},
	{"from", []string{"from", "van", "vanaf", "start", "begin"}}, {"to", []string{"to", "tot", "totenmet", "einde", "end", "until"}}, {"levels", []string{"levels", "level", "niveaus", "niveau"}},
	{"network", []string{"network", "netwerk"}}, {"contact", []string{"contact", "contactpersoon"}}, {"sector", []string{"sector", "branche"}}, {"note", []string{"note", "notitie", "opmerking", "remarks"}},
}

var placementColumns = []column{
	{"student", []string{"student", "leerling", "naam", "name", "deelnemer"}}, {"partner", []string{"partner", "bedrijf", "organisatie", "werkgever", "company", "employer"}},
	{"from", []string{"from", "van", "vanaf", "start", "begin"}}, {"to", []string{"to", "tot", "totenmet", "einde", "end", "until"}}, {"hours_a_week", []string{"hoursaweek", "begeleiding", "urenperweek", "begeleidingperweek"}},
	{"level", []string{"level", "niveau"}}, {"supervisor", []string{"supervisor", "begeleider", "praktijkbegeleider", "praktijkopleider", "guide"}}, {"school_guide", []string{"schoolguide", "schoolbegeleider", "docent", "slber"}},
	{"anyway", []string{"anyway", "toch"}},
}

func of(all []column, heading string) string {
	folded := strings.ReplaceAll(strings.ReplaceAll(tabular.Fold(heading), " ", ""), "_", "")
	for _, c := range all {
		if slices.Contains(c.names, folded) {
			return c.field
		}
	}
	return ""
}

// row is a row of a list: what a field says, and where it stands.
type row struct {
	number int
	cell   func(string) string
	err    error
}

// read reads a list. Errors: Invalid for a file that is no table and for one without what is needed.
func read(src io.Reader, columns []column, needed ...string) (rows []row, err error) {
	t, err := tabular.NewReader(src, tabular.Options{Known: func(h string) bool { return of(columns, h) != "" }})
	if err != nil {
		return nil, err
	}
	at := map[string]int{}
	for i, h := range t.Header() {
		if f := of(columns, h); f != "" {
			if _, twice := at[f]; !twice {
				at[f] = i
			}
		}
	}
	for _, n := range needed {
		if _, there := at[n]; !there {
			return nil, fault.New(fault.Invalid, "import.no-column", "column", n, "target", n, "columns", strings.Join(t.Header(), ", "))
		}
	}
	for {
		line, err := t.Next()
		var wrong *tabular.RowError
		switch {
		case errors.Is(err, io.EOF):
			return rows, nil
		case errors.As(err, &wrong):
			rows = append(rows, row{number: wrong.Row, err: wrong.Err})
		case err != nil:
			return rows, err
		default:
			cells := slices.Clone(line.Cells)
			rows = append(rows, row{number: line.Number, cell: func(f string) string {
				if i, there := at[f]; there && i < len(cells) {
					return strings.TrimSpace(cells[i])
				}
				return ""
			}})
		}
	}
}

func dayOf(text string, zone *time.Location) (day time.Time, err error) {
	if text == "" {
		return day, nil
	}
	at, err := tabular.Moment(text, zone)
	if err != nil {
		return day, err
	}
	return days.Of(at, zone), nil
}

func minutes(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	n, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	if err != nil || n < 0 || n > 10_000 {
		return 0, fault.New(fault.Invalid, "partner-number", "text", plain.Harmless(text))
	}
	return int(n*60 + 0.5), nil
}

// Import brings a list of partners in: what is new is added, and what differs is altered; a row that says nothing new is unchanged. An empty cell says
// nothing. Errors: those of read; Refused.
func Import(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.Report, error) {
	site, err := session.SiteByID(ctx, session.Site())
	if err != nil {
		return transfer.Report{}, err
	}
	kept, err := partner.All(ctx, session)
	if err != nil {
		return transfer.Report{}, err
	}
	networks, err := partner.AllNetworks(ctx, session)
	if err != nil {
		return transfer.Report{}, err
	}
	rows, err := read(src, partnerColumns, "name")
	return bring(ctx, session, o, rows, err, func(r row) (model.Action, string, error) {
		p, was := partner.Partner{Name: r.cell("name")}, partner.Partner{}
		for _, k := range kept {
			if plain.FoldText(k.Name) == plain.FoldText(p.Name) {
				p, was = k, k
			}
		}
		set := func(field string, to *string) {
			if v := r.cell(field); v != "" {
				*to = v
			}
		}
		set("contact", &p.Contact)
		set("sector", &p.Sector)
		set("note", &p.Note)
		if v := r.cell("state"); v != "" {
			p.State = partner.State(v)
		}
		if v := r.cell("places"); v != "" {
			if p.Places, err = strconv.Atoi(v); err != nil {
				return nil, "", fault.New(fault.Invalid, "partner-number", "text", plain.Harmless(v))
			}
		}
		if v := r.cell("supervision_hours"); v != "" {
			if p.Supervision, err = minutes(v); err != nil {
				return nil, "", err
			}
		}
		for field, to := range map[string]*time.Time{"from": &p.From, "to": &p.To} {
			if v := r.cell(field); v != "" {
				if *to, err = dayOf(v, site.Location()); err != nil {
					return nil, "", err
				}
			}
		}
		if v := r.cell("levels"); v != "" {
			p.Levels = split(v)
		}
		if v := r.cell("network"); v != "" {
			i := slices.IndexFunc(networks, func(n partner.Network) bool { return plain.FoldText(n.Name) == plain.FoldText(v) })
			if i < 0 {
				return nil, "", fault.New(fault.NotFound, "network-unknown", "name", plain.Harmless(v))
			}
			p.Network = networks[i].ID
		}
		key := plain.FoldText(p.Name)
		if was.ID.IsZero() {
			return partner.Add{Partner: p}, key, nil
		}
		for _, f := range partner.Table() {
			if !f.Get(&p).Equal(f.Get(&was)) {
				return partner.Edit{Partner: p}, key, nil
			}
		}
		return nil, key, nil
	})
}

func split(text string) (out []string) {
	for _, t := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' }) {
		out = append(out, strings.TrimSpace(t))
	}
	return out
}

// ImportPlacements brings a list of placements in; one of the same student at the same partner from the same day is the same. Errors: as Import.
func ImportPlacements(ctx context.Context, session *model.Session, src io.Reader, o transfer.ImportOptions) (transfer.Report, error) {
	site, err := session.SiteByID(ctx, session.Site())
	if err != nil {
		return transfer.Report{}, err
	}
	people, err := session.People(ctx)
	if err != nil {
		return transfer.Report{}, err
	}
	partners, err := partner.All(ctx, session)
	if err != nil {
		return transfer.Report{}, err
	}
	kept, err := placement.List(ctx, session, days.Of(o.Now, site.Location()))
	if err != nil {
		return transfer.Report{}, err
	}
	person := func(name string, student bool) (found journal.ID, err error) {
		for _, p := range people {
			if plain.FoldText(p.Name) == plain.FoldText(name) && (!student || p.Has(model.RoleStudent)) {
				if !found.IsZero() {
					return found, fault.New(fault.Conflict, "placement-name-twice", "name", plain.Harmless(name))
				}
				found = p.ID
			}
		}
		if found.IsZero() {
			err = fault.New(fault.NotFound, "person-unknown", "name", plain.Harmless(name))
		}
		return found, err
	}
	rows, err := read(src, placementColumns, "student", "partner", "from", "to")
	return bring(ctx, session, o, rows, err, func(r row) (model.Action, string, error) {
		var p placement.Placement
		if p.Student, err = person(r.cell("student"), true); err != nil {
			return nil, "", err
		}
		i := slices.IndexFunc(partners, func(k partner.Partner) bool { return plain.FoldText(k.Name) == plain.FoldText(r.cell("partner")) })
		if i < 0 {
			return nil, "", fault.New(fault.NotFound, "partner-unknown", "name", plain.Harmless(r.cell("partner")))
		}
		p.Partner = partners[i].ID
		if p.From, err = dayOf(r.cell("from"), site.Location()); err != nil {
			return nil, "", err
		}
		key := p.Student.String() + p.Partner.String() + p.From.Format(time.DateOnly)
		was := placement.Placement{}
		for _, k := range kept {
			if k.Student == p.Student && k.Partner == p.Partner && k.From.Equal(p.From) {
				p, was = k.Placement, k.Placement
			}
		}
		if p.To, err = dayOf(r.cell("to"), site.Location()); err != nil {
			return nil, "", err
		}
		if v := r.cell("hours_a_week"); v != "" {
			if p.Minutes, err = minutes(v); err != nil {
				return nil, "", err
			}
		}
		for field, to := range map[string]*string{"level": &p.Level, "anyway": &p.Anyway} {
			if v := r.cell(field); v != "" {
				*to = v
			}
		}
		if v := r.cell("supervisor"); v != "" {
			if id, err := person(v, false); err == nil {
				p.Guide, p.GuideName = id, ""
			} else {
				p.Guide, p.GuideName = journal.ID{}, v
			}
		}
		if v := r.cell("school_guide"); v != "" {
			if p.School, err = person(v, false); err != nil {
				return nil, "", err
			}
		}
		if was.ID.IsZero() {
			return placement.Add{Placement: p}, key, nil
		}
		for _, f := range placement.Table() {
			if !f.Get(&p).Equal(f.Get(&was)) {
				return placement.Edit{Placement: p}, key, nil
			}
		}
		return nil, key, nil
	})
}

// bring carries out what the rows ask for, all in one step; nil asks for nothing.
func bring(ctx context.Context, session *model.Session, o transfer.ImportOptions, rows []row, err error, action func(row) (model.Action, string, error)) (transfer.Report, error) {
	report := transfer.Report{Format: transfer.CSV, DryRun: o.DryRun, Refused: []transfer.Refusal{}}
	if err != nil {
		return report, err
	}
	var groups [][]model.Action
	var at []int
	seen := map[string]bool{}
	for _, r := range rows {
		report.Read++
		var a model.Action
		var key string
		why := r.err
		if why == nil {
			a, key, why = action(r)
		}
		switch {
		case why != nil:
		case seen[key]:
			why = fault.New(fault.Conflict, "partner-row-twice")
		case a == nil:
			report.Unchanged++
		default:
			groups, at = append(groups, []model.Action{a}), append(at, r.number)
		}
		if why != nil {
			report.Refused = append(report.Refused, transfer.Refusal{Row: r.number, Err: why})
		}
		seen[key] = key != ""
	}
	if len(groups) > 0 {
		_, refused, err := session.DoEach(ctx, groups, o.DryRun)
		if err != nil && refused == nil {
			return report, err
		}
		for i, why := range refused {
			if why != nil {
				report.Refused = append(report.Refused, transfer.Refusal{Row: at[i], Err: why})
			}
		}
	}
	slices.SortStableFunc(report.Refused, func(a, b transfer.Refusal) int { return a.Row - b.Row })
	report.Imported = report.Read - report.Unchanged - len(report.Refused)
	return report, nil
}
