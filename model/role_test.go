package model_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/journal"
	"leerbalie/model/memory"
	"leerbalie/model/modeltest"
)

// mayDo has, for desk, student, teacher, supervisor, coordinator, admin and guest (a screen, the last, does nothing), whether they do an action (+) or not (-) where it is another's
// matter, or ± depending on what it is about; and the actions of which that holds. What is one's own, or one's groups', is tried
// where its rules are.
var mayDo = map[string]string{
	"++++++-": "project.NoteNote project.NoteResult",
	"±±±±±±±": "project.Agree question.Reply",
	"+++++++": "taught.Teach question.Keep goal.PutStep goal.PutNeed goal.PutResult goal.PutOffer goal.Add question.Add project.Add partner.Add upward.Add research.Add training.Add partner.NetworkAdd meeting.Add meeting.Answer meeting.Plan meeting.Put course.Add directory.AddLocation directory.AddOrganization directory.AddService directory.Assure directory.Note directory.Offer notice.SeeMessages",
	"++-+++-": "desk.AddContact desk.AddMemo desk.AddRequest desk.AddResident desk.AddTask desk.CloseRequest desk.EditRequest desk.EditResident desk.FinishTask desk.Inform desk.Introduce desk.LogTime desk.MergeRequest desk.MergeResident desk.MoveReferral desk.MoveTask desk.OpenedResident desk.ParkRequest desk.RecallRequest desk.ReferRequest desk.ReleaseRequest desk.ReopenRequest desk.SplitRequest desk.TakeIn desk.TickStep directory.Refer handover.HandOver loop.EvidenceFromRequest notification.Note notification.Report paths.Add paths.AddStep paths.Edit paths.EndPath paths.ReachStep paths.Resume paths.TakeBack visits.Edit visits.End visits.Finish visits.Give visits.Move visits.Plan visits.Skip",
	"+---++-": "block.ArchiveBlock block.EditBlock",
	"+±-±++-": "block.AddBlock",
	"±--±++-": "directory.PutOrganization",
	"+--+++-": "desk.RemoveRequest desk.RestoreRequest directory.PutLocation directory.PutService mapping.Keep mapping.Remove mapping.Rename",
	"+±-+++-": "desk.ClaimRequest",
	"-+-----": "learning.AddEvidence",
	"±±±±++±": "partner.Write",
	"----++-": "placement.Add placement.Edit placement.End placement.Archive placement.KickOff placement.Offer placement.Write partner.SetState project.MakeEvidence project.NotePresence project.NoteSession project.Leave project.Join upward.Answer question.Accept question.Reopen question.Close goal.Tick goal.End goal.Edit goal.Archive question.Edit question.Archive project.Edit project.Archive partner.Edit partner.Archive upward.Edit upward.Archive research.End research.Edit research.Archive training.Plan training.Give training.Decline training.Edit training.Archive partner.NetworkEdit partner.NetworkArchive hours.Confirm ledger.WriteHours free.Add free.Edit free.Put free.Remove meeting.Attend meeting.Cancel meeting.Edit meeting.Move meeting.Remove course.Archive course.Cancel course.Edit course.MakeEvidence course.Move course.NotePresence course.NoteResults retention.Anonymise retention.SetRules alike.Align directory.Back directory.EditLocation directory.EditOrganization directory.EditService directory.Retire erasure.Confirm erasure.Propose erasure.Withdraw competence.ArchiveFramework learning.SaveFramework learning.SetGroupFrameworks learning.ShowSelf leaving.RemovePerson loop.SetOffers model.AddGroup model.AddPerson model.AddSite model.EditPerson model.EditSite outcome.Add outcome.Compare outcome.Remove outcome.RemoveComparison pairs.AddCheckIn pairs.AddEvaluation pairs.Agree pairs.AnswerFit pairs.DropProposal pairs.EndPair pairs.EndStudy pairs.EndTimeOut pairs.ForbidPair pairs.PersonLeaves pairs.PersonReturns pairs.PublishPairs pairs.ResumeStudy pairs.SaveProposal pairs.SetMatching pairs.StartTimeOut value.Add value.Edit value.Remove",
	"-----+-": "desk.EraseResident",
	"-------": "question.Unsay attachment.Attach attachment.Detach dialogue.Hear dialogue.Say dialogue.Unsay observing.Observe learning.Assess learning.Decide learning.LinkEvidence learning.LookAtJudgements learning.Reflect learning.WithdrawDecision",
}

// TestEveryActionAsksWhoActs tries each action of a history that holds all of them as each role, and holds that it is refused to whom it is
// not for, below every screen and command.
func TestEveryActionAsksWhoActs(t *testing.T) {
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	s := memory.New(memory.Options{Replica: journal.Replica{1}, Tag: "K1", Random: rand.New(rand.NewSource(1)), Now: func() time.Time { now = now.Add(time.Second); return now }})
	me, err := model.Found(t.Context(), s, model.Founding{Site: "Zuidwest", Code: "ZW", Me: "Sam"})
	must(t, err)
	lead, err := model.Enter(t.Context(), s, me)
	must(t, err)
	sessions := map[model.Role]*model.Session{}
	for _, role := range model.Roles() {
		sessions[role] = someone(t, s, lead, "Een "+string(role), role)
		if role == model.RoleBoard {
			continue // which has no PIN
		}
		keep(t, sessions[role])
		for range 3 { // who does not get in herself keeps nobody from a rescue, which is among what is tried
			_, err := lead.TryPIN(t.Context(), sessions[role].Me().ID, now, typed("0000"))
			must(t, err)
			now = now.Add(time.Hour)
		}
	}
	done, refused := map[string]map[model.Role]int{}, map[string]map[model.Role]int{}
	must(t, modeltest.EverythingTried(t.Context(), lead, now, func(a model.Action) {
		name := fmt.Sprintf("%T", a)
		if done[name] == nil {
			done[name], refused[name] = map[model.Role]int{}, map[model.Role]int{}
		}
		for role, session := range sessions {
			answers, err := session.Try(t.Context(), [][]model.Action{{a}}, true)
			must(t, err)
			if answers[0] == nil {
				done[name][role]++
			} else {
				refused[name][role]++
			}
		}
	}))
	want := map[string]string{}
	for may, names := range mayDo {
		for _, name := range strings.Fields(names) {
			want[name] = may
		}
	}
	for name := range done {
		got := ""
		for _, role := range model.Roles() {
			switch {
			case refused[name][role] == 0:
				got += "+"
			case done[name][role] == 0:
				got += "-"
			default:
				got += "±"
			}
		}
		if got != want[name]+"-" {
			t.Errorf("%s: %s, want %s", name, got, want[name])
		}
		delete(want, name)
	}
	for name := range want {
		t.Errorf("%s was not tried", name)
	}
}
