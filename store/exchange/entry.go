package exchange

import (
	"crypto/rand"
	"slices"
	"strings"
	"time"

	"leerbalie/model"
	"leerbalie/model/days"
	"leerbalie/model/desk"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/plain"
	"leerbalie/store/exchange/open311"
	"leerbalie/store/exchange/tabular"
)

// entry is one row on its way in, whatever file it comes from.
type entry struct {
	request  desk.Request // Created zero: the file does not say
	closed   bool
	closedAt time.Time // zero: when it came in
	how      desk.Closing
	parked   bool
	dated    bool     // the file says when it came in
	wordless bool     // no words of it are in the file, which was made to be published
	derived  bool     // the source id was made of the row: what digits stand in it nobody wrote
	asked    []string // the fields with a number that may be a citizen service number
	minutes  int
	memos    []open311.Note
	guessed  bool           // closedAt is what the file says of something else
	told     []saying       // what it adds to what is said of the file
	print    uint64         // of all that the row says; 0 where its id was made of that
	asker    *desk.Resident // who asks; nil: the file does not say, or somebody nameless
	fresh    bool           // … and nobody here knew that resident before this file
	staff    []journal.ID   // whose the minutes are, shared out
	referral string         // to whom it was handed over
	renamed  *bool          // its id is a running number, which another question may have in another file: whether that was so
	day      string         // on which it came in, where only a row above says so
	own      journal.ID     // that it has in the store that the file was made of
}

// tell notes what the row adds to what is said of the file.
func (e *entry) tell(msg, value string) { e.told = append(e.told, saying{msg: msg, value: value}) }

// noOutcome is kept where a file says that a request was closed and not how.
const noOutcome = "unknown"

// check makes the row fit to be taken. Everything that could be refused half-way is checked here, before anything writes. Errors: Invalid.
func (e *entry) check(now time.Time) (err error) {
	r := &e.request
	e.clean()
	if r.Summary = strings.TrimSpace(r.Summary); r.Summary == "" {
		return fault.New(fault.Invalid, "import.empty-summary")
	}
	if err := e.checkTexts(); err != nil {
		return err
	}
	if e.dated = !r.Created.IsZero(); !e.dated {
		r.Created = now
	}
	if e.texts(lost) {
		e.tell("import.lost-letters", "")
	}
	if e.texts(tabular.Strange) {
		e.tell("import.strange-letters", "")
	}
	if e.closed {
		e.settleClosing()
		if e.guessed && (e.closedAt.Before(r.Created) || e.closedAt.After(now)) {
			e.closedAt = r.Created
		}
		if e.guessed {
			e.tell("import.closed-guessed", "")
		}
		if e.closedAt.Before(r.Created) {
			return fault.New(fault.Invalid, "import.closed-before-created")
		}
	}
	if late := now.Add(24 * time.Hour); r.Created.After(late) || e.closedAt.After(late) {
		return fault.New(fault.Invalid, "import.future")
	}
	r.ID, err = journal.NewID(r.Created.UnixMilli(), rand.Reader)
	return err
}

// actions is what has to be done for a row that was checked.
func (e *entry) actions() []model.Action {
	r, id := &e.request, e.request.ID
	out := make([]model.Action, 1, 3)
	out[0] = arrive{*e}
	for _, m := range e.memos {
		out = append(out, desk.AddMemo{ID: id, Text: m.Text, At: m.At})
	}
	day := r.Created
	if e.closed {
		day = e.closedAt
	}
	out = e.spent(out, day)
	if e.referral != "" {
		out = append(out, desk.ReferRequest{ID: id, To: e.referral, Done: e.closed})
	}
	switch {
	case e.closed:
		end := e.how.Again(id)
		end.At = e.closedAt
		out = append(out, end)
	case e.parked:
		out = append(out, desk.ParkRequest{ID: id})
	}
	return out
}

