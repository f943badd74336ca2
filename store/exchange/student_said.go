package exchange

import (
	"strings"

	"leerbalie/model"
	"leerbalie/model/transfer"
)

// mostNames is how many people a remark names.
const mostNames = 10

// say adds what is to be said of the rows that are in, and of those who are known here and, as the file says, are gone.
func (e *enrolment) say(gone []model.Person) {
	for _, code := range []string{"import.renamed", "import.renumbered", "import.zeros", "import.same-row", "import.level-bare", "import.level-programme", "import.hours-read", "import.year-of-others",
		"import.encoded-twice-names", "import.lost-letters-names", "import.strange-letters-names", "import.ended-here", "import.no-level", "import.no-dayparts"} {
		if names := e.notes[code]; len(names) > 0 {
			e.report.Remarks = append(e.report.Remarks, remark(code, "n", len(names), "names", someNames(names)))
		}
	}
	if e.known == nil {
		return
	}
	var here []string
	for _, p := range gone {
		if m, err := e.known.find(p); err == nil && m.who != nil && m.who.Study.Status != model.StudyEnded {
			here = append(here, m.who.Name)
		}
	}
	if len(here) > 0 {
		e.report.Remarks = append(e.report.Remarks, transfer.Say("import.gone-here", "n", len(here), "names", someNames(here), "name", here[0]))
	}
}

// someNames are some names, the first of them where there are many.
func someNames(names []string) string {
	if len(names) > mostNames {
		return strings.Join(names[:mostNames], ", ") + " …"
	}
	return strings.Join(names, ", ")
}

func namesOf(people []model.Person) []string {
	out := make([]string, len(people))
	for i, p := range people {
		out[i] = p.Name
	}
	return out
}
