package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"leerbalie/ui/cli/command"
)

// mark lets a command be given over the network, with the flags that are named. A flag that ends in =- takes nothing but -, which is the
// standard output; FILE=- says so of the words after the command, where - is the standard input.
type mark struct{ path, flags string }

// served is the list of all that may be given over the network (command.Caller.Served); what it does not name is refused before anything
// opens. Nothing here names a place on the computer that serves, asks for a secret, or is a matter of that computer alone.
var served = []mark{
	{"assess agreement", "group"},
	{"assess decide", "kind met not-met reason"},
	{"assess decision", "format kind look output=-"},
	{"assess give", "part reason"},
	{"assess look", ""},
	{"assess self", "hide show"},
	{"assess withdraw", "kind reason"},
	{"board", "site"},
	{"bundle accept", ""},
	{"bundle list", "refused"},
	{"bundle revoke", ""},
	{"check", "digest"},
	{"clock", ""},
	{"conflicts", "limit"},
	{"conflicts list", "limit"},
	{"conflicts settle", "reason take value"},
	{"conflicts show", ""},
	{"course add", "dates groups minutes no-hours nodes place scale start stations teachers term test theme varies"},
	{"course archive", ""},
	{"course cancel", "back date"},
	{"course edit", "dates groups minutes no-hours nodes place scale start stations teachers term test theme title varies"},
	{"course evidence", "dry-run test"},
	{"course list", "limit student term"},
	{"course move", "date to"},
	{"course present", "absent all clear date excused"},
	{"course result", "date test"},
	{"course show", ""},
	{"directory add", "alert area city description document eligibility email fees hours language need organization phone place postcode process street url wait"},
	{"directory assure", ""},
	{"directory edit", "alert area city description document eligibility email fees hours language name need organization phone place postcode process street url wait"},
	{"directory export", "output=-"},
	{"directory import", "FILE=- dry-run map strict"},
	{"directory note", ""},
	{"directory retire", "back why"},
	{"directory search", "language limit need open-now place retired"},
	{"directory show", ""},
	{"evidence add", "cleaned day kind minutes node note request student"},
	{"evidence detach", ""},
	{"evidence link", ""},
	{"evidence list", "limit student waiting"},
	{"evidence note", "cleaned correct fellows take-back"},
	{"evidence observe", "cleaned day level minutes nodes students"},
	{"evidence reflect", "action cleaned node reflection result situation task"},
	{"evidence save", "output=-"},
	{"evidence show", ""},
	{"export checkins", "output=-"},
	{"export meetings", "from names output=- person to with"},
	{"export partners", "output=-"},
	{"export placements", "output=-"},
	{"export promises", "mine output=-"},
	{"export requests", "format open output=-"},
	{"export visits", "names output=- student weeks"},
	{"framework archive", "back"},
	{"framework export", "format output=-"},
	{"framework import", "FILE=- dry-run format strict yes"},
	{"framework list", "archived limit"},
	{"framework map", "limit remove"},
	{"framework node", "add before below code english means remove scale text theme title under yes"},
	{"framework scale", "add english enough levels name number remove values yes"},
	{"framework show", ""},
	{"framework use", ""},
	{"goal add", "by expect members owner phase theme why work"},
	{"goal archive", ""},
	{"goal edit", "by expect members owner phase theme title why work"},
	{"goal end", "dropped"},
	{"goal list", "all limit search"},
	{"goal need", ""},
	{"goal offer", "by"},
	{"goal reopen", ""},
	{"goal result", "date"},
	{"goal show", ""},
	{"goal step", "by on"},
	{"goal tick", "off"},
	{"group add", "site"},
	{"group attention", ""},
	{"group list", "limit"},
	{"group without", "group weeks"},
	{"help", ""},
	{"hours add", "date minutes what"},
	{"hours confirm", "except off week"},
	{"hours edit", "date minutes what"},
	{"hours list", "limit student week"},
	{"hours remove", ""},
	{"hours show", ""},
	{"import calendar", "FILE=- dry-run holidays strict"},
	{"import list", "limit"},
	{"import mapping list", ""},
	{"import mapping remove", ""},
	{"import mapping rename", ""},
	{"import mapping show", ""},
	{"import partners", "FILE=- dry-run"},
	{"import placements", "FILE=- dry-run"},
	{"import requests", "FILE=- dry-run format guess map mapping save-mapping strict"},
	{"import show", ""},
	{"import students", "FILE=- dry-run format guess map mapping save-mapping strict"},
	{"import undo", "yes"},
	{"keys", ""},
	{"meeting add", "date expect form group leader minutes note place start theme title"},
	{"meeting answer", "person"},
	{"meeting cancel", "back reach why"},
	{"meeting edit", "date expect form group leader minutes note place reach start theme title"},
	{"meeting free add", "from to"},
	{"meeting free list", "from to"},
	{"meeting free remove", ""},
	{"meeting list", "from limit person to"},
	{"meeting minutes", "goal note owner question signal to"},
	{"meeting move", "reach start to"},
	{"meeting plan", "dry-run every expect form from group leader minutes note on-free place start theme title to weekday"},
	{"meeting present", "state"},
	{"meeting remove", "reach"},
	{"meeting show", ""},
	{"messages", ""},
	{"messages seen", ""},
	{"network add", "note"},
	{"network archive", ""},
	{"network edit", "name note"},
	{"network list", "limit search"},
	{"network show", ""},
	{"notification list", "all late"},
	{"outcome add", "date why"},
	{"outcome compare", "rate remove source year"},
	{"outcome list", "limit"},
	{"outcome remove", ""},
	{"pair agree", "adds for person"},
	{"pair checkin", "day mood note silent"},
	{"pair end", "note reason"},
	{"pair evaluate", "month note result"},
	{"pair fit", "answer note person"},
	{"pair forbid", "lift"},
	{"pair list", "limit status"},
	{"pair propose", "all date forbid lock min-shared min-stated mode objective open price rematch save site trios weight"},
	{"pair publish", "all date forbid lock min-shared min-stated mode objective open pair price proposal rematch site trios weight"},
	{"pair weights", "min-shared min-stated weight"},
	{"partner add", "agreed contact from guide level network note places sector supervision-hours terms to work"},
	{"partner agree", "date"},
	{"partner archive", "yes"},
	{"partner board", "from weeks"},
	{"partner edit", "agreed contact from guide level name network note places sector supervision-hours terms to work"},
	{"partner evaluate", "date from"},
	{"partner kickoff", "date"},
	{"partner list", "all limit search"},
	{"partner show", ""},
	{"partner state", "yes"},
	{"partner visit", "date"},
	{"path add", "helper kind resident step"},
	{"path end", "on outcome why"},
	{"path list", "all limit resident"},
	{"path reach", "on remove undo"},
	{"path resume", ""},
	{"path step", "reached"},
	{"person add", "email group language level number role site supervisor"},
	{"person back", ""},
	{"person drop-pin", ""},
	{"person edit", "cohort company crebo dayparts email end group guide language level name norm-hours number open programme role route school site source-id start strong supervisor theme travel waiting-since wish year"},
	{"person end", "on why"},
	{"person key list", ""},
	{"person list", "gone limit role"},
	{"person remove", "why"},
	{"person show", ""},
	{"placement add", "agreed anyway from hours-a-week level partner school-guide supervisor terms to"},
	{"placement agree", "date"},
	{"placement archive", ""},
	{"placement edit", "agreed anyway from hours-a-week level partner school-guide supervisor terms to"},
	{"placement end", "date why"},
	{"placement evaluate", "date from"},
	{"placement kickoff", "date"},
	{"placement list", "all limit search"},
	{"placement offer", "date taken"},
	{"placement show", ""},
	{"placement visit", "date"},
	{"project add", "came district from hours-a-week leader no-hours node partner programme state target theme to why work"},
	{"project agree", "as-party for off on partner who"},
	{"project archive", ""},
	{"project edit", "came district from hours-a-week leader no-hours node partner programme state target theme title to why work"},
	{"project end", "came stopped"},
	{"project evidence", "all dry-run"},
	{"project join", "since"},
	{"project leave", "until"},
	{"project list", "all limit search"},
	{"project note", "session"},
	{"project present", "absent all clear date excused"},
	{"project result", "on"},
	{"project session", "date minutes off participants present session what"},
	{"project show", ""},
	{"question accept", "none"},
	{"question add", "details theme to"},
	{"question answer", "correct"},
	{"question archive", ""},
	{"question close", ""},
	{"question course", "dates minutes place title"},
	{"question edit", "details kept-by theme title to"},
	{"question keep", "by"},
	{"question list", "kept limit open search theme to"},
	{"question reopen", ""},
	{"question show", ""},
	{"question unsay", ""},
	{"report calendar", "group output=-"},
	{"report community", "exact format output=- raw since until"},
	{"report group", "format output=-"},
	{"report handover", "format output=- person"},
	{"report hands", "exact format output=- raw"},
	{"report outcomes", "cohort exact format group output=- programme raw"},
	{"report signals", "exact format output=- raw until"},
	{"report site", "by exact format output=- person raw since until"},
	{"report student", "format framework output=-"},
	{"report value", "exact format output=- raw since until"},
	{"request add", "age asked-by asker channel details language life-domain neighbourhood relation resident supervision theme urgency"},
	{"request block add", "own"},
	{"request block list", ""},
	{"request block remove", ""},
	{"request block show", "for"},
	{"request bulk", "do dry-run for minutes note outcome over tag text theme until urgency where where-found"},
	{"request claim", "for over"},
	{"request close", "minutes note outcome tag where-found"},
	{"request day", ""},
	{"request handover", "note to"},
	{"request inform", "text to"},
	{"request list", "limit search status"},
	{"request memo", ""},
	{"request merge", "undo yes"},
	{"request notify", "applied decided helped investigated on plan urgent withdrawn"},
	{"request park", "back"},
	{"request promise", "at on task"},
	{"request refer", "consent reason service state warm with"},
	{"request release", ""},
	{"request remove", "why"},
	{"request restore", ""},
	{"request search", "limit"},
	{"request show", ""},
	{"request time", "day for person"},
	{"research add", "from goal project school students supervisor to"},
	{"research archive", ""},
	{"research edit", "from goal project question school students supervisor to"},
	{"research end", "stopped"},
	{"research list", "all limit search"},
	{"research show", ""},
	{"resident access", "format limit output=-"},
	{"resident add", "birth-year city email keep language neighbourhood phone postcode regular street told"},
	{"resident anonymise", "due early yes"},
	{"resident due", "limit"},
	{"resident erase", "dry-run yes"},
	{"resident list", "limit search"},
	{"resident merge", "into undo yes"},
	{"resident retention", "set"},
	{"resident show", ""},
	{"signal add", "about before cases from-statistics since theme to until weeks where"},
	{"signal answer", "state"},
	{"signal archive", ""},
	{"signal edit", "about before cases since text theme to weeks where"},
	{"signal list", "limit open search state to"},
	{"signal show", ""},
	{"signal take", ""},
	{"student add", "cohort company crebo dayparts email end group guide language level norm-hours number open programme route school site source-id start strong supervisor theme travel waiting-since wish year"},
	{"student back", ""},
	{"student edit", "cohort company crebo dayparts email end group guide language level name norm-hours number open programme route school site source-id start strong supervisor theme travel waiting-since wish year"},
	{"student end", "day outcome"},
	{"student erase", "confirm dry-run withdraw"},
	{"student list", "all free group limit search site"},
	{"student show", ""},
	{"student themes", ""},
	{"student time-out", "back reason until"},
	{"sync status", ""},
	{"training add", "asked asker day givers partner people theme"},
	{"training archive", ""},
	{"training decline", ""},
	{"training edit", "asked asker day givers partner people theme what"},
	{"training give", "people"},
	{"training list", "all limit search"},
	{"training plan", ""},
	{"training show", ""},
	{"value price add", "base date high low source year"},
	{"value price edit", "base date high low source year"},
	{"value price import", "FILE=- dry-run"},
	{"value price list", ""},
	{"value price remove", ""},
	{"visit done", "by minutes note"},
	{"visit edit", "daypart every from minutes nobody student theme until weekday what"},
	{"visit end", "on why"},
	{"visit give", "nobody student"},
	{"visit list", "limit resident student week"},
	{"visit move", "daypart to"},
	{"visit plan", "daypart every from minutes nobody resident student theme until weekday what"},
	{"visit skip", "why"},
}

