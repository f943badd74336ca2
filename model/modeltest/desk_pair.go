package modeltest

import (
	"context"
	"fmt"

	"leerbalie/model"
)

// pair does something about students and their pairs, the n-th of a history: two desks that are apart may well put one
// student in two pairs.
func (d *Desk) pair(ctx context.Context, n int, words string) error {
	students, err := d.View.Students(ctx)
	if err != nil {
		return err
	}
	if len(students) < 4 {
		_, err = d.View.Do(ctx, model.AddPerson{Person: model.Person{Name: words, Roles: []model.Role{model.RoleStudent}, Level: model.Levels()[n%6],
			Study: model.Study{DayParts: 1 << (n % 21), Wishes: []string{words}}}})
		return err
	}
	one, other := students[n%len(students)], students[(n+1+n/7%3)%len(students)]
	if one.ID == other.ID {
		return nil
	}
	pair, err := d.View.RunningPair(ctx, one.ID)
	if err != nil {
		return err
	}
	var actions []model.Action
	switch what := n % 8; {
	case pair == nil && what < 5:
		actions = append(actions, model.PublishPairs{Pairs: []model.NewPair{{Members: []model.ID{one.ID, other.ID}, Score: n}}})
	case pair == nil && what == 5:
		actions = append(actions, model.ForbidPair{Members: [2]model.ID{one.ID, other.ID}, Lift: n%3 == 0})
	case pair == nil && what == 6:
		actions = append(actions, model.StartTimeOut{Person: one.ID, Reason: words})
	case pair == nil:
		actions = append(actions, model.EndTimeOut{Person: one.ID})
	case what < 2:
		actions = append(actions, model.AddCheckIn{Pair: pair.ID, Mood: model.MoodDoubt, Note: words, Silent: n%5 == 0})
	case what == 2:
		actions = append(actions, model.Agree{Pair: pair.ID, Person: one.ID, For: words, Adds: fmt.Sprint(Word, n%3)})
	case what == 3:
		actions = append(actions, model.AnswerFit{Pair: pair.ID, Person: one.ID, Answer: model.FitNot, Note: words})
	case what == 4:
		actions = append(actions, model.AddEvaluation{Pair: pair.ID, Month: 3, Result: "go-on", Note: words})
	case what == 5:
		actions = append(actions, model.EndStudy{Person: one.ID, Outcome: "diploma"})
	default:
		actions = append(actions, model.EndPair{ID: pair.ID, Reason: "other", Note: words})
	}
	_, err = d.View.Do(ctx, actions...)
	return err
}
