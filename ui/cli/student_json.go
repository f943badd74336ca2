package cli

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/pairing"
)

// studentJSON is somebody who learns here. The names are a promise to scripts.
type studentJSON struct {
	ID           string    `json:"id"`
	Number       string    `json:"number"`
	Name         string    `json:"name"`
	Level        string    `json:"level"`
	Year         int       `json:"year"`
	Programme    string    `json:"programme"`
	Crebo        string    `json:"crebo"`
	Cohort       string    `json:"cohort"`
	School       string    `json:"school"`
	Site         *string   `json:"site"`
	Travel       []string  `json:"travel"`
	Groups       []whoJSON `json:"groups"`
	Languages    []string  `json:"languages"`
	Themes       []string  `json:"themes"`
	DayParts     []string  `json:"dayparts"`
	Wishes       []string  `json:"wishes"`
	Strong       []string  `json:"strong"`
	Open         []string  `json:"open"`
	Start        *string   `json:"start"`
	End          *string   `json:"end"`
	NormHours    int       `json:"norm_hours"`
	Status       string    `json:"status"`
	Outcome      string    `json:"outcome"`
	Email        string    `json:"email"`
	Pair         *string   `json:"pair"`
	WaitingSince *string   `json:"waiting_since"`
}

func studentOut(p model.Person, b *pairing.Book, groups map[model.ID]string, now time.Time) studentJSON {
	s := p.Study
	out := studentJSON{
		ID: p.ID.String(), Number: p.Number, Name: p.Name, Level: p.Level, Year: s.Year, Programme: s.Programme, Crebo: s.Crebo,
		Cohort: s.Cohort, School: s.School, Site: idOrNull(p.Site), Travel: ids(s.Travel), Groups: []whoJSON{}, Languages: orEmpty(p.Languages),
		Themes: orEmpty(s.Themes), DayParts: s.DayParts.Codes(), Wishes: orEmpty(s.Wishes), Strong: orEmpty(s.Strong), Open: orEmpty(s.Open),
		Start: dayOrNull(s.Start), End: dayOrNull(s.End), NormHours: s.NormHours, Status: string(s.At(now)), Outcome: s.Outcome, Email: p.Email,
	}
	for _, id := range p.Groups {
		out.Groups = append(out.Groups, whoJSON{ID: id.String(), Name: groups[id]})
	}
	if pair := b.Running(p.ID); pair != nil {
		out.Pair = idOrNull(pair.ID)
	} else if s.At(now) == model.StudyActive {
		out.WaitingSince = dayOrNull(model.WaitingSince(p, b.Pairs))
	}
	return out
}

// dayOrNull writes a calendar day, null for none.
func dayOrNull(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.Format(time.DateOnly)
	return &s
}

func ids(list []model.ID) []string {
	out := make([]string, len(list))
	for i, id := range list {
		out[i] = id.String()
	}
	return out
}
