package cli

import (
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"leerbalie/ui/widget/cell"
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
}

// check looks a store over: exit status 1 when something is wrong with it.
func (r *run) check() *cobra.Command {
	var repair, digest bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: r.say("cli.check"),
		Long:  r.say("cli.check-long"),
		Args:  words(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			v, err := r.p.Check(cmd.Context(), r.store, repair, nil)
			if err != nil {
				return err
			}
			ok := len(v.Problems) == 0
			switch {
			case r.json:
				out := verdictJSON{OK: ok, Repaired: v.Repaired, Problems: []problemJSON{}, Digest: v.Digest, Digests: map[string]string{}}
				maps.Copy(out.Digests, v.Digests)
				for _, p := range v.Problems {
					out.Problems = append(out.Problems, problemJSON{p.Kind, p.Where, p.Detail, r.problem(p)})
				}
				err = writeJSON(r.s.Out, out)
			case digest:
				for _, scope := range slices.Sorted(maps.Keys(v.Digests)) {
					fmt.Fprintf(r.s.Out, "%s %s\n", scope, v.Digests[scope])
				}
				_, err = fmt.Fprintf(r.s.Out, "all %s\n", v.Digest)
			case ok && v.Repaired:
				_, err = fmt.Fprintln(r.s.Out, r.say("cli.check.repaired"))
			case ok:
				_, err = fmt.Fprintln(r.s.Out, r.say("cli.check.ok"))
			}
			if err != nil || ok {
				return err
			}
			for _, p := range v.Problems {
				r.tell(r.problem(p))
			}
			r.tell(r.words.Count("cli.check.problems", len(v.Problems)))
			return errSaid
		},
	}
	cmd.Flags().BoolVar(&repair, "repair", false, r.say("cli.flag.repair"))
	cmd.Flags().BoolVar(&digest, "digest", false, r.say("cli.flag.digest"))
	return cmd
}

// problem is what a person reads about something that a check found.
func (r *run) problem(p Problem) string {
	args := []any{"where", cell.Safe(p.Where, 200), "detail", cell.Safe(p.Detail, 100)}
	switch p.Kind {
	case "chain":
		return r.say("cli.check.chain", args...)
	case "derived":
		return r.say("cli.check.derived", args...)
	}
	return r.say("cli.check.file", args...)
}