// servedAlways are the flags of every command that may be given with it.
const servedAlways = "help json keep-digits lang no-color"

// wordsOfFiles is, among the flags of a mark, what stands for the words after the command.
const wordsOfFiles = "FILE"

// fine is what a mark says of a flag: that it may be given, and with - alone.
func (m mark) fine(flag string) (given, dash bool) {
	for name := range strings.FieldsSeq(m.flags + " " + servedAlways) {
		if name, dash := strings.CutSuffix(name, "=-"); name == flag {
			return true, dash
		}
	}
	return false, false
}

// pathOf are the words of a command without the name of the program.
func pathOf(cmd *cobra.Command) string {
	_, path, _ := strings.Cut(cmd.CommandPath(), " ")
	return path
}

// mayServe refuses what is not to be given over the network: before anything opens, and before anything that was given is looked at.
// Errors: a misuse.
func mayServe(r *command.Run, cmd *cobra.Command, args []string) error {
	path := pathOf(cmd)
	i := slices.IndexFunc(served, func(m mark) bool { return m.path == path })
	var m mark
	switch {
	case path == "" && cmd.Flags().Changed("version"):
		m.flags = "version"
	case path == "":
		return command.Misuse("cli.served.no-command")
	case i >= 0:
		m = served[i]
	case cmd.Annotations[command.OnlyHolds] != "":
		return nil // it only says which commands it holds
	default:
		return command.Misuse("cli.served.command", "command", path)
	}
	if r.Only != "" && path != r.Only {
		return command.Misuse("cli.served.only", "command", r.Only)
	}
	var err error
	cmd.Flags().Visit(func(f *pflag.Flag) {
		given, dash := m.fine(f.Name)
		switch {
		case err != nil:
		case !given:
			err = command.Misuse("cli.served.flag", "flag", "--"+f.Name)
		case dash && f.Value.String() != "-":
			err = command.Misuse("cli.served.output", "flag", "--"+f.Name)
		}
	})
	if _, dash := m.fine(wordsOfFiles); err == nil && dash && slices.ContainsFunc(args, func(a string) bool { return a != "-" }) {
		err = command.Misuse("cli.served.input")
	}
	return err
}
