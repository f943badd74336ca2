package bundle

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/fault"
	"leerbalie/model/plain"
	"leerbalie/model/plain/phrase"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/text"
	"leerbalie/ui/widget/cell"
)

// asking is what a call of take says.
type asking struct {
	name, path, hits, label, until string
	anew                           bool
}

// take writes a bundle.
func take(r *command.Run) *cobra.Command {
	var a asking
	cmd := &cobra.Command{
		Use:     "take [--for NAME] -o FILE|FOLDER",
		Short:   r.Say("cli.bundle.take"),
		Long:    r.Say("cli.bundle.take-long"),
		Example: "  leerbalie bundle take --for \"Tine de Boer\" -o /media/stick\n  leerbalie bundle take -o /media/stick",
		Args:    command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case a.path == "":
				return command.Misuse("cli.flag-missing", "flag", "--output")
			case a.path == "-":
				return command.Misuse("cli.flag-value", "flag", "--output", "value", a.path)
			case !slices.Contains([]string{"", "stay", "travel"}, a.hits):
				return command.Misuse("cli.choice", "what", "--hits", "value", a.hits, "choices", "stay, travel")
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error { return a.take(ctx, r, session) })
		},
	}
	f := cmd.Flags()
	f.StringVar(&a.name, "for", "", r.Say("cli.bundle.flag-for"))
	f.StringVarP(&a.path, "output", "o", "", r.Say("cli.bundle.flag-output"))
	f.BoolVar(&a.anew, "new", false, r.Say("cli.bundle.flag-new"))
	f.StringVar(&a.label, "label", "", r.Say("cli.bundle.flag-label"))
	f.StringVar(&a.until, "until", "", r.Say("cli.bundle.flag-until"))
	f.StringVar(&a.hits, "hits", "", r.Say("cli.bundle.flag-hits"))
	return cmd
}

func (a asking) take(ctx context.Context, r *command.Run, session *model.Session) error {
	all, err := r.Powers.Bundles.Recipients(ctx, session)
	if err != nil {
		return err
	}
	to, err := a.choose(ctx, session, all)
	if fault.KindOf(err) == fault.NotFound {
		to, err = a.last(ctx, r, session, err)
	}
	if fault.KindOf(err) == fault.NotFound {
		err = a.why(ctx, session, err)
	}
	if err != nil {
		return err
	}
	if to.Invites() {
		to.Label = a.label
		day, err := command.ReadDay("until", a.until)
		if err != nil {
			return err
		}
		if !day.IsZero() { // that day as well
			to.Until = time.Date(day.Year(), day.Month(), day.Day(), 23, 59, 59, 0, r.Zone(ctx, session))
		}
	}
	plan, err := r.Powers.Bundles.Plan(ctx, session, to)
	if err != nil {
		return err
	}
	if err := a.decide(ctx, r, session, &plan); err != nil {
		return err
	}
	tell, end := progress(r, "cli.bundle.writing")
	taken, err := r.Powers.Bundles.Take(ctx, session, to, a.path, tell)
	end()
	if err != nil {
		if taken.Recovery != "" { // of a key that is there now: nobody can have it again
			r.Tell(recovery(r, taken.Recovery))
		}
		return err
	}
	if r.JSON {
		return output.JSON(r.Out, takenOf(ctx, r, session, taken, plan))
	}
	return tellTaken(ctx, r, session, taken, plan)
}

// last is a machine that was revoked, named by what it is called: a bundle for it holds nothing but that, so that it hears of it, and
// puts away what it may not hold any more. Errors: none where there is none.
func (a asking) last(ctx context.Context, r *command.Run, session *model.Session, none error) (transfer.Recipient, error) {
	some, err := machines(ctx, r, session, func(m transfer.Machine) bool {
		return m.Revoked && plain.FoldText(m.Label) == plain.FoldText(a.name) || m.Replica.String() == a.name
	})
	if err != nil || len(some) != 1 || a.anew {
		return transfer.Recipient{}, none
	}
	m := some[0]
	return transfer.Recipient{Person: m.Person, Name: m.Name, Replica: m.Replica, Label: m.Label}, nil
}

