package desk_test

import (
	"strings"
	"testing"
	"time"

	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/desk/notice"
	"leerbalie/model/journal"
	"leerbalie/ui/screen"
	"leerbalie/ui/text"
	"leerbalie/ui/uitest"
)

// informed gives a desk where Noor left word of two requests, one of them with a line and closed.
func informed(d *uitest.Desk) {
	noor := d.As(d.Noor)
	d.Do(noor, desk.Inform{ID: d.Requests[1], To: d.Session.Me().ID})
	d.Pass(time.Minute)
	d.Do(noor, desk.Inform{ID: d.Requests[6], To: d.Session.Me().ID, Text: "Taalhuis belde: er is plek vanaf maandag. Wil jij het doorgeven?"})
}

func TestMessagesLookWell(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
			d.Press("i", "n")
			d.Picture("inform/whom", lang)
			d.Press("<enter>", "kijk jij hier even naar?")
			d.Picture("inform/line", lang)
			d.Press("<esc>")
			informed(d)
			d.Pass(time.Minute)
			d.Picture("inform/waiting", lang)
			d.Press("I")
			d.Picture("inform/messages", lang)
		}
	}
}

func TestInformingAColleague(t *testing.T) {
	d := open(t)
	number := d.Request(d.Requests[2]).Number
	d.Press("i", "noor", "<enter>", "kun jij Stedin bellen?", "<enter>")
	d.Shows("Bericht gegeven aan Noor Visser · " + number)
	m := d.Request(d.Requests[2]).Messages
	if len(m) != 1 || m[0].To != d.Noor || m[0].Text != "kun jij Stedin bellen?" {
		t.Fatalf("%+v", m)
	}
	d.Press("h")
	d.Shows("Samira B. gaf Noor V. bericht: kun jij Stedin bellen? (nog niet gezien)")
	d.Press("<esc>", "u")
	d.Shows("bericht aan Noor Visser · " + number)
	if n := len(d.Request(d.Requests[2]).Messages); n != 0 {
		t.Fatalf("%d messages are left", n)
	}
	d.Press("v", "4", "i", "ali", "<enter>", "<enter>") // a closed one, and no words
	if m := d.Request(d.Requests[6]).Messages; len(m) != 1 || m[0].To != d.Ali || m[0].Text != "" {
		t.Fatalf("%+v", m)
	}
	d.Press("h")
	d.Shows("Samira B. gaf Ali Y. bericht (nog niet gezien)")
	d.Press("<esc>")
	d.Do(d.As(d.Ali), notice.SeeMessages{ID: d.Requests[6]})
	d.Pass(time.Second)
	d.Shows("Ali Y. zag het bericht")
	d.Hides("nog niet", "gezien)")
}

// TestOnlyWhoSeesTheDeskIsInformed: the list has neither a teacher nor oneself, and the words are kept where they may not be.
func TestOnlyWhoSeesTheDeskIsInformed(t *testing.T) {
	d := open(t)
	d.Do(d.Session, model.AddPerson{Person: model.Person{Name: "Tine de docent", Roles: []model.Role{model.RoleTeacher}, Site: d.Session.Site()}})
	d.Press("i")
	d.Hides("Tine", "Samira Bouali ")
	d.Press("tine")
	d.Shows("Geen collega die deze balie ziet, heet zo.")
	d.Press("<enter>", "<backspace>", "<backspace>", "<backspace>", "<backspace>", "noor", "<enter>", "bsn 123456782", "<enter>")
	d.Shows("Bericht aan Noor Visser", "bsn 123456782")
	if n := len(d.Request(d.Requests[2]).Messages); n != 0 {
		t.Fatalf("%d messages", n)
	}
	d.Press("<esc>", "D")
	d.Shows("bericht: ")
}

