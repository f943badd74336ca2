package frameworks

// onRow tells whether the cursor is on something.
func (p *Frameworks) onRow() bool {
	_, ok := p.current()
	return ok
}

// onLists tells whether the lists show.
func (p *Frameworks) onLists() bool { return p.at().kind == listsPage }

// canAlter tells whether what the cursor is on can be altered.
func (p *Frameworks) canAlter() bool {
	return p.whyNotAlter() == "" && p.at().kind != versionsPage && p.onRow()
}

func (p *Frameworks) whyNotAlter() string {
	switch f := p.about(); {
	case f == nil || p.at().kind == versionsPage:
		return ""
	case p.barred(f) != "":
		return p.barred(f)
	case !p.onRow(): // nothing fits what was searched for
		return p.Env.Words.Say("frames.part-first")
	}
	return ""
}

// canAlterPart tells whether the cursor is on a part that can be altered.
func (p *Frameworks) canAlterPart() bool {
	r, ok := p.current()
	return ok && r.node >= 0 && p.at().kind == treePage && p.canAlter()
}

func (p *Frameworks) whyNotPart() string {
	if p.at().kind != treePage {
		return ""
	}
	if why := p.whyNotAlter(); why != "" {
		return why
	}
	return p.Env.Words.Say("frames.part-first")
}

// canAdd tells whether there can be something new: a list, or a part of the one that shows.
func (p *Frameworks) canAdd() bool {
	if p.onLists() {
		return p.leads()
	}
	return p.canAlter()
}

func (p *Frameworks) whyNotAdd() string {
	if p.onLists() {
		return p.whyNotLead()
	}
	return p.whyNotAlter()
}

func (p *Frameworks) whyNotLead() string {
	if !p.leads() {
		return p.Env.Words.Say("frames.read-only")
	}
	return ""
}

// canUse tells whether it can be settled whether the list that keys mean is used, and by whom: not for an earlier version.
func (p *Frameworks) canUse() bool {
	return p.about() != nil && p.leads() && p.at().kind != versionsPage && p.at().version == 0
}

func (p *Frameworks) whyNotUse() string {
	switch f := p.about(); {
	case f == nil || p.at().kind == versionsPage:
		return ""
	default:
		return p.barred(f)
	}
}

// hasVersions tells whether the versions of the list that keys mean can be looked at: they do not show yet.
func (p *Frameworks) hasVersions() bool {
	return p.about() != nil && p.at().kind != versionsPage && p.at().version == 0
}

// canImport tells whether a file can be brought in.
func (p *Frameworks) canImport() bool { return p.leads() && p.Env.Files != nil }

func (p *Frameworks) whyNotImport() string {
	if !p.leads() {
		return p.whyNotLead()
	}
	return p.whyNotExport()
}

// canExport tells whether the list that keys mean can be written to a file.
func (p *Frameworks) canExport() bool { return p.about() != nil && p.Env.Files != nil }

func (p *Frameworks) whyNotExport() string {
	if p.Env.Files == nil {
		return p.Env.Words.Say("frames.no-files")
	}
	return ""
}
