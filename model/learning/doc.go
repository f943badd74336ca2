// Package learning is what students learn and how that is judged: lists of competences with their versions, evidence,
// reflections, judgements that are blind to each other, and decisions that freeze what they were taken on. It knows no
// request and no resident; see loop.
package learning
