package question_test

import (
	"errors"
	"fmt"
	"math/rand"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/community/taught"
	"leerbalie/model/conflict"
	"leerbalie/model/course"
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/question"
)

// house is replicas of one organisation with a coordinator, a teacher, a student and a guest.
type house struct {
	stores                     []*memory.Store
	boss, teacher, noor, guest journal.ID
}

func open(t testing.TB, replicas int) *house {
	t.Helper()
	h := &house{}
	for i := range replicas {
		clock := time.Date(2026, 3, 2, 9+3*i, 0, 0, 0, time.UTC)
		h.stores = append(h.stores, memory.New(memory.Options{Replica: journal.Replica{byte(i + 1)}, Tag: fmt.Sprint("K", i), Random: rand.New(rand.NewSource(int64(i))),
			Now: func() time.Time { clock = clock.Add(time.Second); return clock }}))
	}
	var err error
	if h.boss, err = model.Found(t.Context(), h.stores[0], model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"}); err != nil {
		t.Fatal(err)
	}
	s := h.as(t, 0, h.boss)
	person := func(name string, role model.Role) journal.ID {
		return h.do(t, s, model.AddPerson{Person: model.Person{Name: name, Roles: []model.Role{role}, Site: s.Site()}}).Entity
	}
	h.teacher, h.noor, h.guest = person("Theo", model.RoleTeacher), person("Noor", model.RoleStudent), person("Gerda", model.RoleGuest)
	h.exchange(t)
	return h
}

