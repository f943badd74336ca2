package demo

import (
	"context"

	"leerbalie/model"
	"leerbalie/model/attachment"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/dialogue"
	"leerbalie/model/learning/observing"
)

// talk lets the people of a site talk about a piece of evidence, with a file beside it, and a teacher write once what she saw of several. No dice
// are thrown, so that all else stays as it was.
func (f *fill) talk(ctx context.Context, s *site, teachers []*model.Session) error {
	if len(teachers) == 0 {
		return nil
	}
	f.stage.clock = f.calendar.now.Add(-f.calendar.now.Sub(midnight(f.calendar.now)) / 2)
	var seen []observing.About
	talked := false
	for _, l := range s.team.students {
		p, err := learning.ReadProgress(ctx, teachers[0], l.ID, journal.ID{})
		if err != nil || p.Student.Archived || len(p.MayJudgeAs) == 0 {
			continue // not a student of this teacher, or not any longer
		}
		if len(seen) < 5 {
			seen = append(seen, observing.About{Student: l.ID, Nodes: p.Tree.Columns()[:1]})
		}
		if talked || len(p.Evidence) == 0 {
			continue
		}
		if talked = p.Evidence[0].Reflection != nil; talked {
			if err := f.talkAbout(ctx, &p, teachers[0]); err != nil {
				return err
			}
		}
	}
	if len(seen) == 0 {
		return nil
	}
	_, err := teachers[0].DoQuietly(ctx, observing.Observe{Of: seen, Text: "Bij de inloop: laat mensen uitpraten en vat samen", Cleaned: true})
	return err
}

// talkAbout lets the student, the teacher and whoever supervises say something about the newest piece.
func (f *fill) talkAbout(ctx context.Context, p *learning.Progress, teacher *model.Session) error {
	me, err := f.view(ctx, p.Student.ID)
	if err != nil {
		return err
	}
	e := p.Evidence[0].ID
	b := []byte("Wat ik de volgende keer vraag:\n- Wat is er aan de hand?\n- Wat heeft u zelf al gedaan?\n- Wat is de eerste stap?\n")
	file := attachment.File{Name: "vragenlijstje.txt", Size: int64(len(b)), Dated: f.stage.clock, Hash: attachment.HashOf(b), Bytes: b}
	say := func(text string) model.Action {
		return dialogue.Say{Student: p.Student.ID, Evidence: e, Text: text, Cleaned: true}
	}
	if _, err := me.DoQuietly(ctx, say("Ik wist niet goed hoe ik moest doorvragen. Ik heb een lijstje gemaakt.")); err != nil {
		return err
	}
	if _, err := me.DoQuietly(ctx, attachment.Attach{Student: p.Student.ID, Evidence: e, File: file, Keep: true, Cleaned: true}); err != nil {
		return err
	}
	if !p.Student.Supervisor.IsZero() {
		boss, err := f.view(ctx, p.Student.Supervisor)
		if err != nil {
			return err
		}
		if _, err := boss.DoQuietly(ctx, say("Ik zag dat je eerst samenvatte. Dat werkte goed.")); err != nil {
			return err
		}
	}
	_, err = teacher.DoQuietly(ctx, say("Mooi lijstje. Wat deed je toen het antwoord nog steeds kort was?"))
	return err
}
