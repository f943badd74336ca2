package transfer

import (
	"leerbalie/model/fault"
	"leerbalie/model/journal"
	"leerbalie/model/learning/competence"
)

// The formats of frameworks.
const (
	Moodle Format = "moodle" // competency framework CSV
	CASE   Format = "case"   // 1EdTech CASE 1.0 JSON
)

// FrameworkFormats are the formats that frameworks can be read from and written in.
func FrameworkFormats() []Format { return []Format{Moodle, CASE} }

// FrameworkFile is what was read of a file with a framework.
type FrameworkFile struct {
	Format    Format
	Framework competence.Framework
	Read      int       // rows or items in the file, the framework itself not counted
	Refused   []Refusal // in the order of the rows
	Remarks   []Remark
}

// FrameworkReport is what came of an import.
type FrameworkReport struct {
	Report
	Framework journal.ID
	Title     string
	Version   int
}

// Say makes a remark; the pairs are names and values of the sentence's gaps.
func Say(msg string, pairs ...any) Remark {
	return Remark{Msg: msg, Args: fault.New(fault.Invalid, msg, pairs...).Args}
}
