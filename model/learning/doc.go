// Package learning is what students learn and how that is judged: lists of competences with their versions, evidence,
// reflections, judgements that are blind to each other, and decisions that freeze what they were taken on. The screens of
// learning and of lists of competences use it, the reports, and loop. It knows no request and no resident.
//
// A student's dossier in a group is one entity; Sight is what a session may see of it and do with it. The framework that
// counts now is a Tree; a VersionConverter brings judgements that were made on an earlier version over to it.
package learning
