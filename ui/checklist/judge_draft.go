package checklist

import (
	"slices"
	"strconv"
	"strings"

	"leerbalie/model"
)

// Draft is what was chosen and typed: a line for each level that was given, and the reason at the end. It says nothing
// while that is what stands already.
func (j *judge) Draft() (key string, about model.ID, text string) {
	key = "judge/" + j.of.Evidence.ID.String() + "/" + string(j.of.Part)
	if !j.ready || j.reason.Text() == "" && j.stands() {
		return key, j.of.Student.ID, ""
	}
	var b strings.Builder
	for _, n := range j.rows {
		if level, ok := j.given[n.ID]; ok {
			b.WriteString(n.ID.String() + "\t" + strconv.Itoa(level) + "\n")
		}
	}
	return key, j.of.Student.ID, b.String() + "\t" + j.reason.Text()
}

// stands tells whether the levels are those of the own judgement that was given last, or none.
func (j *judge) stands() bool {
	if len(j.given) == 0 {
		return true
	}
	for _, a := range latest(&j.piece.Evidence, j.of.Part) {
		if a.By == j.c.Env.User.ID {
			return len(a.Given) == len(j.given) && !slices.ContainsFunc(a.Given, func(g model.Given) bool {
				level, ok := j.given[g.Node]
				return !ok || level != g.Level
			})
		}
	}
	return false
}

// refill puts a draft back.
func (j *judge) refill(text string) {
	levels, reason, _ := strings.Cut("\n"+text, "\n\t")
	j.reason.Set(reason)
	clear(j.given)
	for _, line := range strings.Split(levels, "\n") {
		node, level, _ := strings.Cut(line, "\t")
		id, err := model.ParseID(node)
		if err != nil {
			continue
		}
		if n, err := strconv.Atoi(level); err == nil {
			j.set(id, n)
		}
	}
}
