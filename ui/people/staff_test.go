package people_test

import (
	"strings"
	"testing"

	"leerbalie/model"
)

func TestStaffIsTakenOnAndLeaves(t *testing.T) {
	d := wide(t)
	d.Press("v", "3", "n", "Eva Kok", "<tab>")
	d.Press("<right>", "<right>", " ", "<tab>", "<tab>", "<tab>", "noor", "<tab>", "nederlands, turks", "<ctrl+s>")
	d.Shows("Eva Kok staat erbij")
	eva := named(t, d.Session, "Eva Kok")
	if !eva.Has(model.RoleTeacher) || eva.Supervisor != d.Noor || strings.Join(eva.Languages, " ") != "nl tr" || eva.Site != d.Session.Site() {
		t.Errorf("%+v", eva)
	}
	if line := d.On(); !strings.Contains(line, "Eva Kok") {
		t.Errorf("on %q", line)
	}
	d.Press("x", "<enter>")
	named(t, d.Session, "Eva Kok") // Enter takes the safe answer
	d.Press("x", "j")
	d.Shows("Eva Kok is vertrokken")
	d.Press("v", "5")
	d.Shows("Eva Kok", "vertrokken; wat hij of zij deed")
	d.Press("x", "<enter>")
	d.Shows("Eva Kok is terug")
	named(t, d.Session, "Eva Kok")
	d.Press("u")
	d.Shows("Ongedaan gemaakt: terugkomst van Eva Kok")
}

func TestNobodyLetsTheLastAdministratorGo(t *testing.T) {
	d := wide(t)
	d.Press("v", "3", "/", "samira", "<enter>", "x", "j")
	d.Shows("Jezelf kun je niet laten vertrekken")
	d.Press("e", "<tab>", "<right>", "<right>", "<right>", "<right>", "<right>", " ", "<ctrl+s>")
	d.Shows("is de enige beheerder")
}

func TestEverybodyEditsTheOwnProfileOnly(t *testing.T) {
	d := wide(t)
	as(t, d, model.RoleDesk)
	d.Press("v", "3", "/", "noor", "<enter>", "e")
	d.Shows("Alleen een coördinator kan dit veranderen")
	d.Press("n")
	d.Shows("Alleen een coördinator kan dit veranderen")
	d.Press("<esc>", "/", "kees", "<enter>", "e")
	d.Hides("[ ] balie", "hele organisatie")
	d.Press("<tab>", "pools", "<ctrl+s>")
	d.Shows("Kees Ander is gewijzigd")
	if q := named(t, d.Session, "Kees Ander"); len(q.Languages) != 1 || q.Languages[0] != "pl" {
		t.Errorf("%+v", q)
	}
}

func TestGroupsShowWhoIsInThem(t *testing.T) {
	d := wide(t)
	d.Press("v", "4")
	d.Shows("Klas 2B", "1 student", "Ali Yildiz")
	d.Press("n", "klas 2b", "<ctrl+s>")
	d.Shows("Er is al een groep die klas 2b heet")
	d.Press("<ctrl+u>", "<backspace>", "Klas 3A", "<ctrl+s>")
	d.Shows("De groep Klas 3A is gemaakt")
	if line := d.On(); !strings.Contains(line, "Klas 3A") {
		t.Errorf("on %q", line)
	}
}

func TestStudentsHaveTheirOwnList(t *testing.T) {
	d := wide(t)
	d.Press("v", "2")
	d.Shows("Ali Yildiz", "mbo-3", "Klas 2B", "Turks", "Noor Visser")
	d.Hides("Samira Bouali ")
	d.Press("n", "Sem Kok", "<ctrl+s>")
	if q := named(t, d.Session, "Sem Kok"); !q.OnlyStudent() {
		t.Errorf("%+v", q)
	}
}
