package directory

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/directory"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// filling is what flags say of a service.
type filling struct {
	r                                                                *command.Run
	cmd                                                              *cobra.Command
	name, organization, place, street, postcode, city                string
	description, url, email, process, fees, eligibility, wait, alert string
	needs, languages, areas, documents, phones, hours                []string
}

func fill(r *command.Run, cmd *cobra.Command) *filling {
	f := &filling{r: r, cmd: cmd}
	text := func(to *string, flag, says string) { cmd.Flags().StringVar(to, flag, "", r.Say(says)) }
	list := func(to *[]string, flag, says string) { cmd.Flags().StringArrayVar(to, flag, nil, r.Say(says)) }
	text(&f.organization, "organization", "cli.flag.directory.organization")
	text(&f.place, "place", "cli.flag.directory.at")
	text(&f.street, "street", "cli.flag.directory.street")
	text(&f.postcode, "postcode", "cli.flag.directory.postcode")
	text(&f.city, "city", "cli.flag.directory.city")
	text(&f.description, "description", "field.description")
	text(&f.url, "url", "field.url")
	text(&f.email, "email", "field.email")
	text(&f.process, "process", "field.process")
	text(&f.fees, "fees", "field.fees")
	text(&f.eligibility, "eligibility", "field.eligibility")
	text(&f.wait, "wait", "field.wait")
	text(&f.alert, "alert", "field.alert")
	list(&f.needs, "need", "cli.flag.directory.needs")
	list(&f.languages, "language", "cli.flag.directory.languages")
	list(&f.areas, "area", "cli.flag.directory.area")
	list(&f.documents, "document", "cli.flag.directory.document")
	list(&f.phones, "phone", "cli.flag.directory.phone")
	list(&f.hours, "hours", "cli.flag.directory.hours")
	return f
}

// over puts what was given over a service.
func (f *filling) over(s *directory.Service) error {
	given := f.cmd.Flags().Changed
	for flag, to := range map[string]struct {
		from string
		to   *string
	}{"name": {f.name, &s.Name}, "description": {f.description, &s.Description}, "url": {f.url, &s.URL}, "email": {f.email, &s.Email}, "process": {f.process, &s.Process},
		"fees": {f.fees, &s.Fees}, "eligibility": {f.eligibility, &s.Eligibility}, "wait": {f.wait, &s.Wait}, "alert": {f.alert, &s.Alert}} {
		if given(flag) {
			*to.to = to.from
		}
	}
	for flag, to := range map[string]struct {
		from []string
		to   *[]string
	}{"need": {f.needs, &s.Needs}, "area": {f.areas, &s.Areas}, "document": {f.documents, &s.Documents}} {
		if given(flag) {
			*to.to = filled(to.from)
		}
	}
	if given("language") {
		s.Languages = nil
		for _, typed := range filled(f.languages) {
			tag, ok := f.r.Words.FindLanguage(typed)
			if !ok {
				return command.Misuse("cli.flag-value", "flag", "--language", "value", typed)
			}
			s.Languages = append(s.Languages, tag)
		}
	}
	if given("phone") {
		s.Phones = nil
		for _, n := range filled(f.phones) {
			s.Phones = append(s.Phones, directory.Phone{Number: n})
		}
	}
	if given("hours") {
		s.Schedules = nil
		for _, typed := range filled(f.hours) {
			hours, err := f.r.Words.ParseHours(typed)
			if err != nil {
				return err
			}
			s.Schedules = append(s.Schedules, hours)
		}
	}
	return nil
}

// offer is what was given as one step: the service, with its organisation and its place where they are new.
func (f *filling) offer(s directory.Service) directory.Offer {
	return directory.Offer{Service: s, By: f.organization, At: directory.Location{Entry: directory.Entry{Name: f.place}, Address: filled([]string{f.street}), Postcode: f.postcode, City: f.city}}
}

// add puts a service into the directory, with its organisation and its place where they are new.
func add(r *command.Run) *cobra.Command {
	var f *filling
	cmd := &cobra.Command{
		Use: "add SERVICE", Short: r.Say("cli.directory.add"), Long: r.Say("cli.directory.add-long"), Args: command.Arguments(1, -1, "SERVICE"),
		Example: "  leerbalie directory add Taalcafé --organization Bibliotheek --place \"Bibliotheek Zuid\" --city \"Den Haag\" --need taal --language nl --hours \"di,do 10:00-12:00\"",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				s := directory.Service{Entry: directory.Entry{Name: strings.Join(args, " ")}}
				if err := f.over(&s); err != nil {
					return err
				}
				did, err := session.Do(ctx, f.offer(s))
				if err != nil {
					return err
				}
				return output.Did(r, "did.act-service-add", did.Entity)
			})
		},
	}
	f = fill(r, cmd)
	return cmd
}

// edit alters a service: what is given takes the place of what was there, "" takes it away.
func edit(r *command.Run) *cobra.Command {
	var f *filling
	cmd := &cobra.Command{
		Use: "edit ID", Short: r.Say("cli.directory.edit"), Args: command.Arguments(1, -1, "ID"),
		Example: "  leerbalie directory edit Taalcafé --hours \"di 10:00-12:00\" --phone 070-1234567",
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				id, err := directory.Named(ctx, session, strings.Join(args, " "))
				if err != nil {
					return err
				}
				h, err := directory.Read(ctx, session, id, r.Now())
				if err != nil {
					return err
				}
				s := h.Service
				if err := f.over(&s); err != nil {
					return err
				}
				if _, err := session.Do(ctx, f.offer(s)); err != nil {
					return err
				}
				return output.Did(r, "did.act-service-edit", id)
			})
		},
	}
	f = fill(r, cmd)
	cmd.Flags().StringVar(&f.name, "name", "", r.Say("field.name"))
	return cmd
}
