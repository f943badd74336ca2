package people

// PersonJSON is the shape that scripts get, for tests that read it as a script does.
type PersonJSON = personJSON
