package judging

import (
	"slices"
	"strconv"

	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/ui/dialog"
)

// reasonField is the name of the reason in a draft; the other names are ids of what is judged.
const reasonField = "reason"

// Draft is what was chosen and typed: each level that was given, and the reason. It says nothing while that is what stands
// already.
func (j *Judge) Draft() (key string, about journal.ID, typed dialog.Fields) {
	key = "judge/" + j.of.Evidence.ID.String() + "/" + string(j.of.As)
	if !j.ready || j.reason.Text() == "" && j.stands() {
		return key, j.of.Student.ID, nil
	}
	typed = dialog.Fields{reasonField: j.reason.Text()}
	for _, n := range j.rows {
		if level, ok := j.given[n.ID]; ok {
			typed[n.ID.String()] = strconv.Itoa(level)
		}
	}
	return key, j.of.Student.ID, typed
}

// stands tells whether the levels are those of the own judgement that was given last, or none.
func (j *Judge) stands() bool {
	if len(j.given) == 0 {
		return true
	}
	for _, a := range j.piece.Evidence.Latest(j.of.As) {
		if a.By == j.c.Env.User.ID {
			return len(a.Given) == len(j.given) && !slices.ContainsFunc(a.Given, func(g learning.Given) bool {
				level, ok := j.given[g.Node]
				return !ok || level != g.Level
			})
		}
	}
	return false
}

// refill puts a draft back. The reason had no name in older ones.
func (j *Judge) refill(left dialog.Fields) {
	reason, ok := left[reasonField]
	if !ok {
		reason = left[""]
	}
	j.reason.Set(reason)
	clear(j.given)
	for name, level := range left {
		id, err := journal.ParseID(name)
		if err != nil {
			continue
		}
		if n, err := strconv.Atoi(level); err == nil {
			j.set(id, n)
		}
	}
}
