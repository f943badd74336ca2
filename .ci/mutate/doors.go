package main

// doorMutants open a door that the rights, the PIN or the noting of who looked keep shut.
func doorMutants() []mutant {
	return []mutant{
		{"anybody has every right", "model", "Clearance.Has", "c.person.Has(r.roles()...)", "true", by("model", "WhichRight")},
		{"a right stays with who lost the role", "model", "(*Session).Check", "me = PersonOf(rec)", "_ = rec", by("model", "RightGoes")},
		{"a copy is for anybody", "model", "(*Session).Backup", "s.Check(ctx, ToBackUp)", "error(nil)", by("model", "RightGoes")},
		{"a try of a PIN is noted after it was looked at", "model", "(*Session).TryPIN", "t.Wrong++", "", by("model", "AKill|AtOnce|WrongTries")},
		{"a clock that was set back shuts the door", "model", "triesOf", "wait > most", "false", by("model", "WrongTries")},
		{"anybody takes away anybody's PIN", "model", "(*Session).DropPIN", "who != s.Me().ID", "false", by("model", "OthersPINs")},
		{"who sits down is asked no PIN", "model", "(*Session).Switch", "s.mayPass(ctx, who)", "error(nil)", by("model", "OthersPINs")},
		{"one try opens for ever", "model", "(*Session).mayPass", "s.proven = journal.ID{}", "", by("model", "OthersPINs")},
		{"settings of others are open", "model", "(*Session).ownSetting", "of != s.Me().ID.String()", "of == \"\"", by("model", "SettingsOfOthers")},
		{"the setting that holds a PIN is open", "model", "(*Session).ownSetting", "name == pinSetting", "false", by("model", "SettingsOfOthers")},
		{"who did not give the PIN is remembered", "model", "(*Session).Remember", "err != nil || has", "err != nil || has && false", by("model", "WhoActedLast")},
		{"a command asks for no PIN", "ui/cli/command", ".admit", "err != nil || !has", "err != nil || !has || true", by("ui/cli", "WhoeverActs")},
		{"whoever waits may try on", "ui/cli/command", ".admit", "so.Wait > 0", "false", by("ui/cli", "OneCount|WhoeverActs")},
		{"the PIN in a file is not looked at", "ui/cli/command", ".pin", "r.Secrets.PIN != nil", "false", by("ui/cli", "WhoeverActs")},
		{"a try at a copy is written to it", "model", "(*untouched).AlterSetting", "u.kept[key] = alter(was)", "u.kept[key] = alter(was); err = u.Backend.AlterSetting(ctx, key, alter)",
			by("ui/cli", "ACopyIsLeft")},
		{"others may read the file with the PIN", "ui/local", "SecretFile", "info.Mode().Perm()&0o077 != 0", "false", by("ui/local", "OthersMayRead")},
		{"Ctrl+C is a letter of a secret", "ui/local", "readSecret", "b == stopKey", "false", by("ui/local", "ReadingASecret")},
		{"anybody's PIN is rescued", "model", "(*Session).RescuePIN", "len(others) > 0", "len(others) > 99", by("model", "LastCoordinators")},
		{"a coordinator's PIN is rescued past a colleague", "model", "(*Session).knowing", "hopeless", "0", by("model", "WhoElse")},
		{"two who forgot their PINs are shut out for good", "model", "(*Session).knowing", "hopeless", "1 << 30", by("model", "WhoElse")},
		{"a rescue is not noted", "model", "(*Session).RescuePIN", "s.DoQuietly(ctx, rescue{me.ID})", "s.DoQuietly(ctx)", by("model", "LastCoordinators")},
		{"somebody else's look takes the note of a rescue away", "model", "SeenRescue.Do", "d.Actor.Rescued.IsZero()", "false", by("model", "LastCoordinators")},
		{"seeing a rescue can be undone", "model", "SeenRescue.Do", "d.Permanent()", "", by("model", "LastCoordinators")},
		{"a rescue is shown to nobody", "ui", "App.standingLine", "len(names) > 0", "false", by("ui", "ARescue")},
		{"who works at one site reads all", "model", "Clearance.atSite", "only == site", "true", by("ui/cli", "EveryCommand")},
		{"anybody reads why somebody is away", "model", "Clearance.MayRead", "case journal.Private: $_", "case journal.Private: return true", by("ui/cli", "EveryCommand")},
		{"a file of questions is for anybody", "store/exchange", "ExportRequests", "session.Check(ctx, model.ToTakeOut)", "error(nil)", by("store/exchange", "WhoMay")},
		{"bringing in is for anybody", "store/exchange", "ImportRequests", "session.Check(ctx, model.ToBringIn)", "error(nil)", by("store/exchange", "WhoMay")},
	}
}
