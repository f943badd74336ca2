package ui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/ui/keys"
	"leerbalie/ui/screen"
	"leerbalie/ui/theme"
	"leerbalie/ui/widget/cell"
)

// rescued are the people who lead and whose PIN somebody took away. Until they have seen it, a line says so on every screen.
type rescued struct {
	people  []model.Person
	asked   screen.Tickets
	clashes clashes
}

// lookRound asks the store for what the frame tells beside the screens.
func (a *App) lookRound() tea.Cmd {
	return tea.Batch(a.lookWiping(), a.lookRescued(), a.lookAtClock(), a.lookApart(), a.lookClashes(), a.lookMine())
}

// lookRescued asks the store whose PIN was taken away.
func (a *App) lookRescued() tea.Cmd {
	if a.env.Session == nil {
		return nil
	}
	return screen.Ask(a.env.Ctx, a.rescued.asked.Next(), a.env.Session.Rescued)
}

// tookRescued takes in whose PIN was taken away; mine says whether the answer was the frame's.
func (a *App) tookRescued(m screen.Answer[[]model.Person]) (mine bool) {
	if mine = a.rescued.asked.Fits(m.Ticket); mine && m.Err == nil {
		a.rescued.people = m.Value
	}
	return mine
}

// isRescued tells whether it was the PIN of whoever sits here.
func (a *App) isRescued() bool {
	for _, p := range a.rescued.people {
		if p.ID == a.env.User.ID {
			return true
		}
	}
	return false
}

// seeRescue says that whoever sits here knows that the PIN was taken away.
func (a *App) seeRescue() tea.Cmd {
	env := a.env
	return func() tea.Msg {
		if err := env.Session.SeeRescue(env.Ctx); err != nil {
			return screen.Say(screen.Fault, env.Words.Error(err))()
		}
		return screen.Say(screen.Done, env.Words.Say("frame.rescue-seen"))()
	}
}

// standingLines draw what is told on every screen in the place of the lower rule; none where there is nothing to tell.
func (a *App) standingLines() []string {
	said := a.standing()
	if said == "" {
		return nil
	}
	return a.told(a.env.Theme.Now, theme.WarnSign+" "+said)
}

// standing is what is told on every screen.
func (a *App) standing() string {
	w := a.env.Words
	var said []string
	var names []string
	for _, p := range a.rescued.people {
		when := a.env.When(p.Rescued)
		if p.ID == a.env.User.ID {
			said = append(said, w.Say("frame.rescued.mine", "when", when, "key", a.env.Keys.Label(keys.SeeRescue)))
			continue
		}
		names = append(names, cell.Short(p.Name, 30)+" ("+when+")")
	}
	if len(names) > 0 {
		said = append(said, w.Say("frame.rescued", "names", strings.Join(names, ", ")))
	}
	if odd := a.oddClock(); odd != "" {
		said = append(said, odd)
	}
	if a.apart.Revoked {
		said = append(said, w.Say("frame.revoked"))
	}
	if clashes := a.clashesSaid(); clashes != "" {
		said = append(said, clashes)
	}
	if a.wiping.Owed {
		said = append(said, a.wipingSaid())
	}
	return strings.Join(said, " ")
}
