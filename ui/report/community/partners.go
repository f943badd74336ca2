package community

import (
	"strconv"

	"leerbalie/model/community"
)

func (m *Maker) projects(h *community.Half) {
	m.heading("projects")
	var rows [][]string
	n := strconv.Itoa
	for i := range h.Projects {
		p := &h.Projects[i]
		hours := ""
		if h.Whole {
			if hours = m.Hours(p.Minutes); m.few(p.Students) { // of so few they are somebody's
				hours = hiddenSign
			}
		}
		rows = append(rows, []string{p.Title, p.District, p.Theme, m.Words.Say("project.state." + string(p.State)), n(p.Sessions), m.people(p.Participants), m.people(p.Students), n(p.Pairs), hours, p.Came})
	}
	m.table(rows, "projects-none", []int{4, 5, 6, 7, 8}, "project", "district", "theme", "state", "sessions", "participants", "students", "pairs", "hours", "came")
	for i := range h.Projects {
		for _, r := range h.Projects[i].Results {
			m.line(h.Projects[i].Title + ": " + r)
		}
	}
}

func (m *Maker) partners(h *community.Half) {
	m.heading("partners")
	n := strconv.Itoa
	p := &h.Partners
	var rows [][]string
	for _, c := range p.ByState {
		if c.N > 0 {
			rows = append(rows, []string{m.say("partners-are", "state", m.Words.Say("partner.state."+c.Code)), n(c.N)})
		}
	}
	if len(rows) == 0 {
		m.line(m.say("partners-none"))
		return
	}
	rows = append(rows, []string{m.say("places"), n(p.Places)}, []string{m.say("supervision"), m.Hours(p.Supervision)}, []string{m.say("placed"), m.counted(h, p.Placed)})
	for _, c := range p.Offered {
		rows = append(rows, []string{m.say("offered." + c.Code), m.counted(h, c.N)})
	}
	m.table(rows, "", []int{1}, "what", "n")
	if h.Whole && len(p.ByLevel) > 0 {
		cells := make([]int, len(p.ByLevel))
		for i, c := range p.ByLevel {
			cells[i] = c.N
		}
		rows = nil
		for i, s := range m.parts(cells) {
			rows = append(rows, []string{p.ByLevel[i].Code, s})
		}
		m.item(m.say("by-level"))
		m.table(rows, "", []int{1}, "level", "placed")
	}
	if len(p.Networks) == 0 {
		return
	}
	cells := make([]int, len(p.Networks))
	for i := range p.Networks {
		cells[i] = p.Networks[i].Placed
	}
	rows = nil
	for i, placed := range m.parts(append(cells, max(p.Placed-sum(cells), 0)))[:len(cells)] {
		if !h.Whole {
			placed = ""
		}
		l := &p.Networks[i]
		rows = append(rows, []string{l.Name, n(l.Partners), n(l.Places), placed})
	}
	m.item(m.say("networks"))
	m.table(rows, "", []int{1, 2, 3}, "network", "partners", "places", "placed")
}

func sum(all []int) (n int) {
	for _, one := range all {
		n += one
	}
	return n
}
