package model

import "leerbalie/model/code"

// Lists to choose from; see model/code.
type (
	Code   = code.Code
	Labels = code.Labels
	Codes  = code.Codes
	Finder = code.Finder
)

// Listed is code.Listed.
func Listed(name string, entries ...Code) Codes { return code.Listed(name, entries...) }

// Entry is code.Entry.
func Entry(name string, also ...string) Code { return code.Entry(name, also...) }
