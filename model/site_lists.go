package model

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"leerbalie/model/fault"
	"leerbalie/model/journal"
)

// Checklist is the steps that a site attaches to a theme.
type Checklist struct {
	Theme string
	Steps []string
}

// Hours are the opening hours of one day of the week, in minutes after midnight in the site's time zone.
type Hours struct {
	Day      time.Weekday
	From, To int
}

// String is the hours as people write them: 09:00-17:00.
func (h Hours) String() string {
	return fmt.Sprintf("%02d:%02d-%02d:%02d", h.From/60, h.From%60, h.To/60, h.To%60)
}

// ParseHours reads what String writes. Errors: Invalid.
func ParseHours(day time.Weekday, text string) (Hours, error) {
	var a, b, c, d int
	if n, err := fmt.Sscanf(strings.TrimSpace(text), "%d:%d-%d:%d", &a, &b, &c, &d); n != 4 || err != nil ||
		a < 0 || a > 23 || c < 0 || c > 24 || b < 0 || b > 59 || d < 0 || d > 59 || a*60+b >= c*60+d || c*60+d > 24*60 {
		return Hours{}, fault.New(fault.Invalid, "hours-form", "text", text)
	}
	return Hours{day, a*60 + b, c*60 + d}, nil
}

// Steps are the checklist of a theme at this site, none when there is none.
func (s Site) Steps(theme string) []string {
	for _, c := range s.Checklists {
		if c.Theme == theme {
			return c.Steps
		}
	}
	return nil
}

// ThemeCodes are the site's own themes, or the ones to start from. An own one that came from those is still found by
// every way of writing that they have.
func (s Site) ThemeCodes() Codes { return orElse(s.Themes, Themes()) }

// UrgencyCodes are the three urgencies by the names that the site gave them.
func (s Site) UrgencyCodes() Codes { return orElse(s.Urgencies, Urgencies()) }

// PathKindCodes are what residents can learn for themselves at the site.
func (s Site) PathKindCodes() Codes { return orElse(s.PathKinds, PathKinds()) }

// Theme is the entry of a theme, also of one that the site has taken off its list since.
func (s Site) Theme(code string) Code {
	if c, ok := s.ThemeCodes().Get(code); ok {
		return c
	}
	if c, ok := Themes().Get(code); ok {
		return c
	}
	return Code{Code: code}
}

func orElse(own, start Codes) Codes {
	if len(own) == 0 {
		return start
	}
	out := make(Codes, len(own))
	for i, c := range own {
		if first, ok := start.Get(c.Code); ok && len(c.Also) == 0 {
			c.List, c.Also = first.List, first.Also
		}
		out[i] = c
	}
	return out
}

// EditSite alters a site and its lists.
type EditSite struct {
	Site Site
}

// Name is the code of the words for this action.
func (EditSite) Name() string { return "act-edit-site" }

// Do writes what differs. Errors: NotFound; Invalid for a missing name, a list with an entry twice or without a name, or
// urgencies other than the three; or limits of waiting that nothing can be between.
func (a EditSite) Do(d *Doing) error {
	s := a.Site
	rec, err := d.Record(KindSite, s.ID)
	if err != nil {
		return err
	}
	if rec == nil {
		return fault.New(fault.NotFound, "site-unknown", "name", s.Name)
	}
	if err := Required(&s.Name, "site"); err != nil {
		return err
	}
	fields := s.listFields()
	for _, l := range []struct {
		field       journal.Field
		name        string
		list, start Codes
	}{{SiteThemes, "themes", s.Themes, Themes()}, {SiteTags, "tags", s.Tags, nil}, {SiteUrgencies, "urgencies", s.Urgencies, Urgencies()}, {SitePathKinds, "path-kinds", s.PathKinds, PathKinds()}} {
		if err := checkCodes(l.name, l.list, l.start); err != nil {
			return err
		}
		// A list that says the same in an older form stays as it is on disk.
		if sameCodes(codesOf(rec.Get(l.field)), l.list) && !d.settles.is(KindSite, s.ID, l.field) {
			fields = slices.DeleteFunc(fields, func(f journal.FieldValue) bool { return f.Field == l.field })
		}
	}
	if err := checkAges(s.Ages); err != nil {
		return err
	}
	if len(s.Urgencies) > 0 && !slices.EqualFunc(s.Urgencies, Urgencies(), func(a, b Code) bool { return a.Code == b.Code }) {
		return fault.New(fault.Invalid, "urgencies-fixed")
	}
	d.About(s.ID, "")
	return d.SetFrom(s.seen, KindSite, s.ID, rec.Part, fields)
}

