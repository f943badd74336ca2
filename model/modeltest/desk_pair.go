package modeltest

import (
	"context"
	"fmt"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/pairs"
)

// pair does something about students and their pairs, the n-th of a history: two desks that are apart may well put one
// student in two pairs.
func (d *Desk) pair(ctx context.Context, n int, words string) error {
	students, err := pairs.ReadStudents(ctx, d.Session)
	if err != nil {
		return err
	}
	if len(students) < 4 {
		_, err = d.Session.Do(ctx, model.AddPerson{Person: model.Person{Name: words, Roles: []model.Role{model.RoleStudent}, Level: model.Levels()[n%6],
			Study: model.Study{DayParts: 1 << (n % 21), Wishes: []string{words}}}})
		return err
	}
	one, other := students[n%len(students)], students[(n+1+n/7%3)%len(students)]
	if one.ID == other.ID {
		return nil
	}
	pair, err := pairs.ReadRunningPair(ctx, d.Session, one.ID)
	if err != nil {
		return err
	}
	var actions []model.Action
	switch what := n % 8; {
	case pair == nil && what < 5:
		actions = append(actions, pairs.PublishPairs{Pairs: []pairs.NewPair{{Members: []journal.ID{one.ID, other.ID}, Score: n}}})
	case pair == nil && what == 5:
		actions = append(actions, pairs.ForbidPair{Members: [2]journal.ID{one.ID, other.ID}, Lift: n%3 == 0})
	case pair == nil && what == 6:
		actions = append(actions, pairs.StartTimeOut{Person: one.ID, Reason: words})
	case pair == nil:
		actions = append(actions, pairs.EndTimeOut{Person: one.ID})
	case what < 2:
		actions = append(actions, pairs.AddCheckIn{Pair: pair.ID, Mood: pairs.MoodDoubt, Note: words, Silent: n%5 == 0})
	case what == 2:
		actions = append(actions, pairs.Agree{Pair: pair.ID, Person: one.ID, For: words, Adds: fmt.Sprint(Word, n%3)})
	case what == 3:
		actions = append(actions, pairs.AnswerFit{Pair: pair.ID, Person: one.ID, Answer: pairs.FitNot, Note: words})
	case what == 4:
		actions = append(actions, pairs.AddEvaluation{Pair: pair.ID, Month: 3, Result: "go-on", Note: words})
	case what == 5:
		actions = append(actions, pairs.EndStudy{Person: one.ID, Outcome: "diploma"})
	default:
		actions = append(actions, pairs.EndPair{ID: pair.ID, Reason: "other", Note: words})
	}
	_, err = d.Session.Do(ctx, actions...)
	return err
}
