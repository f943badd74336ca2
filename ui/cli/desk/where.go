package desk

import (
	"context"
	"strconv"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/lookup"
)

// whereKeys are what --where can ask of requests.
func whereKeys() []string {
	return []string{"status", "theme", "urgency", "channel", "outcome", "language", "holder", "since", "until", "older-than", "search"}
}

// clause parts what was given to --where in what is asked and which value it has to have.
func clause(typed string) (key, value string, ok bool) {
	key, value, ok = strings.Cut(typed, "=")
	key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
	return key, value, ok && key != "" && value != ""
}

// age reads how long ago something has to be: 14 or 14d are days, 2w weeks; at most a hundred years.
func age(typed string) (days int, ok bool) {
	by := 1
	if number, weeks := strings.CutSuffix(typed, "w"); weeks {
		typed, by = number, 7
	} else {
		typed = strings.TrimSuffix(typed, "d")
	}
	n, err := strconv.ParseUint(typed, 10, 16)
	days = int(n) * by
	return days, err == nil && days > 0 && days <= 36_500
}

// where reads what requests have to be; without a status those that are not closed, as a list has them. Errors: a misuse for what cannot be
// asked; those of who is named as the holder.
func where(ctx context.Context, r *command.Run, session *model.Session, clauses []string) (q desk.SearchQuery, err error) {
	site, zone := r.Site(ctx, session), r.Zone(ctx, session)
	q.Order = desk.OrderQueue // which holds what is not closed
	given := map[string]bool{}
	for _, typed := range clauses {
		key, value, ok := clause(typed)
		if !ok || given[key] {
			return q, command.Misuse("cli.where", "value", typed, "choices", strings.Join(whereKeys(), ", "))
		}
		given[key] = true
		flag, wrong := "--where "+key, command.Misuse("cli.flag-value", "flag", "--where "+key, "value", value)
		code := func(of model.Codes) string {
			var chosen string
			chosen, err = r.Choose(flag, value, of)
			return chosen
		}
		loose := func(name string) string {
			v, e := flagValue(r, *desk.RequestTable().Row(name), value, site)
			err = e
			return v.Text()
		}
		day := func(after int) (at time.Time) {
			var d time.Time
			if d, err = command.ReadDay("where "+key, value); err == nil {
				at = days.Start(d.AddDate(0, 0, after), zone)
			}
			return at
		}
		switch key {
		case "status":
			q.Order = desk.OrderNewest
			if value != "all" {
				q.Filter.Status = desk.Status(code(append(desk.StatusCodes(), model.Code{Code: "all"})))
			}
		case "theme":
			q.Filter.Theme = loose(key)
		case "channel":
			q.Filter.Channel = loose(key)
		case "urgency":
			q.Filter.Urgency = model.Urgency(code(site.UrgencyCodes()))
		case "outcome":
			q.Filter.Outcome = code(append(model.Outcomes(), model.Code{Code: desk.OutcomeMerged}))
		case "language":
			q.Filter.Language = loose(key)
		case "holder":
			q.Filter.Holder = session.Me().ID
			if value != "me" {
				var p model.Person
				p, err = lookup.Person(ctx, session, value)
				q.Filter.Holder = p.ID
			}
		case "since":
			q.Filter.Since = day(0)
		case "until":
			q.Filter.Until = day(1)
		case "older-than":
			days, ok := age(value)
			if !ok {
				return q, wrong
			}
			q.Filter.Until = r.Now().AddDate(0, 0, -days)
		case "search":
			q.Text, q.Exact = value, true
		default:
			return q, command.Misuse("cli.where", "value", typed, "choices", strings.Join(whereKeys(), ", "))
		}
		if err != nil {
			return q, err
		}
	}
	if given["until"] && given["older-than"] {
		return q, command.Misuse("cli.where", "value", "until + older-than", "choices", strings.Join(whereKeys(), ", "))
	}
	return q, nil
}
