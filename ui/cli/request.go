package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/ui/widget/cell"
)

// request holds the commands on residents' questions.
func (r *run) request() *cobra.Command {
	return r.family("request", r.say("cli.request"),
		r.requestAdd(), r.requestList(), r.requestShow(), r.requestSearch(), r.requestClaim(), r.requestRelease(), r.requestPark(),
		r.requestMemo(), r.requestTime(), r.requestRefer(), r.requestClose())
}

// act does something with a request and says so: as JSON the request as it is then, for people a sentence.
func (r *run) act(cmd *cobra.Command, number, said string, what func(ctx context.Context, v *model.View, q *model.Request) ([]model.Action, error)) error {
	return r.with(cmd, func(ctx context.Context, v *model.View) error {
		q, err := v.RequestByNumber(ctx, number)
		if err != nil {
			return err
		}
		actions, err := what(ctx, v, &q)
		if err != nil {
			return err
		}
		if _, err := v.Do(ctx, actions...); err != nil {
			return err
		}
		return r.nowReads(ctx, v, q.ID, said)
	})
}

// nowReads shows a request after something was done with it.
func (r *run) nowReads(ctx context.Context, v *model.View, id model.ID, said string) error {
	q, err := v.Request(ctx, id)
	if err != nil {
		return err
	}
	if r.json {
		full, err := requestAll(ctx, v, &q, r.zone(ctx, v))
		if err != nil {
			return err
		}
		return writeJSON(r.s.Out, full)
	}
	_, err = fmt.Fprintln(r.s.Out, r.say(said, "number", q.Number, "summary", cell.Safe(q.Summary, 100)))
	return err
}
