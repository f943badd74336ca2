package desk

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// pageRows are read at once where a list has no limit.
const pageRows = 1000

// requestList lists requests: without more, those that are not closed.
func requestList(r *command.Run) *cobra.Command {
	var status, search string
	var limit int
	cmd := &cobra.Command{
		Use:   "list",
		Short: r.Say("cli.request.list"),
		Args:  command.Arguments(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			view, err := queueView(r, status)
			if err != nil {
				return err
			}
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				out := requestRows(ctx, r, session, r.Zone(ctx, session))
				if search != "" {
					return found(ctx, r, session, search, limit, status, out)
				}
				return pages(ctx, session, view, limit, out)
			})
		},
	}
	cmd.Flags().StringVar(&status, "status", "", r.Say("cli.flag.status"))
	cmd.Flags().StringVar(&search, "search", "", r.Say("cli.flag.search"))
	r.LimitFlag(cmd, &limit)
	return cmd
}

// requestSearch finds requests by words, over the whole archive.
func requestSearch(r *command.Run) *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use:   "search TEXT",
		Short: r.Say("cli.request.search"),
		Args:  command.Arguments(1, -1, "TEXT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			limit, err := r.Limit(cmd, limit)
			if err != nil {
				return err
			}
			return r.With(cmd, func(ctx context.Context, session *model.Session) error {
				return found(ctx, r, session, strings.Join(args, " "), limit, "all", requestRows(ctx, r, session, r.Zone(ctx, session)))
			})
		},
	}
	r.LimitFlag(cmd, &limit)
	return cmd
}

// statusRemoved stands for those that were taken away: they are in no other list.
const statusRemoved = "removed"

// queueView is the list in which a status stands.
func queueView(r *command.Run, status string) (desk.QueueView, error) {
	switch status {
	case "":
		return desk.ViewOpen, nil
	case "all":
		return desk.ViewAll, nil
	case statusRemoved:
		return desk.ViewAway, nil
	}
	code, err := r.Choose("--status", status, append(desk.StatusCodes(), model.Code{Code: "all"}, model.Code{Code: statusRemoved}))
	if err != nil {
		return 0, err
	}
	switch desk.Status(code) {
	case desk.StatusWaiting:
		return desk.ViewWaiting, nil
	case desk.StatusClaimed:
		return desk.ViewClaimed, nil
	case desk.StatusParked:
		return desk.ViewParked, nil
	}
	return desk.ViewClosed, nil
}

// rows is where the rows of a list go.
type rows struct {
	add func(desk.RequestRow) error
	end func() error
}

// pages reads a list page by page, so that neither the store nor the memory is held by a long one.
func pages(ctx context.Context, session *model.Session, view desk.QueueView, limit int, to rows) error {
	left := limit
	for q := (desk.PageQuery{View: view}); ; {
		q.Limit = pageRows + 1 // the row too many is where the next page begins
		if limit > 0 {
			q.Limit = min(q.Limit, left)
		}
		page, err := desk.ReadPage(ctx, session, q)
		if err != nil {
			return err
		}
		list := page.Rows
		if len(list) > pageRows {
			q.From, list = list[pageRows].Key, list[:pageRows]
		}
		for _, row := range list {
			if err := to.add(row); err != nil {
				return err
			}
		}
		left -= len(list)
		if len(page.Rows) <= pageRows || limit > 0 && left <= 0 {
			return to.end()
		}
	}
}

// found reads the rows that a search finds. Status narrows them: "" is what is not closed, "all" is everything. Only words that no request
// has at all are taken for a misspelt name.
func found(ctx context.Context, r *command.Run, session *model.Session, text string, limit int, status string, to rows) error {
	q := desk.SearchQuery{Text: text, Limit: limit, Exact: status != "all"}
	if status == "" {
		q.Filter.NotClosed = true
	} else if status != "all" {
		code, err := r.Choose("--status", status, desk.StatusCodes())
		if err != nil {
			return err
		}
		q.Filter.Status = desk.Status(code)
	}
	f, err := desk.SearchRequests(ctx, session, q)
	if err == nil && len(f.Rows) == 0 && q.Exact {
		var any desk.SearchResult
		if any, err = desk.SearchRequests(ctx, session, desk.SearchQuery{Text: text, Limit: 1, Exact: true}); err == nil && len(any.Rows) == 0 {
			q.Exact = false
			f, err = desk.SearchRequests(ctx, session, q)
		}
	}
	if err != nil {
		return err
	}
	if len(f.Meant) > 0 {
		r.Tell(r.Say("found.meant-instead", "words", text, "meant", strings.Join(f.Meant, ", ")))
	} else if f.SimilarNames {
		r.Tell(r.Say("found.near", "words", text))
	}
	for _, row := range f.Rows {
		if err := to.add(row); err != nil {
			return err
		}
	}
	return to.end()
}

// requestRows writes requests as the person asked for them.
func requestRows(ctx context.Context, r *command.Run, session *model.Session, loc *time.Location) rows {
	if r.JSON {
		list := output.NewArray(r.Out)
		return rows{func(row desk.RequestRow) error { return list.Add(rowJSON(row, loc)) }, list.End}
	}
	t := output.NewTable(r.Out, r.Width, r.Say("cli.col.number"), r.Say("cli.col.since"), r.Say("cli.col.urgency"), r.Say("cli.col.status"),
		r.Say("cli.col.summary"), r.Say("cli.col.theme"), r.Say("cli.col.who"))
	site := r.Site(ctx, session)
	urgencies := site.UrgencyCodes()
	shown := 0
	return rows{
		func(row desk.RequestRow) error {
			shown++
			t.Add(row.Number, row.Created.In(loc).Format("02-01-2006 15:04"), r.Words.Name(urgencies, string(row.Urgency)),
				status(r, &row), row.Summary, r.Words.Label(site.Theme(row.Theme)), strings.Join(row.HolderNames, " + "))
			return nil
		},
		func() error {
			if shown == 0 {
				_, err := fmt.Fprintln(r.Out, r.Say("cli.request.none"))
				return err
			}
			return t.End()
		},
	}
}

// status is where a request stands; of one that was merged into another, where it goes on.
func status(r *command.Run, row *desk.RequestRow) string {
	if row.IsMerged() && row.MergedInto != "" {
		return r.Say("cli.status.merged", "number", row.MergedInto)
	}
	return r.Words.Code("status", string(row.Status))
}
