package access

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
)

// The places where somebody can have been looked at.
const (
	OnPage = "page"
	InList = "list" // which lists showed whom is not kept: each that could have is named
)

// Look is that somebody looked.
type Look struct {
	At    time.Time
	By    journal.ID
	Where string
	Count int // how many residents the list held
}

// Held is all that is held about a resident, to hand over.
type Held struct {
	Residents []desk.Resident   // the page first, and behind it those that were found to be the same person
	Story     []Entry           // the latest first
	AskedFor  []desk.RequestRow // of others, for whom this one asked, the latest first
	Looks     []Look            // the latest first
	Hidden    int               // in how many places the name of another resident was left out
	Roles     map[journal.ID][]model.Role
	Names     map[journal.ID]string // of staff
}

// HiddenSign stands where the name of another resident was left out.
const HiddenSign = "[…]"

// Read reads all that is held about a resident, and notes that the session's person looked. The names of other residents of the site are
// left out of every text: they have a right to that. Errors: NotFound; Conflict for who was erased; Refused; those of noting the look.
func Read(ctx context.Context, session *model.Session, id journal.ID, today time.Time) (h Held, err error) {
	if _, err := desk.OpenResident(ctx, session, id); err != nil {
		return h, err
	}
	g, err := read(ctx, session, id, today)
	if err != nil {
		return h, err
	}
	h.Residents, h.Story, h.Names, h.Roles = g.residents, g.story(), map[journal.ID]string{}, map[journal.ID][]model.Role{}
	people, err := model.ReadAll(ctx, session, model.KindPerson, model.PersonOf)
	if err != nil {
		return h, err
	}
	for _, p := range people {
		h.Names[p.ID], h.Roles[p.ID] = p.Name, p.Roles
	}
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		if h.AskedFor, err = desk.IndexOf(tx).RequestsOf(h.Residents[0].Site, h.Residents[0].ID, true); err != nil {
			return err
		}
		if h.Looks, err = looks(tx, h.Residents); err != nil {
			return err
		}
		return h.hide(tx)
	})
	return h, err
}

// ReadLooks reads who looked at a resident, on the page and in lists that could have shown that one, the latest first. The page has to be
// open: see desk.ReadOpenedResident. Errors: Refused, NotFound.
func ReadLooks(ctx context.Context, session *model.Session, id journal.ID) (out []Look, err error) {
	if _, err := desk.ReadOpenedResident(ctx, session, id); err != nil {
		return nil, err
	}
	err = session.ReadClass(ctx, journal.Desk, func(tx model.Tx) error {
		g, _, err := all(tx, session.Clearance(), id)
		if err == nil {
			out, err = looks(tx, g.residents)
		}
		return err
	})
	return out, err
}

func looks(tx model.Tx, residents []desk.Resident) (out []Look, err error) {
	since := time.Time{}
	for i := range residents {
		r := &residents[i]
		if at := journal.Moment(r.ID.Millis()); since.IsZero() || at.Before(since) {
			since = at
		}
		items, err := tx.Items(desk.KindResident, r.ID)
		if err != nil {
			return nil, err
		}
		for j := range items {
			if m := items[j].Mark(0); items[j].Kind == desk.ItemOpened {
				out = append(out, Look{At: m.At, By: m.By, Where: OnPage})
			}
		}
	}
	err = tx.Each(desk.KindLook, func(rec *journal.Record) error {
		at := journal.Moment(rec.Get(desk.LookAt).Int())
		if rec.Part != residents[0].Site || at.Before(since) {
			return nil
		}
		terms := plain.TermsOf(rec.Get(desk.LookSearch).Text())
		near, _ := terms.Nearly()
		shown := len(terms) == 0 || slices.ContainsFunc(residents, func(r desk.Resident) bool { s := r.Searched(); return terms.In(s) || near.In(s) })
		if shown {
			out = append(out, Look{At: at, By: rec.Get(desk.LookBy).ID(), Where: InList, Count: int(rec.Get(desk.LookCount).Int())})
		}
		return nil
	})
	slices.SortStableFunc(out, func(a, b Look) int { return b.At.Compare(a.At) })
	return out, err
}

// hide leaves the names of other residents out of every text, and counts the places. A name of one word, such as a first name alone, may
// be anybody's and stays.
func (h *Held) hide(tx model.Tx) error {
	var whole strings.Builder
	for i := range h.Story {
		whole.WriteString(strings.ToLower(h.Story[i].Text) + "\n" + strings.ToLower(h.Story[i].On) + "\n")
	}
	text := whole.String()
	own := map[string]bool{}
	for i := range h.Residents {
		own[strings.ToLower(h.Residents[i].Name)] = true
	}
	var found []string
	err := desk.IndexOf(tx).EachResident(h.Residents[0].Site, func(r desk.Resident) error {
		name := strings.ToLower(strings.TrimSpace(r.Name))
		if strings.Contains(name, " ") && !own[name] && strings.Contains(text, name) && !slices.Contains(found, name) {
			found = append(found, name)
		}
		return nil
	})
	slices.SortFunc(found, func(a, b string) int { return len(b) - len(a) }) // the longer first: one may stand in another
	for _, name := range found {
		as, bad := regexp.Compile("(?i)" + regexp.QuoteMeta(name))
		if bad != nil {
			continue
		}
		for i := range h.Story {
			for _, text := range []*string{&h.Story[i].Text, &h.Story[i].On} {
				h.Hidden += len(as.FindAllStringIndex(*text, -1))
				*text = as.ReplaceAllString(*text, HiddenSign)
			}
		}
	}
	return err
}