func TestMessagesWaitUntilTheyAreSeen(t *testing.T) {
	d := open(t)
	d.Hides("bericht")
	d.Press("I")
	d.Shows("Er is geen bericht voor jou.")
	informed(d)
	d.Shows("2 berichten", "Bericht van Noor V. over "+d.Request(d.Requests[6]).Number)
	d.Press("j") // it was read
	d.Do(d.As(d.Noor), desk.AddMemo{ID: d.Requests[1], Text: "iets anders"})
	d.Shows("2 berichten")
	d.Hides("Bericht van") // once is enough
	d.Again()
	d.Shows("2 berichten", "Er zijn 2 berichten voor jou.")
	me := d.Session.Me().ID
	d.Sit(d.Ali)
	d.Shows("1 bericht") // that one is for now, and nobody has it
	d.Sit(me)
	d.Shows("2 berichten")

	// the newest first; a key for seen, which can be taken back
	d.Press("I", "< >")
	d.Shows("1 bericht", "Brief Belastingdienst")
	d.Hides("Taalhuis belde", "plek vanaf maandag")
	d.Press("<esc>", "u")
	d.Shows("2 berichten")

	// Enter goes to the request, in whatever list it stands, and that is seeing it
	d.Press("I", "<enter>")
	d.Pass(time.Second)
	d.Shows("1 bericht", "Noor V. gaf Samira B. bericht:", "Samira B. zag het bericht")
	if !strings.Contains(d.On(), "Taalles gezocht") {
		t.Errorf("the cursor is on %q", d.On())
	}
	d.Press("<esc>", "I", "j", "<enter>")
	d.Pass(time.Second)
	d.Hides("1 bericht")
	if !strings.Contains(d.On(), "Brief Belastingdienst") {
		t.Errorf("the cursor is on %q", d.On())
	}
	for _, id := range []journal.ID{d.Requests[1], d.Requests[6]} {
		if m := d.Request(id).Messages[0]; m.Seen == nil || m.Seen.By != d.Session.Me().ID {
			t.Errorf("%+v", m)
		}
	}
	d.Press("u") // going to a request is nothing to take back: before it was the key for seen, which was
	d.Hides("1 bericht", "2 berichten")
}

// TestAMessageThatComesWhileTheListIsOpen stands in it at once, and the cursor stays on its message.
func TestAMessageThatComesWhileTheListIsOpen(t *testing.T) {
	d := open(t)
	informed(d)
	d.Press("I", "j")
	d.Do(d.As(d.Ali), desk.Inform{ID: d.Requests[3], To: d.Session.Me().ID, Text: "DigiD is terecht"})
	d.Shows("DigiD is terecht", "3 berichten")
	d.Press("< >")
	if d.Request(d.Requests[1]).Messages[0].Seen == nil {
		t.Error("the cursor went to another message")
	}
	d.Press("<end>", "< >", "< >")
	d.Hides("Berichten voor jou", "1 bericht", "3 berichten")
}

// TestAMessageOfAnotherSite is told of to who sees both desks, and opens with all that happened.
func TestAMessageOfAnotherSite(t *testing.T) {
	d := open(t)
	site := d.Do(d.Session, model.AddSite{Site: model.Site{Name: "Noord", Code: "NO"}}).Entity
	far := d.Do(d.Session, model.AddPerson{Person: model.Person{Name: "Bo Ver", Roles: []model.Role{model.RoleDesk}, Site: site}}).Entity
	id := d.Do(d.As(far), desk.AddRequest{Request: desk.Request{Site: site, Summary: "Vraag in Noord"}}).Entity
	d.Do(d.As(far), desk.Inform{ID: id, To: d.Session.Me().ID, Text: "dit is iets voor jullie"})
	d.Press("I")
	d.Shows("NO-0001", "Vraag in Noord", "dit is iets voor jullie")
	d.Press("<enter>")
	d.Shows("Alles wat er gebeurde met NO-0001", "Bo V. gaf Samira B. bericht: dit is iets voor jullie")
	if d.Request(id).Messages[0].Seen == nil {
		t.Error("it was opened, and is not seen")
	}
}

// TestAMessageOpensWhereNothingCanBeWritten: a newer version changed the request, so that it cannot be written down that the
// message was seen. That is said, and the request shows.
func TestAMessageOpensWhereNothingCanBeWritten(t *testing.T) {
	d := open(t)
	informed(d)
	cameIn(d, d.Requests[6], func(c *journal.Change) { c.Item, c.MinReader = 999, journal.SchemaVersion+1 })
	d.Press("I", "< >")
	d.Shows("Berichten voor jou")
	d.Press("<enter>")
	d.Pass(time.Second)
	d.Shows("Niet opgeschreven dat je dit zag", "2 berichten")
	if !strings.Contains(d.On(), "Taalles gezocht") {
		t.Errorf("the cursor is on %q", d.On())
	}
}

// TestAHalfTypedMessageStaysForItsColleague: it comes back for whom it was typed, by the list of what is not done and by
// choosing that colleague again; for another there is nothing.
func TestAHalfTypedMessageStaysForItsColleague(t *testing.T) {
	d := open(t)
	d.Press("i", "noor", "<enter>", "kun jij bellen", "<esc>")
	d.Pass(time.Second)
	d.Press("i", "ali", "<enter>")
	d.Hides("kun jij bellen")
	d.Press("<esc>", "D", "<enter>")
	d.Shows("Noor", "kun jij bellen")
	d.Press("?", "<enter>")
	m := d.Request(d.Requests[2]).Messages
	if len(m) != 1 || m[0].To != d.Noor || m[0].Text != "kun jij bellen?" {
		t.Fatalf("%+v", m)
	}
}

