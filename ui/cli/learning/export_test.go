package learning

// The shapes that scripts get, for tests that read them as a script does.
type (
	FrameworkJSON       = frameworkJSON
	FrameworkReportJSON = frameworkReportJSON
	ScaleUseJSON        = scaleUseJSON
	EvidenceJSON        = evidenceJSON
	ConcordanceJSON     = concordanceJSON
	DecisionJSON        = decisionJSON
)