func (h *house) exchange(t testing.TB) {
	t.Helper()
	for range 2 {
		for i := range h.stores {
			for j := range h.stores {
				if err := h.stores[i].Receive(h.stores[j].Journal()); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

func (h *house) as(t testing.TB, i int, who journal.ID) *model.Session {
	t.Helper()
	s, err := model.Enter(t.Context(), h.stores[i], who)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (h *house) do(t testing.TB, s *model.Session, a model.Action) model.Receipt {
	t.Helper()
	r, err := s.Do(t.Context(), a)
	if err != nil {
		t.Fatalf("%s: %v", a.Name(), err)
	}
	return r
}

func (h *house) ask(t testing.TB, s *model.Session, title string, to ...journal.ID) journal.ID {
	t.Helper()
	return h.do(t, s, question.Add{Question: question.Question{Title: title, To: to}}).Entity
}

func (h *house) answer(t testing.TB, s *model.Session, q journal.ID, text string) journal.ID {
	t.Helper()
	return h.do(t, s, question.Reply{ID: q, Text: text}).Created[0]
}

func one(t testing.TB, s *model.Session, id journal.ID) question.Question {
	t.Helper()
	q, err := question.One(t.Context(), s, id)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func refused(t *testing.T, s *model.Session, code string, a model.Action) {
	t.Helper()
	_, err := s.Do(t.Context(), a)
	var e *fault.Error
	if err == nil || !errors.As(err, &e) || e.Msg != code {
		t.Errorf("%s: %v, want %s", a.Name(), err, code)
	}
}

// TestAQuestionIsAnswered: open, answered by whoever answers, corrected and taken back by that one alone, and one answer is the one.
func TestAQuestionIsAnswered(t *testing.T) {
	h := open(t, 1)
	noor, theo, gerda := h.as(t, 0, h.noor), h.as(t, 0, h.teacher), h.as(t, 0, h.guest)
	id := h.ask(t, noor, "Hoe begin je over schulden?", h.teacher)
	if q := one(t, noor, id); q.Stands() != question.Open {
		t.Errorf("a new question is %s", q.Stands())
	}
	a := h.answer(t, gerda, id, "Vraag of het schikt")
	b := h.answer(t, theo, id, "Begin met de brief")
	h.do(t, gerda, question.Reply{ID: id, Answer: a, Text: "Vraag of het hier schikt"})
	q := one(t, noor, id)
	if q.Stands() != question.Answered || len(q.Answers) != 2 || q.Answers[0].Text != "Vraag of het hier schikt" || q.Answers[0].Earlier[0] != "Vraag of het schikt" || q.Answers[0].By != h.guest {
		t.Errorf("%s %+v", q.Stands(), q.Answers)
	}
	refused(t, theo, "answer-not-own", question.Reply{ID: id, Answer: a, Text: "x"})
	refused(t, theo, "answer-not-own", question.Unsay{ID: id, Answer: a})
	refused(t, theo, "answer-unknown", question.Unsay{ID: id, Answer: id})
	refused(t, gerda, "missing", question.Reply{ID: id, Text: " "})
	refused(t, gerda, "question-not-yours", question.Accept{ID: id, Answer: a})
	refused(t, gerda, "question-not-yours", question.Close{ID: id})
	h.do(t, theo, question.Accept{ID: id, Answer: b}) // it was put to him
	if q := one(t, noor, id); q.Accepted != b {
		t.Error("whom it was put to did not choose")
	}
	h.do(t, theo, question.Unsay{ID: id, Answer: b})
	if q := one(t, noor, id); !q.Accepted.IsZero() || len(q.Answers) != 1 || q.Stands() != question.Answered {
		t.Errorf("%+v stands", q)
	}
	h.do(t, noor, question.Reopen{ID: id})
	if q := one(t, noor, id); q.Stands() != question.Open {
		t.Errorf("opened again it is %s", q.Stands())
	}
	refused(t, noor, "question-open", question.Reopen{ID: id})
	h.do(t, noor, question.Accept{ID: id, Answer: a})
	if q := one(t, noor, id); q.Stands() != question.Answered {
		t.Errorf("with the one answer it is %s", q.Stands())
	}
	h.do(t, noor, question.Close{ID: id})
	refused(t, theo, "question-closed", question.Reply{ID: id, Text: "x"})
	if q := one(t, noor, id); q.Stands() != question.Closed {
		t.Errorf("closed it is %s", q.Stands())
	}
	h.do(t, noor, question.Reopen{ID: id})
	if q := one(t, noor, id); q.Stands() != question.Open {
		t.Errorf("opened after closing it is %s", q.Stands())
	}
}

// TestWhatWaitsForSomebody: open questions that were put to somebody wait for that one.
func TestWhatWaitsForSomebody(t *testing.T) {
	h := open(t, 1)
	noor, theo := h.as(t, 0, h.noor), h.as(t, 0, h.teacher)
	first, second := h.ask(t, noor, "B", h.teacher), h.ask(t, noor, "A", h.teacher, h.guest)
	h.ask(t, noor, "C")
	ids := func() (out []journal.ID) {
		all, err := question.To(t.Context(), theo, h.teacher)
		if err != nil {
			t.Fatal(err)
		}
		for i := range all {
			out = append(out, all[i].ID)
		}
		return out
	}
	if got := ids(); len(got) != 2 || got[0] != first || got[1] != second {
		t.Errorf("%v wait", got)
	}
	h.answer(t, h.as(t, 0, h.guest), first, "x")
	if got := ids(); len(got) != 1 || got[0] != second {
		t.Errorf("after an answer %v wait", got)
	}
}

// TestKnowledgeIsKeptAndFound: any member keeps it, and it is found as typed in all that was said.
func TestKnowledgeIsKeptAndFound(t *testing.T) {
	h := open(t, 1)
	noor, gerda := h.as(t, 0, h.noor), h.as(t, 0, h.guest)
	id := h.ask(t, noor, "Wat is bijzondere bijstand?")
	h.ask(t, noor, "Wie opent zaterdag?")
	h.answer(t, gerda, id, "Een aanvulling voor de café-uitbater")
	h.do(t, gerda, question.Keep{ID: id, Text: " Voor noodzakelijke kosten die je niet kunt betalen "})
	q := one(t, noor, id)
	if q.Kept != "Voor noodzakelijke kosten die je niet kunt betalen" || q.KeptBy != h.guest {
		t.Errorf("%q is kept by %v", q.Kept, q.KeptBy)
	}
	theirs := q
	theirs.Title = "Iets anders"
	refused(t, gerda, "question-not-yours", question.Edit{Question: theirs})
	for _, typed := range []string{"bijz", "CAFE", "noodz kosten", "bijstand aanvul"} {
		if all, err := question.Read(t.Context(), noor, question.Query{Text: typed}); err != nil || len(all) != 1 || all[0].ID != id {
			t.Errorf("%q finds %d: %v", typed, len(all), err)
		}
	}
	if all, _ := question.Read(t.Context(), noor, question.Query{Kept: true}); len(all) != 1 {
		t.Errorf("%d are kept", len(all))
	}
	if all, _ := question.Read(t.Context(), noor, question.Query{Open: true}); len(all) != 1 || all[0].ID == id {
		t.Errorf("%d are open", len(all))
	}
	if all, _ := question.Read(t.Context(), noor, question.Query{}); len(all) != 2 || all[0].ID == id {
		t.Error("the newest is not first")
	}
}

// TestKnowledgeBecomesACourse: in one action, that is undone as one.
func TestKnowledgeBecomesACourse(t *testing.T) {
	h := open(t, 1)
	theo := h.as(t, 0, h.teacher)
	id := h.ask(t, theo, "Schulden")
	teach := taught.Teach{Question: id, Course: course.Course{Title: "Schulden", Dates: []time.Time{time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)}}}
	refused(t, theo, "question-nothing-kept", teach)
	h.do(t, theo, question.Keep{ID: id, Text: "Zo gaat het"})
	made := h.do(t, theo, teach)
	q := one(t, theo, id)
	if q.Course.IsZero() || made.Entity != q.Course {
		t.Fatalf("%v became %v", made.Entity, q.Course)
	}
	refused(t, theo, "question-has-course", teach)
	if _, err := theo.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if all, err := course.List(t.Context(), theo); err != nil || len(all) != 0 {
		t.Errorf("%d courses stand: %v", len(all), err)
	}
	if q := one(t, theo, id); !q.Course.IsZero() {
		t.Error("the question still has its course")
	}
}

// TestApart: an answer and an edit apart go together; two answers that were chosen apart are shown as a conflict, which choosing settles.
func TestApart(t *testing.T) {
	h := open(t, 2)
	noor, theo := h.as(t, 0, h.noor), h.as(t, 1, h.teacher)
	id := h.ask(t, noor, "Schulden?", h.teacher)
	a, b := h.answer(t, noor, id, "een"), h.answer(t, noor, id, "twee")
	h.exchange(t)
	q := one(t, noor, id)
	q.Details = "aan de balie"
	h.do(t, noor, question.Edit{Question: q})
	h.answer(t, theo, id, "drie")
	h.exchange(t)
	for i := range h.stores {
		if q := one(t, h.as(t, i, h.noor), id); q.Details == "" || len(q.Answers) != 3 {
			t.Errorf("copy %d: %+v", i, q)
		}
	}
	h.do(t, noor, question.Accept{ID: id, Answer: a})
	h.do(t, theo, question.Accept{ID: id, Answer: b})
	h.exchange(t)
	clash := func() int {
		all, err := conflict.Read(t.Context(), h.as(t, 0, h.boss))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range all {
			if c.Field != "question-accepted" || c.Title != "Schulden?" || len(c.Values) != 2 || !c.Settle {
				t.Errorf("%+v", c)
			}
		}
		return len(all)
	}
	if clash() != 1 || one(t, h.as(t, 0, h.noor), id).Accepted != one(t, h.as(t, 1, h.noor), id).Accepted {
		t.Error("two answers that were chosen apart are no conflict, or differ")
	}
	h.do(t, h.as(t, 0, h.noor), question.Accept{ID: id, Answer: b})
	if clash() != 0 {
		t.Error("choosing did not settle it")
	}
}

// BenchmarkRead is a search among 1,000 questions with answers by a session that read them before.
func BenchmarkRead(b *testing.B) {
	h := open(b, 1)
	s := h.as(b, 0, h.noor)
	for i := range 1000 {
		id := h.ask(b, s, fmt.Sprintf("Vraag %04d over schulden", i))
		h.answer(b, s, id, "Het antwoord daarop is lang en gaat over van alles")
	}
	for b.Loop() {
		if all, err := question.Read(b.Context(), s, question.Query{Text: "vraag 0007"}); err != nil || len(all) != 1 {
			b.Fatal(len(all), err)
		}
	}
}
