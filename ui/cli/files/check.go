package files

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

type problemJSON struct {
	Kind   string `json:"kind"`
	Where  string `json:"where"`
	Detail string `json:"detail"`
	Text   string `json:"text"`
}

type alteredJSON struct {
	Stream   string     `json:"stream"`
	Sequence uint64     `json:"sequence"`
	Reason   string     `json:"reason"`
	SeenAt   *time.Time `json:"seen_at"`
	File     string     `json:"file"`
}

type comparedJSON struct {
	File   string    `json:"file"`
	SeenAt time.Time `json:"seen_at"`
	Else   int       `json:"else"` // streams of scopes that this store does not hold
}

type verdictJSON struct {
	OK       bool              `json:"ok"`
	Repaired bool              `json:"repaired"`
	Problems []problemJSON     `json:"problems"`
	Altered  []alteredJSON     `json:"altered"`
	Against  []comparedJSON    `json:"against"`
	Digest   string            `json:"digest"`
	Digests  map[string]string `json:"digests"`
	Unwiped  int               `json:"unwiped"`
	Names    int               `json:"other_names"`
}

// Check looks a store over: exit status 1 when something is wrong with it.
func Check(r *command.Run) *cobra.Command {
	var repair, digest bool
	var against []string
	cmd := &cobra.Command{
		Use:   "check",
		Short: r.Say("cli.check"),
		Long:  r.Say("cli.check-long"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			v, err := r.Check(cmd.Context(), repair, against)
			if err != nil {
				return err
			}
			ok := len(v.Problems) == 0
			switch {
			case r.JSON:
				out := verdictJSON{OK: ok, Repaired: v.Repaired, Problems: []problemJSON{}, Altered: []alteredJSON{}, Against: []comparedJSON{}, Digest: v.Digest, Digests: map[string]string{}, Unwiped: v.Unwiped, Names: v.Names}
				maps.Copy(out.Digests, v.Digests)
				for _, p := range v.Problems {
					out.Problems = append(out.Problems, problemJSON{p.Kind, p.Where, p.Detail, problemText(r, p)})
					if p.Kind == "altered" {
						out.Altered = append(out.Altered, alteredOf(p))
					}
				}
				for _, c := range v.Against {
					out.Against = append(out.Against, comparedJSON{c.Path, c.Seen, c.Else})
				}
				err = output.JSON(r.Out, out)
			case digest:
				for _, scope := range slices.Sorted(maps.Keys(v.Digests)) {
					fmt.Fprintf(r.Out, "%s %s\n", scope, v.Digests[scope])
				}
				_, err = fmt.Fprintf(r.Out, "all %s\n", v.Digest)
			case ok && v.Repaired:
				_, err = fmt.Fprintln(r.Out, r.Say("cli.check.repaired"))
			case ok:
				_, err = fmt.Fprintln(r.Out, r.Say("cli.check.ok"))
			}
			if !r.JSON && !digest && ok {
				for _, c := range v.Against {
					id := "cli.check.against-ok"
					if c.Else > 0 {
						id = "cli.check.against-part"
					}
					fmt.Fprintln(r.Out, r.Say(id, "path", cell.Safe(c.Path, 200), "seen", moment(r, c.Seen)))
				}
			}
			if v.Names > 0 {
				r.Tell(r.Words.Count("cli.check.names", v.Names))
			}
			if v.Unwiped > 0 {
				r.Tell(r.Words.Count("cli.check.unwiped", v.Unwiped))
			}
			if err != nil || ok {
				return err
			}
			for _, p := range v.Problems {
				r.Tell(problemText(r, p))
			}
			r.Tell(r.Words.Count("cli.check.problems", len(v.Problems)))
			return command.ErrSaid
		},
	}
	cmd.Flags().BoolVar(&repair, "repair", false, r.Say("cli.flag.repair"))
	cmd.Flags().BoolVar(&digest, "digest", false, r.Say("cli.flag.digest"))
	cmd.Flags().StringArrayVar(&against, "against", nil, r.Say("cli.flag.against"))
	return cmd
}

// problemText is what a person reads about something that a check found.
func problemText(r *command.Run, p command.Problem) string {
	return r.Words.Finding(p.Kind, p.Where, p.Detail, p.Sequence, moment(r, p.Seen))
}

func moment(r *command.Run, at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.In(r.Now().Location()).Format("02-01-2006 15:04")
}

// alteredOf is what a script reads of what was altered. A stream is named where one is known.
func alteredOf(p command.Problem) alteredJSON {
	out := alteredJSON{Stream: p.Where, Sequence: p.Sequence, Reason: p.Detail, File: p.File}
	if p.Where == p.File {
		out.Stream = ""
	}
	if !p.Seen.IsZero() {
		out.SeenAt = &p.Seen
	}
	return out
}
