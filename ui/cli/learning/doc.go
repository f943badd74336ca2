// Package learning holds the commands on what students learn: framework, evidence, assess, and the reports of a student, of
// a group, and of the days that matter.
package learning
