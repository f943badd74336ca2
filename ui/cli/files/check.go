package files

import (
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

type problemJSON struct {
	Kind   string `json:"kind"`
	Where  string `json:"where"`
	Detail string `json:"detail"`
	Text   string `json:"text"`
}

type verdictJSON struct {
	OK       bool              `json:"ok"`
	Repaired bool              `json:"repaired"`
	Problems []problemJSON     `json:"problems"`
	Digest   string            `json:"digest"`
	Digests  map[string]string `json:"digests"`
	Unwiped  int               `json:"unwiped"`
}

// Check looks a store over: exit status 1 when something is wrong with it.
func Check(r *command.Run) *cobra.Command {
	var repair, digest bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: r.Say("cli.check"),
		Long:  r.Say("cli.check-long"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			v, err := r.Check(cmd.Context(), repair)
			if err != nil {
				return err
			}
			ok := len(v.Problems) == 0
			switch {
			case r.JSON:
				out := verdictJSON{OK: ok, Repaired: v.Repaired, Problems: []problemJSON{}, Digest: v.Digest, Digests: map[string]string{}, Unwiped: v.Unwiped}
				maps.Copy(out.Digests, v.Digests)
				for _, p := range v.Problems {
					out.Problems = append(out.Problems, problemJSON{p.Kind, p.Where, p.Detail, problemText(r, p)})
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
	return cmd
}

// problemText is what a person reads about something that a check found.
func problemText(r *command.Run, p command.Problem) string {
	seen := ""
	if !p.Seen.IsZero() {
		seen = p.Seen.In(r.Now().Location()).Format("02-01-2006 15:04")
	}
	return r.Words.Finding(p.Kind, p.Where, p.Detail, p.Sequence, seen)
}
