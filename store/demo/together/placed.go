package together

import (
	"leerbalie/model/placement"
)

// placed are twenty-two students at the three small organisations, which have thirty places between them.
func (p *play) placed() {
	boss := p.Boss.Me().ID
	at := 0
	for i, n := range []int{8, 6, 8} {
		for range n {
			if at == len(p.anywhere) || p.err != nil {
				return
			}
			student := p.anywhere[len(p.anywhere)-1-at]
			at++
			id := p.by(boss, placement.Add{Placement: placement.Placement{Student: student.ID, Partner: p.partners[i], From: p.day(-7 * (3 + at%3)), To: p.day(90 + 7*(at%5)), Minutes: 120,
				GuideName: []string{"Wil Pan", "Bas Hamer", "Joke Zand"}[i], School: p.teacher(at), Agreed: p.day(-45)}})
			if at%2 == 0 {
				p.by(boss, placement.KickOff{ID: id, Day: p.day(-14), Terms: "Op tijd, vragen stellen, en samen terugkijken op vrijdag."})
				p.by(boss, placement.Write{ID: id, Kind: placement.ItemVisit, Day: p.day(-7), Text: "Gaat goed. Mag meer zelf doen."})
			}
		}
	}
}
