package people

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/met"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	saymet "leerbalie/ui/report/met"
)

// themesJSON is what a student has met. The names are a promise to scripts.
type themesJSON struct {
	Student        output.Who   `json:"student"`
	Themes         []themeJSON  `json:"themes"`
	Targets        []targetJSON `json:"targets"`
	MissingThemes  []string     `json:"missing_themes"`
	MissingTargets []string     `json:"missing_targets"`
	Unsaid         byJSON       `json:"without_theme"`
	Hidden         bool         `json:"hidden"` // some of it may not be seen by who asks
}

type byJSON struct {
	Handled  int `json:"handled"`
	Courses  int `json:"courses"`
	Projects int `json:"projects"`
}

type themeJSON struct {
	Code *string `json:"code"` // null for a word that the site's list lacks
	Name string  `json:"name"`
	Met  bool    `json:"met"`
	byJSON
}

type targetJSON struct {
	Target   string `json:"target"`
	Met      bool   `json:"met"`
	Projects int    `json:"projects"`
}

func studentThemes(r *command.Run) *cobra.Command {
	return &cobra.Command{
		Use: "themes NAME", Short: r.Say("cli.student.themes"), Args: command.Arguments(1, -1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				b, _, err := readBook(ctx, session)
				if err != nil {
					return err
				}
				p, err := b.Find(strings.Join(args, " "))
				if err != nil {
					return err
				}
				site, err := session.SiteByID(ctx, session.Site())
				if err != nil {
					return err
				}
				themes := r.Words.Known(site.ThemeCodes())
				s, err := met.Read(ctx, session, p.ID, themes, r.Today(ctx, session))
				if err != nil {
					return err
				}
				if r.JSON {
					return output.JSON(r.Out, themesOut(r, themes, s))
				}
				fmt.Fprintln(r.Out, s.Person.Name)
				for _, line := range saymet.Sentences(r.Words, themes, s) {
					fmt.Fprintln(r.Out, line)
				}
				fmt.Fprintln(r.Out)
				t := output.NewTable(r.Out, r.Width, r.Say("met.col.theme"), r.Say("met.col.handled"), r.Say("met.col.courses"), r.Say("met.col.projects"))
				add := func(name string, by met.By) {
					if by.Times() > 0 {
						t.Add(name, strconv.Itoa(by.Handled), strconv.Itoa(by.Courses), strconv.Itoa(by.Projects))
					}
				}
				for i := range s.Themes {
					add(saymet.Called(r.Words, themes, &s.Themes[i]), s.Themes[i].By)
				}
				for _, g := range s.Targets {
					add(g.Word, g.By)
				}
				return t.End()
			})
		},
	}
}

func themesOut(r *command.Run, themes model.Codes, s *met.Student) themesJSON {
	out := themesJSON{Student: output.Named(s.Person.ID, s.Person.Name), Themes: []themeJSON{}, Targets: []targetJSON{}, MissingThemes: append([]string{}, s.Missing()...),
		MissingTargets: append([]string{}, s.Unmet()...), Unsaid: byJSON(s.Unsaid), Hidden: s.Hidden}
	for i := range s.Themes {
		t := &s.Themes[i]
		one := themeJSON{Name: saymet.Called(r.Words, themes, t), Met: t.Times() > 0, byJSON: byJSON(t.By)}
		if t.Code != "" {
			one.Code = &t.Code
		}
		out.Themes = append(out.Themes, one)
	}
	for _, t := range s.Targets {
		out.Targets = append(out.Targets, targetJSON{t.Word, t.Times() > 0, t.Projects})
	}
	return out
}
