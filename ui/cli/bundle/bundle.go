package bundle

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// Bundle takes, opens and returns bundles, and decides about the machines that they go to.
func Bundle(r *command.Run) *cobra.Command {
	return r.Family("bundle", "cli.bundle", command.Commands{
		"take": take, "open": open, "return": bring, "list": list, "revoke": revoke, "accept": accept,
	})
}

// progress counts along on the terminal of a person who waits; scripts get nothing. end clears the line.
func progress(r *command.Run, id string) (tell func(done, total int64), end func()) {
	line := output.NewPassing(r)
	if line == nil {
		return nil, line.End
	}
	quarter := int64(0)
	return func(done, total int64) {
		said, worth := r.Say(id), total <= 0
		if total > 0 {
			percent := min(100, done*100/total)
			said, worth = r.Say(id+"-part", "percent", percent), percent/25 > quarter && percent < 100
			quarter = max(quarter, percent/25)
		}
		line.Show(said, worth)
	}, line.End
}

// counts says in words what is in a bundle: of what people count, what there is.
func counts(r *command.Run, c transfer.Counts) string {
	var parts []string
	for _, p := range []struct {
		id     string
		n      int
		always bool
	}{
		{"students", c.Students, true}, {"evidence", c.Evidence, true}, {"judgements", c.Judgements, c.Judgements > 0}, {"decisions", c.Decisions, c.Decisions > 0},
		{"requests", c.Requests, c.Requests > 0}, {"residents", c.Residents, true},
	} {
		if p.always || p.n > 0 {
			parts = append(parts, r.Words.Count("cli.bundle."+p.id, p.n))
		}
	}
	return strings.Join(parts, ", ")
}

// scopes names what a copy may hold, in words: its classes, and the groups of those of which it holds a part.
func scopes(ctx context.Context, r *command.Run, session *model.Session, of []journal.Scope) (names []string) {
	groups := map[journal.ID]string{}
	if list, err := session.Groups(ctx); err == nil {
		for _, g := range list {
			groups[g.ID] = g.Name
		}
	}
	sites := map[journal.ID]string{}
	if list, err := session.Sites(ctx); err == nil {
		for _, s := range list {
			sites[s.ID] = s.Name
		}
	}
	for _, s := range of {
		name := r.Say("class." + s.Class.String())
		if part := groups[s.Part] + sites[s.Part]; part != "" {
			name += " " + cell.Safe(part, 60)
		}
		names = append(names, name)
	}
	return names
}

// named names somebody who works or learns here.
func named(ctx context.Context, session *model.Session) func(journal.ID) string {
	names := map[journal.ID]string{}
	if people, err := session.People(ctx); err == nil {
		for _, p := range people {
			names[p.ID] = p.Name
		}
	}
	return func(id journal.ID) string { return names[id] }
}

// known tells whether a recipient is a machine that has a copy.
func known(t transfer.Recipient) bool { return t.Replica != journal.Replica{} }

// party names one side of an exchange: whose it is, and which machine.
func party(p transfer.Party) string {
	switch name, label := cell.Safe(p.Name, 100), cell.Safe(p.Label, 100); {
	case name == "":
		return label
	case label == "" || p.Centre:
		return name
	default:
		return name + " (" + label + ")"
	}
}

// why says in words why something waits.
func why(r *command.Run, reason string) string {
	return r.Words.Or("waiting."+reason, r.Sentence(fault.New(fault.Refused, reason)))
}
