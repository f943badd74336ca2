package people

import "leerbalie/model"

// canOpen tells whether the cursor is on something that can be opened.
func (p *People) canOpen() bool {
	if page, ok := p.opened(); ok && p.focus {
		_, ok := page.row()
		return ok
	}
	_, _, ok := p.current()
	return ok
}

// canAdd tells whether somebody or something new of the kind that shows can be added.
func (p *People) canAdd() bool {
	switch p.kind() {
	case residents:
		return p.refused == ""
	case services:
		return true
	}
	return p.leads()
}

func (p *People) whyNotAdd() string {
	if p.kind() == residents {
		return p.refused
	}
	return p.Env.Words.Say("people.read-only")
}

// onResident tells whether the cursor is on a resident.
func (p *People) onResident() bool {
	_, ok := p.resident()
	return ok
}

// canEdit tells whether the data can be altered of who the cursor is on: of persons by who leads, and the own ones;
// of services by who added them, and who looks after the directory.
func (p *People) canEdit() bool {
	q, ok := p.person()
	return p.onResident() || ok && !q.Archived && (p.leads() || q.ID == p.Env.User.ID) || p.ownService()
}

func (p *People) whyNotEdit() string {
	if p.onDirectory() {
		return p.whyNotOwn()
	}
	return p.whyNotLead()
}

// onLedPerson tells whether the cursor is on a person, and the acting one leads.
func (p *People) onLedPerson() bool {
	_, ok := p.person()
	return ok && p.leads()
}

// onLedStudent tells whether the cursor is on a student who learns here, and the acting person leads.
func (p *People) onLedStudent() bool {
	q, ok := p.person()
	return ok && p.leads() && q.Has(model.RoleStudent) && !q.Archived
}

// canRemove tells whether the cursor is on somebody who is here, and the acting person leads.
func (p *People) canRemove() bool {
	q, ok := p.person()
	return ok && p.leads() && !q.Archived && q.ID != p.Env.User.ID
}

func (p *People) whyNotLead() string {
	if q, ok := p.person(); ok && (!p.leads() || q.Archived) {
		return p.Env.Words.Say("people.read-only")
	}
	return ""
}

// canPart tells whether somebody may have been merged into the resident that the cursor is on; the page knows.
func (p *People) canPart() bool {
	page, opened := p.opened()
	return p.onResident() && (!opened || len(page.merged) > 0)
}

func (p *People) whyNotPart() string {
	if p.onResident() {
		return p.Env.Words.Say("people.part.none")
	}
	return ""
}

// canErase tells whether the acting person may erase the resident, or have the student erased, that the cursor is on.
func (p *People) canErase() bool {
	q, ok := p.person()
	return p.onResident() && p.Env.User.Has(model.RoleAdmin) || ok && q.Has(model.RoleStudent) && p.leads()
}

func (p *People) whyNotErase() string {
	q, ok := p.person()
	switch {
	case p.onResident():
		return p.Env.Words.Say("people.erase.admin")
	case ok && q.Has(model.RoleStudent):
		return p.Env.Words.Say("people.read-only")
	}
	return ""
}

// canTurnPane tells whether there are details that can have the keys.
func (p *People) canTurnPane() bool { return p.focus || p.canOpen() }