// why says of somebody who is here, or of the centre, why no bundle can be made for them. Errors: none where nobody is called so.
func (a asking) why(ctx context.Context, session *model.Session, none error) error {
	sites, err := session.Sites(ctx)
	if err != nil {
		return err
	}
	want := plain.FoldText(a.name)
	if len(sites) > 0 && plain.FoldText(sites[0].Name) == want {
		return fault.New(fault.Refused, "bundle-for-whom")
	}
	people, err := session.People(ctx)
	if err != nil {
		return err
	}
	for _, is := range []func(model.Person) bool{
		func(p model.Person) bool { return p.ID.String() == a.name || plain.FoldText(p.Name) == want },
		func(p model.Person) bool { return strings.Contains(" "+plain.FoldText(p.Name), " "+want) },
	} {
		found := slices.DeleteFunc(slices.Clone(people), func(p model.Person) bool { return want == "" || !is(p) })
		if len(found) != 1 {
			continue
		}
		switch p := found[0]; {
		case p.Has(model.RoleStudent):
			return fault.New(fault.Refused, "bundle-student", "name", p.Name)
		case session.Check(ctx, model.ToInvite) != nil:
			return fault.New(fault.Refused, "bundle-coordinator", "name", p.Name)
		default:
			return fault.New(fault.Refused, "bundle-may-hold-none", "name", p.Name)
		}
	}
	return none
}

// choose finds whom the bundle is for: the one there can be, the machine that was named, or the machine of the person who was. Errors:
// NotFound; Conflict where somebody has several machines; Refused where nobody was named and it can be for anybody.
func (a asking) choose(ctx context.Context, session *model.Session, all []transfer.Recipient) (transfer.Recipient, error) {
	is := func(of []transfer.Recipient, want func(transfer.Recipient) bool) []transfer.Recipient {
		return slices.DeleteFunc(slices.Clone(of), func(t transfer.Recipient) bool { return !want(t) })
	}
	name := strings.TrimSpace(a.name)
	if home := is(all, func(t transfer.Recipient) bool { return t.Centre }); len(home) == 1 {
		switch {
		case a.anew:
			return transfer.Recipient{}, fault.New(fault.Refused, "bundle-no-invitation", "name", session.Me().Name)
		case name != "" && plain.FoldText(name) != plain.FoldText(home[0].Name):
			return transfer.Recipient{}, fault.New(fault.Refused, "bundle-to-centre")
		}
		return home[0], nil
	}
	if name == "" {
		if session.Check(ctx, model.ToInvite) == nil { // for oneself it would hold all that there is
			return transfer.Recipient{}, fault.New(fault.Refused, "bundle-for-whom")
		}
		name = session.Me().ID.String() // for oneself
	}
	if machine := is(all, func(t transfer.Recipient) bool {
		return known(t) && (t.Replica.String() == name || t.Label != "" && plain.FoldText(t.Label) == plain.FoldText(name))
	}); len(machine) == 1 && !a.anew {
		return machine[0], nil
	}
	whole := func(t transfer.Recipient) bool {
		return t.Person.String() == name || plain.FoldText(t.Name) == plain.FoldText(name)
	}
	found := is(all, whole)
	if len(found) == 0 && plain.FoldText(name) != "" {
		found = is(all, func(t transfer.Recipient) bool {
			return strings.Contains(" "+plain.FoldText(t.Name), " "+plain.FoldText(name))
		})
	}
	var people []string
	for _, t := range found {
		if !slices.Contains(people, t.Name) {
			people = append(people, t.Name)
		}
	}
	switch {
	case len(found) == 0 && strings.TrimSpace(a.name) == "":
		return transfer.Recipient{}, fault.New(fault.Refused, "bundle-not-you", "name", session.Me().Name)
	case len(found) == 0:
		return transfer.Recipient{}, fault.New(fault.NotFound, "bundle-nobody", "name", a.name)
	case len(people) > 1:
		return transfer.Recipient{}, fault.New(fault.Conflict, "cli-several", "name", a.name, "candidates", strings.Join(people[:min(len(people), 5)], ", "))
	}
	machines := is(found, func(t transfer.Recipient) bool { return known(t) })
	invited := is(found, func(t transfer.Recipient) bool { return !known(t) && !t.Centre })
	switch {
	case a.anew || len(machines) == 0:
		if len(invited) == 0 {
			return transfer.Recipient{}, fault.New(fault.Refused, "bundle-no-invitation", "name", found[0].Name)
		}
		return invited[0], nil
	case len(machines) > 1:
		var labels []string
		for _, t := range machines {
			labels = append(labels, t.Label)
		}
		return transfer.Recipient{}, fault.New(fault.Conflict, "bundle-several", "name", found[0].Name, "labels", strings.Join(labels, ", "))
	}
	return machines[0], nil
}

