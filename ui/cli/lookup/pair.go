package lookup

import (
	"context"
	"strings"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/loop/pairing"
	"leerbalie/model/pairs"
)

// Pair finds a running pair by its id, by a member, or by two members with a plus or a comma between.
func Pair(b *pairing.Book, text string) (*pairs.Pair, error) {
	for i := range b.Pairs {
		if p := &b.Pairs[i]; p.ID.String() == strings.TrimSpace(text) && !p.Forbidden {
			return p, nil
		}
	}
	var found *pairs.Pair
	for _, name := range Names(text) {
		student, err := b.Find(name)
		if err != nil {
			return nil, err
		}
		p := b.Running(student.ID)
		if p == nil || found != nil && p != found {
			return nil, fault.New(fault.NotFound, "cli-no-pair", "name", text)
		}
		found = p
	}
	if found == nil {
		return nil, fault.New(fault.NotFound, "cli-no-pair", "name", text)
	}
	return found, nil
}

// PairMembers are the members of a running pair that is named by its id or as Ali+Noor; none for any other name.
func PairMembers(ctx context.Context, session *model.Session, text string) ([]journal.ID, error) {
	id, err := journal.ParseID(strings.TrimSpace(text))
	if err == nil {
		if p, err := pairs.ReadPair(ctx, session, id); err == nil {
			return p.Members, nil
		}
		return nil, nil
	}
	if !strings.Contains(text, "+") {
		return nil, nil
	}
	b, err := pairing.Read(ctx, session)
	if err != nil {
		return nil, err
	}
	p, err := Pair(b, text)
	if err != nil {
		return nil, err
	}
	return p.Members, nil
}

// Names reads ID,ID or Name+Name.
func Names(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return c == ',' || c == '+' })
}