// checkCodes refuses an entry without a code or a name, one that is there twice, and a name that would part a line on disk.
func checkCodes(name string, list, start Codes) error {
	seen := map[string]bool{}
	for _, c := range list {
		_, named := start.Get(c.Code)
		bad := strings.TrimSpace(c.Code) == "" || seen[c.Code] || strings.ContainsAny(c.Code, "\t\n")
		for _, tag := range c.Labels.Tags() {
			named = named || strings.TrimSpace(c.Labels[tag]) != ""
			bad = bad || strings.ContainsAny(c.Labels[tag], "\t\n") || strings.ContainsAny(tag, "=\t\n")
		}
		if bad || !named {
			return fault.New(fault.Invalid, "list-entry", "list", name, "code", c.Code)
		}
		seen[c.Code] = true
	}
	return nil
}

func sameCodes(a, b Codes) bool {
	return slices.EqualFunc(a, b, func(a, b Code) bool { return a.Code == b.Code && a.Labels.Equal(b.Labels) })
}

// listFields is what a coordinator can alter of a site.
func (s Site) listFields() journal.Fields {
	hours := make([]string, len(s.Hours))
	for i, h := range s.Hours {
		hours[i] = fmt.Sprintf("%d %s", h.Day, h)
	}
	checklists := make([]string, len(s.Checklists))
	for i, c := range s.Checklists {
		checklists[i] = strings.Join(append([]string{c.Theme}, c.Steps...), "\t")
	}
	return journal.Fields{
		SiteName.Is(journal.Text(s.Name)), SiteZone.Is(journal.Text(s.Zone)), SiteThemes.Is(codesValue(s.Themes)), SiteTags.Is(codesValue(s.Tags)),
		SiteUrgencies.Is(codesValue(s.Urgencies)), SiteHours.Is(journal.Texts(hours)), SiteChecklists.Is(journal.Texts(checklists)), SiteAges.Is(agesValue(s.Ages)),
		SiteExact.Is(journal.Bool(s.Exact)), SitePathKinds.Is(codesValue(s.PathKinds)),
	}
}

// codesValue writes a list: an entry is its code, and behind it on lines of their own what it is called: nl=Energie.
func codesValue(list Codes) journal.Value {
	texts := make([]string, len(list))
	for i, c := range list {
		texts[i] = c.Code + "\n"
		for _, tag := range c.Labels.Tags() {
			texts[i] += tag + "=" + c.Labels[tag] + "\n"
		}
	}
	return journal.Texts(texts)
}

// readLists fills in what listFields wrote; an entry that makes no sense, as a later version may write, is left out.
func (s *Site) readLists(r *journal.Record) {
	s.Ages, s.Exact = agesOf(r.Get(SiteAges)), r.Get(SiteExact).Bool()
	s.Themes, s.Tags, s.Urgencies = codesOf(r.Get(SiteThemes)), codesOf(r.Get(SiteTags)), codesOf(r.Get(SiteUrgencies))
	s.PathKinds = codesOf(r.Get(SitePathKinds))
	for _, t := range r.Get(SiteHours).Texts() {
		day, text, _ := strings.Cut(t, " ")
		if h, err := ParseHours(0, text); err == nil && len(day) == 1 && day[0] >= '0' && day[0] <= '6' {
			h.Day = time.Weekday(day[0] - '0')
			s.Hours = append(s.Hours, h)
		}
	}
	for _, t := range r.Get(SiteChecklists).Texts() {
		if parts := strings.Split(t, "\t"); len(parts) > 1 {
			s.Checklists = append(s.Checklists, Checklist{parts[0], parts[1:]})
		}
	}
}

// codesOf reads what codesValue wrote, and the form before it: the code, the name in Dutch and the one in English, with tabs.
func codesOf(v journal.Value) (out Codes) {
	for _, t := range v.Texts() {
		c := Code{Labels: Labels{}}
		if parts := strings.Split(t, "\t"); len(parts) >= 3 {
			c.Code, c.Labels["nl"], c.Labels["en"] = parts[0], parts[1], parts[2]
		} else if code, names, found := strings.Cut(t, "\n"); found {
			c.Code = code
			for name := range strings.Lines(names) {
				if tag, label, ok := strings.Cut(strings.TrimSuffix(name, "\n"), "="); ok {
					c.Labels[tag] = label
				}
			}
		} else {
			continue
		}
		out = append(out, c)
	}
	return out
}
