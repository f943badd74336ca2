package people

import (
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/loop/pairing"
	"leerbalie/model/pairs"
	"leerbalie/ui/cli/output"
)

// studentJSON is somebody who learns here. The names are a promise to scripts.
type studentJSON struct {
	ID           string       `json:"id"`
	Number       string       `json:"number"`
	Name         string       `json:"name"`
	Level        string       `json:"level"`
	Year         int          `json:"year"`
	Programme    string       `json:"programme"`
	Crebo        string       `json:"crebo"`
	Cohort       string       `json:"cohort"`
	School       string       `json:"school"`
	Site         *string      `json:"site"`
	Travel       []string     `json:"travel"`
	Groups       []output.Who `json:"groups"`
	Languages    []string     `json:"languages"`
	Themes       []string     `json:"themes"`
	DayParts     []string     `json:"dayparts"`
	Wishes       []string     `json:"wishes"`
	Strong       []string     `json:"strong"`
	Open         []string     `json:"open"`
	Start        *string      `json:"start"`
	End          *string      `json:"end"`
	NormHours    int          `json:"norm_hours"`
	Status       string       `json:"status"`
	Outcome      string       `json:"outcome"`
	Email        string       `json:"email"`
	Pair         *string      `json:"pair"`
	WaitingSince *string      `json:"waiting_since"`
}

func studentOut(p model.Person, b *pairing.Book, groups map[journal.ID]string, now time.Time) studentJSON {
	s := p.Study
	out := studentJSON{
		ID: p.ID.String(), Number: p.Number, Name: p.Name, Level: p.Level, Year: s.Year, Programme: s.Programme, Crebo: s.Crebo,
		Cohort: s.Cohort, School: s.School, Site: output.IDOrNull(p.Site), Travel: output.IDs(s.Travel), Groups: []output.Who{}, Languages: output.OrEmpty(p.Languages),
		Themes: output.OrEmpty(s.Themes), DayParts: s.DayParts.Codes(), Wishes: output.OrEmpty(s.Wishes), Strong: output.OrEmpty(s.Strong), Open: output.OrEmpty(s.Open),
		Start: output.DayOrNull(s.Start), End: output.DayOrNull(s.End), NormHours: s.NormHours, Status: string(s.At(now)), Outcome: s.Outcome, Email: p.Email,
	}
	for _, id := range p.Groups {
		out.Groups = append(out.Groups, output.Named(id, groups[id]))
	}
	if pair := b.Running(p.ID); pair != nil {
		out.Pair = output.IDOrNull(pair.ID)
	} else if s.At(now) == model.StudyActive {
		out.WaitingSince = output.DayOrNull(pairs.WaitingSince(p, b.Pairs))
	}
	return out
}
