package partners

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/model/partner"
	"leerbalie/ui/community/page"
	"leerbalie/ui/dialog"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// asked is what can be named in the form of a partner.
type asked struct{ people, networks, organizations []page.Named }

func ask(ctx context.Context, session *model.Session) (a asked, err error) {
	if a.people, err = page.People(ctx, session); err != nil {
		return a, err
	}
	networks, err := partner.AllNetworks(ctx, session)
	if err != nil {
		return a, err
	}
	for _, n := range networks {
		a.networks = append(a.networks, page.Named{ID: n.ID, Name: n.Name})
	}
	if !session.Clearance().MayRead(directory.Scope()) { // a guest names none
		return a, nil
	}
	entries, err := directory.ReadAll(ctx, session)
	for _, o := range entries.Organizations {
		a.organizations = append(a.organizations, page.Named{ID: o.ID, Name: o.Name})
	}
	return a, err
}

// add asks for a new partner, in the network that the cursor is on.
func (p *Partners) add() tea.Cmd {
	v := partner.Partner{State: partner.Contact}
	if r := p.Chosen(); r != nil {
		v.Network = r.Partner.Network
	}
	return p.form(p.Env.Words.Say("partners.add"), "partner-new", v, func(v partner.Partner) model.Action { return partner.Add{Partner: v} })
}

func (p *Partners) edit(r *row) tea.Cmd {
	was := r.Partner
	return p.form(p.Env.Words.Say("partners.edit", "name", cell.Safe(r.Name, 50)), "partner-edit/"+r.ID.String(), was,
		func(v partner.Partner) model.Action { return partner.Edit{Partner: v.AsSeenIn(was)} })
}

func (p *Partners) form(title, key string, v partner.Partner, act func(partner.Partner) model.Action) tea.Cmd {
	w := p.Env.Words
	return dialog.Look(&p.Host, ask, func(a asked) tea.Cmd {
		states, levels := []widget.Option(nil), []widget.Option(nil)
		for _, s := range partner.States() {
			states = append(states, widget.Option{ID: string(s), Label: w.PartnerState(s)})
		}
		for _, l := range model.Levels() {
			levels = append(levels, widget.Option{ID: l, Label: l})
		}
		return page.Fill(p.Page, page.Form[partner.Partner]{Title: title, Key: key, About: v.ID, Table: partner.Table(), Value: v,
			Fields: []string{"partner-name", "partner-network", "partner-state", "partner-places", "partner-supervision", "partner-from", "partner-to", "partner-levels",
				"partner-contact", "partner-guides", "partner-agreed", "partner-terms", "partner-sector", "partner-work", "partner-organization", "partner-note"},
			Names:   map[string][]page.Named{"partner-guides": a.people, "partner-network": a.networks, "partner-organization": a.organizations},
			Options: map[string][]widget.Option{"partner-state": states, "partner-levels": levels},
			Hints:   map[string]string{"partner-supervision": w.Say("partners.hint.supervision"), "partner-places": w.Say("partners.hint.places"), "partner-levels": w.Say("partners.hint.levels"), "partner-terms": w.Say("partners.hint.terms")},
			Long:    []string{"partner-terms", "partner-note"}, Hours: []string{"partner-supervision"}, Act: act})
	})
}

func (p *Partners) addNetwork() tea.Cmd {
	return page.Fill(p.Page, page.Form[partner.Network]{Title: p.Env.Words.Say("partners.network"), Key: "network-new", Table: partner.NetworkTable(), Fields: []string{"network-name", "network-note"},
		Long: []string{"network-note"}, Act: func(n partner.Network) model.Action { return partner.NetworkAdd{Network: n} }, Then: p.done})
}

func (p *Partners) editNetwork(r *row) tea.Cmd {
	was := *p.networkOf(r)
	return page.Fill(p.Page, page.Form[partner.Network]{Title: p.Env.Words.Say("partners.network-edit", "name", cell.Safe(was.Name, 50)), Key: "network-edit/" + was.ID.String(), About: was.ID, Value: was,
		Table: partner.NetworkTable(), Fields: []string{"network-name", "network-note"}, Long: []string{"network-note"},
		Act: func(n partner.Network) model.Action { return partner.NetworkEdit{Network: n.AsSeenIn(was)} }, Then: p.done})
}

// done says what was done, and leaves the cursor where it is.
func (p *Partners) done(r model.Receipt) tea.Cmd { return tea.Batch(p.Say(r), p.Reload()) }
