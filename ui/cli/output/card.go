package output

import (
	"fmt"
	"strings"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/widget/cell"
)

// Card writes one thing for people: its name, and a line for each thing that is known of it.
func Card(r *command.Run, name string, lines [][2]string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", cell.Safe(name, 200))
	for _, line := range lines {
		if line[1] != "" {
			fmt.Fprintf(&b, "  %s %s\n", cell.Fit(line[0], 16), cell.Safe(line[1], 300))
		}
	}
	_, err := fmt.Fprint(r.Out, b.String())
	return err
}

// Did tells, to a person or a script, what was done to whom.
func Did(r *command.Run, sentence string, id journal.ID) error {
	if r.JSON {
		return JSON(r.Out, struct {
			ID string `json:"id"`
		}{id.String()})
	}
	_, err := fmt.Fprintln(r.Out, r.Say(sentence))
	return err
}

// StudentLevel is a student's level as people write it, with the year.
func StudentLevel(r *command.Run, p model.Person) string {
	if p.Study.Year == 0 || p.Level == "" {
		return p.Level
	}
	return p.Level + " " + r.Say("cli.student.year", "year", p.Study.Year)
}
