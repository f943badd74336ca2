package work

import (
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model/desk"
	"leerbalie/model/directory"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/detail"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// consents is the choice that the resident agrees to a referral, in the place of a state.
const consents = "consents"

// Refer proposes a referral, or brings an open one into its next state.
func (w *Work) Refer(row desk.RequestRow) tea.Cmd {
	return w.Look(row.ID, func(r detail.Request) tea.Cmd {
		words := w.Env.Words
		d := &dialog.Choice{Picker: w.picker(words.Say("refer.title") + " · " + row.Number)}
		for i, f := range r.Referrals {
			if row.Status != desk.StatusClosed && f.WithConsent(row.ID) != nil { // it can go nowhere without: first what is needed now
				d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: strconv.Itoa(i) + " " + consents,
					Label: words.Say("refer.agrees", "name", cell.Safe(f.To, 40)), Right: words.Say("detail.consent.not")})
			}
			for _, next := range f.State.Next() {
				if next == desk.ReferralSent && !f.Consent {
					continue // refused until the resident agrees
				}
				d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: strconv.Itoa(i) + " " + string(next),
					Label: words.Say("refer.move", "name", cell.Safe(f.To, 40), "state", words.Say("referral."+string(next))), Right: words.Say("referral." + string(f.State))})
			}
		}
		switch {
		case len(d.Picker.Choices) > 0:
		case row.Status == desk.StatusClosed:
			return screen.Say(screen.Fault, words.Say("error.request-closed", "number", row.Number))
		default:
			return w.newReferral(row)
		}
		if row.Status != desk.StatusClosed {
			d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: "new", Label: words.Say("refer.new")})
		}
		d.Choose = func(id string) tea.Cmd {
			n, state, ok := strings.Cut(id, " ")
			i, err := strconv.Atoi(n)
			if !ok || err != nil {
				return w.newReferral(row)
			}
			if state == consents {
				return w.Host.Do(nil, r.Referrals[i].WithConsent(row.ID)...)
			}
			return w.moveReferral(row, desk.MoveReferral{ID: row.ID, Referral: r.Referrals[i].Stamp, State: desk.ReferralState(state)})
		}
		return w.Host.Show(d)
	})
}

// moveReferral brings a referral into another state; one that was declined is asked a reason.
func (w *Work) moveReferral(row desk.RequestRow, a desk.MoveReferral) tea.Cmd {
	if a.State != desk.ReferralDeclined {
		return w.Host.Do(nil, a)
	}
	_, cmd := w.line("declined", w.Env.Words.Say("refer.reason"), row, 2, func(text string) tea.Cmd {
		a.Reason = text
		return w.Host.Do(nil, a)
	}, nil)
	return cmd
}

// ReferTo proposes a referral to a service of the directory.
func (w *Work) ReferTo(row desk.RequestRow, service journal.ID, called string) tea.Cmd {
	d, p := w.referral(row)
	name := func() { d.Form.Entry("referral").Input.Set(called) }
	p.known[called], p.typed, p.hits = service, called, []directory.Hit{}
	name()
	cmd := w.Host.Fill(d)
	name() // whatever was typed for this request earlier
	d.Form.Focus("warm")
	p.typed, p.hits, p.at = called, []directory.Hit{}, -1
	p.show()
	return tea.Batch(cmd, w.Host.Typed())
}

func (w *Work) newReferral(row desk.RequestRow) tea.Cmd {
	d, _ := w.referral(row)
	return w.Host.Fill(d)
}

// referral is the form of a new referral.
func (w *Work) referral(row desk.RequestRow) (*dialog.Sheet, *pointing) {
	words := w.Env.Words
	d := w.sheet("refer", row)
	d.Form = widget.Form{Title: about(words.Say("refer.new"), row), Entries: []widget.Entry{
		widget.TextEntry("referral", words.Say("field.referral"), "", 1).Worded(),
		widget.ChoiceEntry("warm", words.Say("field.warm"), "", dialog.YesNo(words)).Hinted(words.Say("refer.warm.hint")),
		widget.ChoiceEntry("consent", words.Say("field.consent"), "", dialog.YesNo(words)).Hinted(words.Say("refer.consent.hint")),
		widget.TextEntry("with", words.Say("field.with"), "", 1).Hinted(words.Say("refer.with.hint")),
	}}
	p := w.toDirectory(d)
	d.Submit = func(f *widget.Form) tea.Cmd {
		to, warm, consent := f.Text("referral"), f.Text("warm") == "yes", f.Text("consent") == "yes"
		if service := p.service(to); !service.IsZero() {
			return w.Host.Do(nil, directory.Refer{ID: row.ID, Service: service, To: to, Warm: warm, With: f.Text("with"), Consent: consent})
		}
		return w.Host.Do(nil, desk.ReferRequest{ID: row.ID, To: to, Warm: warm, With: f.Text("with"), Consent: consent})
	}
	return d, p
}