// spent adds the minutes, shared out over those who helped: nobody's where the file does not say who did.
func (e *entry) spent(out []model.Action, day time.Time) []model.Action {
	whose := e.staff
	if len(whose) == 0 {
		whose = []journal.ID{{}}
	}
	for i, person := range whose {
		part := e.minutes / len(whose)
		if i < e.minutes%len(whose) {
			part++
		}
		for left := part; left > 0; left -= model.MaxMinutes {
			out = append(out, desk.LogTime{ID: e.request.ID, Minutes: min(left, model.MaxMinutes), Day: day, Person: person, Nobody: person.IsZero()})
		}
	}
	return out
}

// settleClosing fills in what a file leaves open. A day without a time is the beginning of that day; on the day that a
// request came in, that would be before it came.
func (e *entry) settleClosing() {
	if e.how.Outcome == "" {
		e.how.Outcome = noOutcome
		e.tell("import.no-outcome", "")
	}
	created := e.request.Created
	if e.closedAt.IsZero() {
		e.closedAt = created
	}
	if e.closedAt.Before(created) {
		if e.closedAt.Equal(days.Midnight(created, created.Location())) {
			e.closedAt = created
		}
	}
}

// texts tells whether a text of the row is of a kind.
func (e *entry) texts(is func(string) bool) bool {
	r := &e.request
	for _, text := range [...]string{r.Summary, r.Details, r.Source, r.Channel, r.Theme, e.how.Outcome, e.referral} {
		if is(text) {
			return true
		}
	}
	return slices.ContainsFunc(e.memos, func(n open311.Note) bool { return is(n.Text) }) || e.asker != nil && is(e.asker.Name)
}

// lost tells whether a letter of a text was lost before: where it stood is a mark that says so.
func lost(text string) bool { return strings.Contains(text, "\ufffd") }

// clean makes every text harmless.
func (e *entry) clean() {
	e.request.Source = plain.Harmless(e.request.Source)
	cleanFields(desk.Editable(), &e.request)
	cleanFields(desk.ClosingTable(), &e.how)
	e.referral = plain.Harmless(e.referral)
	for i := range e.memos {
		e.memos[i].Text = plain.Harmless(e.memos[i].Text)
	}
}

// checkTexts refuses a citizen service number in any text, without repeating it.
func (e *entry) checkTexts() error {
	if err := checkFields(desk.RequestTable(), &e.request, &e.asked); err != nil {
		return err
	}
	if err := checkFields(desk.ClosingTable(), &e.how, &e.asked); err != nil {
		return err
	}
	if e.asker != nil {
		if err := checkFields(desk.ResidentTable(), e.asker, &e.asked); err != nil {
			return err
		}
	}
	if err := checkText(referral, e.referral, plain.InWords, &e.asked); err != nil {
		return err
	}
	for _, m := range e.memos {
		if err := checkText("notes", m.Text, plain.InWords, &e.asked); err != nil {
			return err
		}
	}
	if e.derived {
		e.asked = slices.DeleteFunc(e.asked, func(field string) bool { return field == "source" })
	}
	return nil
}

func cleanFields[E any](fields model.Table[E], e *E) {
	for i := range fields {
		text := fields[i].Get(e).Text()
		if harmless := plain.Harmless(text); harmless != text {
			fields[i].Put(e, journal.Text(harmless))
		}
	}
}

func checkFields[E any](fields model.Table[E], e *E, asked *[]string) error {
	for i := range fields {
		if err := checkText(fields[i].Name, fields[i].Get(e).Text(), fields[i].Place, asked); err != nil {
			return err
		}
	}
	return nil
}

// checkText refuses what a text may not hold, and notes its field where a number in it may be a citizen service number.
func checkText(field, text string, place plain.Place, asked *[]string) error {
	err := model.CheckText(text, place)
	switch {
	case err != nil && plain.Refuses(text, place):
		return fault.New(fault.Invalid, "import.bsn", "field", field)
	case err != nil:
		return err
	case plain.FindBSN(text, place) != nil && !slices.Contains(*asked, field):
		*asked = append(*asked, field)
	}
	return nil
}
