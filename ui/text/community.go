package text

import (
	"leerbalie/model"
	"leerbalie/model/goal"
	"leerbalie/model/partner"
	"leerbalie/model/placement"
	"leerbalie/model/project"
	"leerbalie/model/question"
	"leerbalie/model/research"
	"leerbalie/model/training"
	"leerbalie/model/upward"
)

// GoalState is how far a goal is, in words; those below are the same of other things.
func (w Words) GoalState(s goal.State) string { return w.Say("goal.state." + string(s)) }

// QuestionState is how far a question is.
func (w Words) QuestionState(s question.State) string { return w.Say("question.state." + string(s)) }

// ProjectState is how far a project is.
func (w Words) ProjectState(s project.State) string { return w.Say("project.state." + string(s)) }

// PartnerState is how far the agreement with a partner is.
func (w Words) PartnerState(s partner.State) string { return w.Say("partner.state." + string(s)) }

// PlacementState is how far a placement is.
func (w Words) PlacementState(s placement.State) string { return w.Say("placement.state." + string(s)) }

// PlacementOffer is what a partner offered a student, "" for nothing.
func (w Words) PlacementOffer(o placement.Offered) string {
	if o == "" {
		return ""
	}
	return w.Say("placement.offer." + string(o))
}

// SignalState is how far a signal is.
func (w Words) SignalState(s upward.State) string { return w.Say("signal.state." + string(s)) }

// SignalAbout is what a signal is about.
func (w Words) SignalAbout(a upward.About) string { return w.Say("signal.about." + string(a)) }

// SignalCounts is how often it was seen; "" where nobody counted.
func (w Words) SignalCounts(s *upward.Signal) string {
	switch {
	case s.Cases == 0:
		return ""
	case s.Weeks == 0:
		return w.Say("signal.counts", "n", s.Cases)
	case s.Before == 0:
		return w.Say("signal.counts-weeks", "n", s.Cases, "weeks", s.Weeks)
	}
	return w.Say("signal.counts-before", "n", s.Cases, "weeks", s.Weeks, "before", s.Before)
}

// ThemeWord is what a theme that somebody typed is called at a site, "" for none.
func (w Words) ThemeWord(s model.Site, theme string) string {
	if theme == "" {
		return ""
	}
	return w.ThemeName(s, theme)
}

// ResearchState is how far a piece of research is.
func (w Words) ResearchState(s research.State) string { return w.Say("research.state." + string(s)) }

// TrainingState is how far a training is.
func (w Words) TrainingState(s training.State) string { return w.Say("training.state." + string(s)) }

// GoalStep is a step with until when it is to be done, on whom it is, and when it was done.
func (w Words) GoalStep(s goal.Step, name string) string {
	out := s.Text
	if name != "" {
		out += " (" + name + ")"
	}
	switch {
	case !s.Done.IsZero():
		out += ": " + w.Say("goals.done-on", "day", w.ShortDay(s.Done))
	case !s.Until.IsZero():
		out += ": " + w.Say("goals.until", "day", w.ShortDay(s.Until))
	}
	return out
}
