package desk

import (
	"context"

	"leerbalie/model"
)

// nameOf is whom something was done for, with the number of the request; "" where that is nobody in particular, and the number
// says it all.
func nameOf(ctx context.Context, session *model.Session, r model.Receipt) string {
	if r.For.IsZero() {
		return ""
	}
	for _, read := range []func(context.Context) ([]model.Person, error){session.People, session.PeopleWhoLeft} {
		people, err := read(ctx)
		for i := range people {
			if err == nil && people[i].ID == r.For {
				return people[i].Name + " · " + r.Number
			}
		}
	}
	return ""
}
