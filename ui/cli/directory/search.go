package directory

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
)

// hitJSON is a service that was found. The names are a promise to scripts.
type hitJSON struct {
	ID             string        `json:"id"`
	Organization   string        `json:"organization"`
	Service        string        `json:"service"`
	Place          string        `json:"place"`
	UpdatedAt      *string       `json:"updated_at"`
	AssuredBy      string        `json:"assured_by"`
	AssuredAt      *string       `json:"assured_at"`
	Stale          bool          `json:"stale"` // nobody said for a year that it is right
	Open           string        `json:"open"`  // open, closed or unknown, now
	Languages      []string      `json:"languages"`
	Needs          []string      `json:"needs"`
	Phone          string        `json:"phone"`
	Referred       int           `json:"referred"` // from this site, what was withdrawn left out
	Accepted       int           `json:"accepted"`
	Declined       int           `json:"declined"`
	Capacity       *capacityJSON `json:"capacity"`
	Retired        bool          `json:"retired"`
	Nearly         bool          `json:"nearly"` // it has not those words, but some that are nearly those
	OrganizationID *string       `json:"organization_id"`
	SourceID       string        `json:"source_id"`
}

type capacityJSON struct {
	Available *int    `json:"available"`
	Maximum   *int    `json:"maximum"`
	Unit      string  `json:"unit"`
	On        *string `json:"on"`
	Source    string  `json:"source"`
	Old       bool    `json:"old"` // of more than three months ago
}

// teller writes services down: with the names of people, and the moments of the site.
type teller struct {
	r     *command.Run
	zone  *time.Location
	now   time.Time
	names map[string]string
}

func newTeller(ctx context.Context, r *command.Run, session *model.Session) (*teller, error) {
	t := &teller{r: r, zone: r.Zone(ctx, session), names: map[string]string{}}
	t.now = r.Now().In(t.zone)
	people, err := session.PeopleAndErased(ctx)
	for _, p := range people {
		t.names[p.ID.String()] = p.Name
	}
	return t, err
}

// assuredBy is who said that a service is right, "" for nobody.
func (t *teller) assuredBy(s *directory.Service) string {
	switch {
	case s.Assured.At.IsZero():
		return ""
	case s.Assured.By.IsZero():
		return s.Assurer
	}
	return t.names[s.Assured.By.String()]
}

func (t *teller) hit(h *directory.Hit) hitJSON {
	s := &h.Service
	out := hitJSON{ID: s.ID.String(), Organization: h.Organization.Name, Service: s.Name, Place: h.Place(), UpdatedAt: output.MomentOrNull(s.Updated, t.zone),
		AssuredBy: t.assuredBy(s), AssuredAt: output.MomentOrNull(s.Assured.At, t.zone), Stale: h.Stale, Open: h.Open.String(), Languages: output.OrEmpty(s.Languages),
		Needs: output.OrEmpty(s.Needs), Phone: phoneOf(h), Referred: h.Used.Referred, Accepted: h.Used.Accepted, Declined: h.Used.Declined, Retired: h.Retired, Nearly: h.Nearly,
		OrganizationID: output.IDOrNull(s.Organization), SourceID: s.Source}
	if c, ok := s.Capacity(); ok {
		out.Capacity = t.capacity(c)
	}
	return out
}

func (t *teller) capacity(c directory.Capacity) *capacityJSON {
	out := &capacityJSON{Unit: c.Unit, On: output.DayOrNull(c.On), Source: c.Source, Old: c.Old(t.now)}
	if c.Available >= 0 {
		out.Available = &c.Available
	}
	if c.Maximum > 0 {
		out.Maximum = &c.Maximum
	}
	return out
}

// phoneOf is the first number to call: of the service, its places or its organisation.
func phoneOf(h *directory.Hit) string {
	lists := [][]directory.Phone{h.Service.Phones}
	for _, l := range h.Places {
		lists = append(lists, l.Phones)
	}
	for _, list := range append(lists, h.Organization.Phones) {
		for _, p := range list {
			if p.Type != "fax" && p.Number != "" {
				return p.Number
			}
		}
	}
	return ""
}

// search finds services.
func search(r *command.Run) *cobra.Command {
	var q directory.Query
	var open bool
	var limit int
	cmd := &cobra.Command{
		Use: "search [TEXT]", Short: r.Say("cli.directory.search"), Args: command.Arguments(0, -1, ""),
		Example: "  leerbalie directory search schulden --place zuid --language tr --open-now",
		RunE: func(cmd *cobra.Command, args []string) error {
			q.Text = strings.Join(args, " ")
			if q.Language != "" {
				tag, ok := r.Words.FindLanguage(q.Language)
				if !ok {
					return command.Misuse("cli.flag-value", "flag", "--language", "value", q.Language)
				}
				q.Language = tag
			}
			most, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			q.Limit = most
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				t, err := newTeller(ctx, r, session)
				if err != nil {
					return err
				}
				if q.Now = t.now; open {
					q.OpenAt = t.now
				}
				hits, err := directory.Find(ctx, session, q)
				if err != nil {
					return err
				}
				return t.hits(hits)
			})
		},
	}
	cmd.Flags().StringVar(&q.Need, "need", "", r.Say("cli.flag.directory.need"))
	cmd.Flags().StringVar(&q.Place, "place", "", r.Say("cli.flag.directory.where"))
	cmd.Flags().StringVar(&q.Language, "language", "", r.Say("cli.flag.directory.language"))
	cmd.Flags().BoolVar(&open, "open-now", false, r.Say("cli.flag.directory.open-now"))
	cmd.Flags().BoolVar(&q.Retired, "retired", false, r.Say("cli.flag.directory.retired"))
	r.LimitFlag(cmd, &limit)
	return cmd
}

func (t *teller) hits(hits []directory.Hit) error {
	out := []hitJSON{}
	for i := range hits {
		out = append(out, t.hit(&hits[i]))
	}
	if t.r.JSON {
		return output.JSON(t.r.Out, out)
	}
	if len(out) == 0 {
		_, err := fmt.Fprintln(t.r.Out, t.r.Say("cli.directory.none"))
		return err
	}
	if out[0].Nearly {
		t.r.Tell(t.r.Say("cli.directory.nearly"))
	}
	table := output.NewTable(t.r.Out, t.r.Width, t.r.Say("cli.col.service"), t.r.Say("field.organization"), t.r.Say("cli.col.place"), t.r.Say("cli.col.open"), t.r.Say("cli.col.phone"), t.r.Say("cli.col.assured"))
	for i, h := range out {
		table.Add(h.Service, h.Organization, h.Place, t.r.Say("directory.open."+h.Open), h.Phone, t.checked(&hits[i]))
	}
	return table.End()
}

// checked is when a service was said to be right, and whether that is too long ago.
func (t *teller) checked(h *directory.Hit) string {
	at := h.Service.Assured.At
	switch {
	case h.Retired:
		return t.r.Say("directory.retired")
	case at.IsZero():
		return t.r.Say("directory.never-assured")
	case h.Stale:
		return text.Day(at.In(t.zone)) + ", " + t.r.Say("directory.stale")
	}
	return text.Day(at.In(t.zone))
}