// noticed gives a desk on which something of every kind waits for Samira.
func noticed(d *uitest.Desk) {
	noor, me := d.As(d.Noor), d.Session.Me().ID
	d.Do(d.Session, desk.AddTask{ID: d.Requests[1], What: "terugbellen over de brief", CallBack: true, On: me, Due: uitest.Start().Add(5 * time.Minute)})
	d.Do(noor, desk.ClaimRequest{ID: d.Requests[3], For: []journal.ID{me}})
	d.Pass(time.Minute)
	d.Do(noor, desk.AddRequest{Request: desk.Request{Summary: "Staat op straat", Channel: "desk", Urgency: model.UrgencyNow}})
	d.Pass(10 * time.Minute)
	d.Do(noor, desk.Inform{ID: d.Requests[6], To: me, Text: "Taalhuis belde"})
}

func TestWhatWaitsLooksWell(t *testing.T) {
	for _, lang := range []text.Lang{"nl", "en"} {
		for _, size := range []screen.Size{{Width: 80, Height: 24}, {Width: 120, Height: 40}} {
			d := uitest.Open(t, uitest.Options{Lang: lang, Fill: true, Size: size})
			noticed(d)
			d.Pass(time.Minute)
			d.Press("I")
			d.Picture("inform/notices", lang)
		}
	}
}

// TestWhatHasToBeToldStaysUntilItIsSeen: of each kind, on every screen, over a restart and a switch of person; each is told once, and
// goes when it is opened or said to be seen.
func TestWhatHasToBeToldStaysUntilItIsSeen(t *testing.T) {
	d := open(t)
	noor, me := d.As(d.Noor), d.Session.Me().ID
	d.Do(d.Session, desk.AddTask{ID: d.Requests[1], What: "terugbellen", CallBack: true, On: me, Due: uitest.Start().Add(5 * time.Minute)})
	d.Hides("bericht")
	d.Pass(5 * time.Minute)
	d.Shows("1 bericht", "Terugbellen: het is tijd voor "+d.Request(d.Requests[1]).Number)
	d.Do(noor, desk.ClaimRequest{ID: d.Requests[3], For: []journal.ID{me}})
	d.Shows("2 berichten", "Noor V. gaf jou "+d.Request(d.Requests[3]).Number)
	id := d.Do(noor, desk.AddRequest{Request: desk.Request{Summary: "Staat op straat", Channel: "desk", Urgency: model.UrgencyNow}}).Entity
	d.Shows("3 berichten", "Dringend: "+d.Request(id).Number+" wacht op iemand")
	d.Pass(10 * time.Second)
	d.Do(noor, desk.AddMemo{ID: d.Requests[1], Text: "iets anders"})
	d.Shows("3 berichten")
	d.Hides("Dringend: ", "gaf jou", "Terugbellen: ") // once is enough
	d.Press("4")
	d.Shows("◆ 3 berichten  Samira B.")
	d.Again()
	d.Shows("3 berichten")
	d.Sit(d.Ali)
	d.Hides("3 berichten")
	d.Sit(me)
	d.Shows("3 berichten")

	d.Press("I", "< >") // seen without going there
	d.Shows("2 berichten")
	d.Press("<enter>")
	d.Pass(time.Second)
	d.Shows("1 bericht")
	d.Press("<esc>", "I", "<enter>")
	d.Pass(time.Second)
	d.Hides("1 bericht", "berichten")
	d.Again()
	d.Hides("1 bericht", "berichten")
	if n := len(d.Request(id).Noted); n != 0 && d.Request(id).Noted[0].By != me {
		t.Errorf("%+v", d.Request(id).Noted)
	}
}

// TestOpeningIsSeeing: Enter on the row of something that waits is seeing it; what one takes oneself is no message.
func TestOpeningIsSeeing(t *testing.T) {
	d := uitest.Open(t, uitest.Options{Lang: "nl", Fill: true, Size: screen.Size{Width: 80, Height: 24}})
	d.Do(d.As(d.Noor), desk.Inform{ID: d.Requests[2], To: d.Session.Me().ID, Text: "kijk jij?"})
	d.Shows("1 bericht")
	d.Press("<enter>", "<esc>")
	d.Hides("1 bericht")
	if m := d.Request(d.Requests[2]).Messages; len(m) != 1 || m[0].Waits() {
		t.Errorf("%+v", m)
	}
	d.Press("c")
	d.Hides("bericht")
}
