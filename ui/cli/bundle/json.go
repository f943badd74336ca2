package bundle

import (
	"context"
	"slices"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/transfer"
	"leerbalie/ui/cli/command"
	"leerbalie/ui/cli/output"
)

// takenJSON is a bundle that was written. The names are a promise to scripts.
type takenJSON struct {
	File         string      `json:"file"`
	For          string      `json:"for"`
	Label        string      `json:"label"`
	Classes      []string    `json:"classes"`
	Scopes       []scopeJSON `json:"scopes"`
	Until        *string     `json:"until"` // of an invitation
	Code         string      `json:"code"`  // "" where the machine has its key
	Recovery     string      `json:"recovery_phrase"`
	Withheld     int         `json:"withheld"`
	Hits         []hitJSON   `json:"hits"`
	Acknowledged int         `json:"acknowledged"`
	countsJSON
}

type countsJSON struct {
	Changes    int `json:"changes"`
	Students   int `json:"students"`
	Evidence   int `json:"evidence"`
	Judgements int `json:"judgements"`
	Decisions  int `json:"decisions"`
	Requests   int `json:"requests"`
	Residents  int `json:"residents"`
}

type scopeJSON struct {
	Class string `json:"class"`
	Part  string `json:"part"` // an id
}

// hitJSON is a text that seems to name a resident.
type hitJSON struct {
	Entity string   `json:"entity"`
	By     string   `json:"by"`
	At     *string  `json:"at"`
	Text   string   `json:"text"`
	Found  []string `json:"found"`
	Choice string   `json:"choice"` // "", stays, travels
}

// returnedJSON is what became of a bundle that was brought in.
type returnedJSON struct {
	From         string        `json:"from"`
	Label        string        `json:"label"`
	Known        int           `json:"known"`
	Conflicts    int           `json:"conflicts"`
	Refused      []refusedJSON `json:"refused"`
	Acknowledged int           `json:"acknowledged"`
	Missing      int           `json:"missing"`
	WaitingThere int           `json:"waiting_there"` // own things that the centre keeps and has not taken in
	PutAway      []scopeJSON   `json:"put_away"`
	Regained     []scopeJSON   `json:"regained"`
	Admitted     string        `json:"admitted"`
	Second       []string      `json:"second"`
	SetBack      bool          `json:"set_back"` // the sender knew more of this copy's own work than was here
	Tag          string        `json:"tag"`      // that new numbers carry from now on, where it is another
	Answer       string        `json:"answer"`
	Unanswered   *whyJSON      `json:"unanswered"` // why there is no answer; null: there is one, or none was asked for
	countsJSON
}

// whyJSON is a reason, with its sentence.
type whyJSON struct {
	Reason string `json:"reason"` // a code; "" where the disk says it
	Text   string `json:"text"`
}

// refusedJSON is a part that waits.
type refusedJSON struct {
	Reason  string `json:"reason"`
	Text    string `json:"text"`
	From    string `json:"from"`
	Class   string `json:"class"`
	Part    string `json:"part"`
	First   uint64 `json:"first"`
	Last    uint64 `json:"last"`
	Changes int    `json:"changes"`
}

func takenOf(ctx context.Context, r *command.Run, session *model.Session, t transfer.Taken, plan transfer.Plan) takenJSON {
	zone := r.Zone(ctx, session)
	out := takenJSON{File: t.Path, For: t.To.Name, Label: t.To.Label, Classes: classes(t.Scopes), Scopes: scopesOf(t.Scopes),
		Until: output.MomentOrNull(t.Until, zone), Code: string(t.Code), Recovery: string(t.Recovery), Withheld: t.Withheld, Hits: []hitJSON{},
		Acknowledged: t.Acknowledged, countsJSON: countsOf(t.Counts)}
	for _, h := range plan.Hits {
		out.Hits = append(out.Hits, hitJSON{h.Entity.String(), h.By.String(), output.MomentOrNull(h.At, zone), h.Text, output.OrEmpty(h.Found),
			map[transfer.Choice]string{transfer.StaysHome: "stays", transfer.Travels: "travels"}[h.Choice]})
	}
	return out
}

func returnedOf(ctx context.Context, r *command.Run, session *model.Session, b transfer.Returned) returnedJSON {
	out := returnedJSON{From: b.From.From.Name, Label: b.From.From.Label, Known: b.Known, Conflicts: b.Conflicts, Refused: []refusedJSON{},
		Acknowledged: b.Acknowledged, Missing: b.Missing, WaitingThere: b.WaitingThere, PutAway: scopesOf(b.PutAway), Regained: scopesOf(b.Regained), Second: []string{},
		SetBack: b.SetBack, Tag: b.Tag, Answer: b.Answer, countsJSON: countsOf(b.Came)}
	if b.Unanswered != nil {
		out.Unanswered = &whyJSON{refusedAs(b.Unanswered), r.Sentence(b.Unanswered)}
	}
	if b.Admitted.Replica != (journal.Replica{}) {
		out.Admitted = b.Admitted.Name
	}
	for _, p := range b.Second {
		out.Second = append(out.Second, p.Label)
	}
	for _, w := range b.Waiting {
		out.Refused = append(out.Refused, refusedJSON{w.Reason, why(r, w.Reason), w.Name, w.Scope.Class.String(), w.Scope.Part.String(), w.First, w.Last, w.Changes})
	}
	return out
}

func countsOf(c transfer.Counts) countsJSON {
	return countsJSON{c.Changes, c.Students, c.Evidence, c.Judgements, c.Decisions, c.Requests, c.Residents}
}

func scopesOf(of []journal.Scope) []scopeJSON {
	out := make([]scopeJSON, len(of))
	for i, s := range of {
		out[i] = scopeJSON{s.Class.String(), s.Part.String()}
	}
	return out
}

// classes are the classes of scopes, each once.
func classes(of []journal.Scope) []string {
	out := []string{}
	for _, s := range of {
		if name := s.Class.String(); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
