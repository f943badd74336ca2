package desk

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
	"leerbalie/ui/widget/cell"
)

// Request holds the commands on residents' questions.
func Request(r *command.Run) *cobra.Command {
	return r.Family("request", "cli.request", command.Commands{
		"add": requestAdd, "list": requestList, "show": requestShow, "search": requestSearch, "claim": requestClaim,
		"release": requestRelease, "park": requestPark, "memo": requestMemo, "block": requestBlock, "inform": requestInform,
		"promise": requestPromise, "day": requestDay, "handover": requestHandover, "time": requestTime, "refer": requestRefer, "notify": requestNotify,
		"close": requestClose, "bulk": requestBulk, "merge": requestMerge, "remove": requestRemove, "restore": requestRestore,
	})
}

// act does something with a request and says so: as JSON the request as it is then, for people a sentence.
func act(r *command.Run, cmd *cobra.Command, number, said string, what func(ctx context.Context, session *model.Session, q *desk.Request) ([]model.Action, error)) error {
	return r.With(cmd, func(ctx context.Context, session *model.Session) error {
		q, err := desk.ReadRequestByNumber(ctx, session, number)
		if err != nil {
			return err
		}
		actions, err := what(ctx, session, &q)
		if err != nil {
			return err
		}
		if _, err := session.Do(ctx, actions...); err != nil {
			return err
		}
		return nowReads(ctx, r, session, q.ID, said)
	})
}

// nowReads shows a request after something was done with it.
func nowReads(ctx context.Context, r *command.Run, session *model.Session, id journal.ID, said string) error {
	q, err := desk.ReadRequest(ctx, session, id)
	if err != nil {
		return err
	}
	if r.JSON {
		loc := r.Zone(ctx, session)
		row, done, err := readStory(ctx, session, &q, loc)
		if err != nil {
			return err
		}
		return output.JSON(r.Out, fullJSON(&q, row, done, loc))
	}
	_, err = fmt.Fprintln(r.Out, r.Say(said, "number", q.Number, "summary", cell.Safe(q.Summary, 100)))
	return err
}
