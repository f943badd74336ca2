package learning

import "leerbalie/model/journal"

// The kind of entity of learning. Numbers are on disk and never reused.
const (
	KindDossier journal.Kind = 21 // what one student learned in one group
)

// The kinds of item of learning. Numbers are on disk and never reused.
const (
	ItemEvidence          journal.ItemKind = 41
	ItemEvidenceNodes     journal.ItemKind = 42
	ItemReflection        journal.ItemKind = 43
	ItemAssessment        journal.ItemKind = 44
	ItemLook              journal.ItemKind = 45
	ItemDecision          journal.ItemKind = 46
	ItemDecisionWithdrawn journal.ItemKind = 47
	ItemEvidenceNote      journal.ItemKind = 48
	ItemTalk              journal.ItemKind = 93 // what somebody said about a piece of evidence, or a correction of it
	ItemAttached          journal.ItemKind = 94 // a file that was put with a piece of evidence
	ItemHeard             journal.ItemKind = 95 // which lines of others somebody has read
)

// MayAdd tells whether a person may put a piece of evidence of a kind in a student's dossier that is of something which that person leads, such as a course.
type MayAdd func(r journal.Reader, kind EvidenceKind, evidence, student, person journal.ID) (bool, error)

// Kinds are the rows of these kinds. Lists of competences have their own, in competence. adds tells of evidence of the rooms above who may add it.
func Kinds(adds ...MayAdd) []journal.KindRow {
	return []journal.KindRow{
		{Kind: KindDossier, Name: "dossier", Class: journal.Learning, Owns: true, Items: []journal.ItemKind{ItemEvidence, ItemEvidenceNodes, ItemReflection, ItemAssessment, ItemLook,
			ItemDecision, ItemDecisionWithdrawn, ItemEvidenceNote, ItemTalk, ItemAttached, ItemHeard},
			Versions: map[journal.ItemKind]journal.Field{ItemEvidence: evidenceID, ItemEvidenceNodes: evidenceID, ItemReflection: evidenceID, ItemEvidenceNote: evidenceID},
			Quiet:    []journal.ItemKind{ItemEvidence}, Stakes: dossierStakes,
			Said: map[journal.ItemKind]string{ItemEvidence: "evidence", ItemReflection: "reflection", ItemAssessment: "judgement", ItemDecision: "decision",
				ItemDecisionWithdrawn: "decision", ItemEvidenceNote: "evidence", ItemTalk: "talk", ItemAttached: "attachment"},
			Whose: DossierStudent, Words: []journal.ItemKind{ItemReflection, ItemEvidenceNote},
			WordsIn: map[journal.ItemKind][]journal.Field{ItemEvidence: {evidenceTitle, evidenceFile}, ItemAssessment: {assessReason},
				ItemDecision: {decisionReason, decisionSnapshot, decisionHash}, ItemDecisionWithdrawn: {decisionReason},
				ItemTalk: {LineText}, ItemAttached: {attachedName, attachedPath, attachedHash}}, Reach: reachesDossier(adds)},
	}
}
