package model

import (
	"leerbalie/model/days"
	"leerbalie/model/journal"
)

// The fields of a site and of a group. Numbers are on disk and never reused.
const (
	SiteName journal.Field = 1
	SiteCode journal.Field = 2 // what the numbers of its requests begin with
	SiteHome journal.Field = 3 // the replica whose numbers carry no tag
	SiteZone journal.Field = 4 // the name of its time zone
	// the site's own lists; see site_lists.go
	SiteThemes     journal.Field = 5
	SiteTags       journal.Field = 6
	SiteUrgencies  journal.Field = 7
	SiteHours      journal.Field = 8
	SiteChecklists journal.Field = 9
	SitePathKinds  journal.Field = 23 // what residents learn for themselves; see model/paths
	SiteRetention  journal.Field = 26 // how long it keeps what; see model/retention

	GroupName journal.Field = 1
	GroupSite journal.Field = 2
)

// Site is a service point: a place where residents come with a question.
type Site struct {
	ID       journal.ID
	Name     string
	Code     string // two to four capitals, e.g. ZW
	Home     journal.Replica
	Zone     string // IANA time zone
	Archived bool
	// The site's own lists; those that are empty are the ones to start from.
	Themes, Tags, Urgencies Codes
	PathKinds               Codes
	Hours                   []Hours
	Checklists              []Checklist
	Ages                    []AgeLimit
	Exact                   bool            // small numbers are not kept out of its files and prints
	OffersOff               bool            // waiting requests are not offered to whom they teach most
	Teaches                 []Teaches       // what work on a theme trains, by the site's own table
	SelfShown               bool            // what a student thought of the own work is seen before the school has judged it
	seen                    *journal.Record // see Person
}

// SiteOf reads a site from its record.
func SiteOf(r *journal.Record) Site {
	s := Site{ID: r.ID, Name: r.Get(SiteName).Text(), Code: r.Get(SiteCode).Text(), Zone: r.Get(SiteZone).Text(), Archived: r.Archived()}
	copy(s.Home[:], r.Get(SiteHome).Raw())
	if s.Zone == "" {
		s.Zone = days.DefaultZone
	}
	s.OffersOff, s.Teaches, s.SelfShown = r.Get(SiteOffersOff).Bool(), teachesOf(r.Get(SiteTeaches)), r.Get(SiteSelfShown).Bool()
	s.readLists(r)
	s.seen = r
	return s
}

// Group is students with their teachers: the scope of learning data.
type Group struct {
	ID       journal.ID
	Name     string
	Site     journal.ID
	Archived bool
	// Frameworks are what its students are assessed on; none: by their level.
	Frameworks []journal.ID
}

// GroupOf reads a group from its record.
func GroupOf(r *journal.Record) Group {
	return Group{ID: r.ID, Name: r.Get(GroupName).Text(), Site: r.Get(GroupSite).ID(), Archived: r.Archived(),
		Frameworks: r.Get(GroupFrameworks).IDs()}
}
