package people

import (
	"context"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/desk/mention"
	"leerbalie/model/erasure"
	"leerbalie/model/journal"
	"leerbalie/ui/dialog"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// startErasing erases the resident, or begins the erasure of the student, that the cursor is on.
func (p *People) startErasing() tea.Cmd {
	if q, ok := p.person(); ok {
		return p.startForget(q.ID)
	}
	return withPage((*People).startErase)(p)
}

// startForget shows how a student's records stand, and what can be done about them: proposed by one who leads, confirmed by another.
func (p *People) startForget(student journal.ID) tea.Cmd {
	return dialog.Look(&p.Host, func(ctx context.Context, session *model.Session) (erasure.File, error) {
		return erasure.Read(ctx, session, student, p.Env.Now())
	}, func(f erasure.File) tea.Cmd { return p.Show(p.forgetting(f)) })
}

func (p *People) forgetting(f erasure.File) *dialog.Choice {
	w := p.Env.Words
	d := &dialog.Choice{Picker: widget.Picker{Title: w.Say("people.forget.title", "name", cell.Short(f.Student.Name, 40)), Empty: w.Say("pick.none")}}
	head := func(line string) {
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{Label: line, Head: true})
	}
	offer := func(id string) {
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: id, Label: w.Say("people.forget." + id)})
	}
	for _, r := range f.Parts {
		head(w.Say("erase.part." + string(r.Part)))
		said := w.Say("erase.part."+f.Standing(r), "day", text.Day(r.Until))
		if f.Proposal != nil && slices.Contains(f.Proposal.Parts, r.Part) {
			said += ": " + w.Say("people.forget.in-proposal")
		}
		head("  " + said)
	}
	if f.Proposal == nil {
		offer("propose")
	} else {
		head(w.Say("erase.proposed", "name", cell.Short(p.name(f.Proposal.By), 40), "when", p.Env.Date(f.Proposal.At)))
		offer("confirm")
		offer("withdraw")
	}
	offer("elsewhere")
	d.Choose = func(chosen string) tea.Cmd {
		switch chosen {
		case "propose":
			return p.Do(nil, erasure.Propose{Student: f.Student.ID})
		case "withdraw":
			return p.Do(nil, erasure.Withdraw{Student: f.Student.ID})
		case "elsewhere":
			return p.lookElsewhere(f.Student.ID, func(found []mention.Mention) tea.Cmd {
				if len(found) == 0 {
					return screen.Say(screen.Note, w.Say("people.forget.nowhere"))
				}
				return p.showElsewhere(found)
			})
		}
		return p.askConsent(f)
	}
	return d
}

// lookElsewhere reads where else a student is named.
func (p *People) lookElsewhere(student journal.ID, then func([]mention.Mention) tea.Cmd) tea.Cmd {
	return dialog.Look(&p.Host, func(ctx context.Context, session *model.Session) ([]mention.Mention, error) {
		found, _, err := erasure.FindMentions(ctx, session, student)
		return found, err
	}, then)
}

// askConsent asks once more before what was proposed is erased, and shows afterwards where the name still stands.
func (p *People) askConsent(f erasure.File) tea.Cmd {
	w, name := p.Env.Words, cell.Short(f.Student.Name, 40)
	return p.lookElsewhere(f.Student.ID, func(found []mention.Mention) tea.Cmd {
		lines := cell.Wrap(w.Say("people.forget.sure", "by", cell.Short(p.name(f.Proposal.By), 40), "name", name), 70, 4)
		return p.Ask(w.Say("people.forget.title", "name", name), lines, w.Say("people.forget.yes"), func() tea.Cmd {
			return p.Perform(dialog.Deed{
				Act: func(ctx context.Context, session *model.Session) (model.Receipt, error) {
					r, err := session.Do(ctx, erasure.Confirm{Student: f.Student.ID})
					if err == nil {
						_ = session.Compact(ctx) // what is owed of it, the frame says
					}
					return r, err
				},
				Then: func(model.Receipt) tea.Cmd {
					after := tea.Batch(screen.Send(screen.Erased{}), p.ForgetAbout(f.Student.ID), p.reload())
					if slices.Contains(f.Proposal.Parts, erasure.Profile) && len(found) > 0 {
						return tea.Batch(after, p.showElsewhere(found))
					}
					return after
				},
			})
		})
	})
}

// startConsents lists the erasures that wait for somebody's consent.
func (p *People) startConsents() tea.Cmd {
	return dialog.Look(&p.Host, erasure.ReadProposals, func(all []erasure.Proposal) tea.Cmd {
		w := p.Env.Words
		if len(all) == 0 {
			return screen.Say(screen.Note, w.Say("people.consents.none"))
		}
		d := &dialog.Choice{Picker: widget.Picker{Title: w.Say("people.consents.title"), Empty: w.Say("pick.none"), Hint: w.Say("people.consents.hint")}}
		for _, one := range all {
			d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: one.Student.ID.String(), Label: cell.Short(one.Student.Name, 40),
				Right: w.Say("erase.proposed", "name", cell.Short(p.name(one.By), 24), "when", p.Env.Date(one.At))})
		}
		d.Choose = func(chosen string) tea.Cmd {
			id, err := journal.ParseID(chosen)
			if err != nil {
				return nil
			}
			return p.startForget(id)
		}
		return p.Show(d)
	})
}
