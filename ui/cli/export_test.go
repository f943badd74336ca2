package cli

// KeyJSON is the shape that scripts get, for tests that read it as a script does.
type KeyJSON = keyJSON

// Root is the whole tree of commands.
var Root = rootCommand
