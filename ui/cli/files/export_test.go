package files

// VerdictJSON is the shape that scripts get, for tests that read it as a script does.
type VerdictJSON = verdictJSON