// decide shows the texts that seem to name a resident and asks about those that nobody decided about; where nobody can be asked
// they stay home, unless the call says otherwise. What was decided stands in the plan from then on.
func (a asking) decide(ctx context.Context, r *command.Run, session *model.Session, plan *transfer.Plan) error {
	open := plan.Undecided()
	if open == 0 {
		return nil
	}
	name, zone := named(ctx, session), r.Zone(ctx, session)
	ask, say := a.hits == "" && r.Answer != nil && !r.JSON, "cli.bundle.hits"
	if session.Check(ctx, model.ToInvite) != nil { // whether it travels is for a coordinator to say
		ask, say = false, "cli.bundle.hits-home"
	}
	if !r.JSON {
		r.Tell(r.Words.Count(say, open))
	}
	for i := range plan.Hits {
		h := &plan.Hits[i]
		if h.Choice != transfer.Undecided {
			continue
		}
		if !r.JSON {
			r.Tell("")
			r.Tell(r.Say("cli.bundle.hit", "day", text.Day(h.At.In(zone)), "by", cell.Safe(name(h.By), 60), "found", cell.Safe(strings.Join(h.Found, ", "), 100)))
			r.Tell("  " + cell.Safe(h.Text, 600))
		}
		choice := transfer.Undecided
		switch {
		case a.hits == "travel":
			choice = transfer.Travels
		case ask:
			answer, err := r.Answer(ctx, r.Say("cli.bundle.hit-ask"))
			if err != nil {
				return err
			}
			switch first := strings.ToLower(strings.TrimSpace(answer) + " ")[:1]; {
			case first != " " && strings.Contains(r.Words.Yes(), first):
				choice = transfer.Travels
			case first != " " && strings.Contains(r.Words.No(), first):
				choice = transfer.StaysHome
			}
		}
		if choice == transfer.Undecided {
			continue
		}
		if err := r.Powers.Bundles.Decide(ctx, session, *h, choice); err != nil {
			return err
		}
		h.Choice = choice
	}
	return nil
}

// tellTaken says what was written, for whom and until when, and what is shown once.
func tellTaken(ctx context.Context, r *command.Run, session *model.Session, t transfer.Taken, plan transfer.Plan) error {
	var b strings.Builder
	line := func(s string) { b.WriteString(s + "\n") }
	line(r.Say("cli.bundle.taken", "path", cell.Safe(t.Path, 200), "name", party(t.To)))
	line(r.Say("cli.bundle.holds", "counts", counts(r, t.Counts)))
	if names := scopes(ctx, r, session, t.Scopes); len(names) > 0 {
		line(r.Say("cli.bundle.scopes", "scopes", strings.Join(names, ", ")))
	}
	if t.Withheld > 0 {
		line(r.Words.Count("cli.bundle.withheld", t.Withheld))
	}
	if t.Acknowledged > 0 {
		line(r.Words.Count("cli.bundle.acknowledged", t.Acknowledged))
	}
	if t.Recovery != "" {
		line("")
		line(recovery(r, t.Recovery))
	}
	switch {
	case t.Code != "":
		line("")
		line(r.Say("cli.bundle.code", "name", party(t.To), "until", text.Day(t.Until.In(r.Zone(ctx, session)))) + "\n\n    " + strings.Join(t.Code.Lines(), "\n    ") + "\n")
		line(r.Say("cli.bundle.code-how", "path", cell.Safe(filepath.Base(t.Path), 200)))
	case t.To.Centre:
		line(r.Say("cli.bundle.way-back", "path", cell.Safe(filepath.Base(t.Path), 200)))
	default:
		line(r.Say("cli.bundle.way-there", "path", cell.Safe(filepath.Base(t.Path), 200)))
	}
	_, err := fmt.Fprint(r.Out, b.String())
	return err
}

// recovery is the recovery phrase, the one time that it is shown.
func recovery(r *command.Run, p phrase.Phrase) string {
	return r.Say("cli.phrase.shown") + "\n\n    " + strings.Join(p.Lines(), "\n    ") + "\n\n" + r.Say("cli.phrase.keep")
}
