package main

// releaseMutants break what tells which program this is, and what an older one refuses.
func releaseMutants() []mutant {
	return []mutant{
		{"a program that was built with changes says nothing of them", "ui/cli/command", "VersionOf", `changed == "true"`, `changed == "no"`, by("ui/cli", "TestVersion")},
		{"a release names the folder it was built in", "ui/cli/command", "VersionOf", "len(words) >= 3", "len(words) >= 3 && v.Commit == \"\"", by("ui/cli", "TestVersion")},
		{"a commit that is not known is passed over", "ui/cli/command", "Version.In", `v.Commit == ""`, "false", by("ui/cli", "TestVersion")},
		{"a newer file is opened", "store/wire", "Newer", "format > FormatSealed", "false", keeping("TestMigration$")},
		{"a sealed store is of the first drawing", "store", "makeEmpty", "wire.FormatSealed", "wire.FormatVersion", keeping("ASealedStoreSays")},
		{"what a newer program did is shown as if it could be altered", "ui/desk", "(*Detail).lines", "r.ReadOnly", "false", by("ui/desk", "WhatCannotBeRead")},
		{"an old journal comes to something else than it did", "store/wire", "AppendEntry", "append(append(b, key...), value...)", "append(append(b, value...), key...)",
			keeping("GoldenJournals")},
		{"an old store comes to something else than it did", "store/wire", "AppendEntry", "append(append(b, key...), value...)", "append(append(b, value...), key...)",
			keeping("OldStoresOpen")},
		{"a window closes with what went wrong in it", "ui/cli/command", ".Finish", "r.Linger != nil", "false", by("ui/cli", "AWindow")},
	}
}
