package keys

// What keys do everywhere.
const (
	Help    ID = "help"
	Palette ID = "palette"
	Quit    ID = "quit"
	Redraw  ID = "redraw"
	Aside   ID = "aside"
	Back    ID = "back"
	Choose  ID = "choose"

	Switch    ID = "switch"
	Lock      ID = "lock"
	Wipe      ID = "wipe"
	SeeRescue ID = "see-rescue"
	Settings  ID = "settings"
	Files     ID = "files"
	Clock     ID = "clock"
	Conflicts ID = "conflicts"
	MyDay     ID = "my-day"
	Editor    ID = "editor"
	Block     ID = "block"

	Up       ID = "up"
	Down     ID = "down"
	PageUp   ID = "page-up"
	PageDown ID = "page-down"
	First    ID = "first"
	Last     ID = "last"

	NextField ID = "next-field"
	PrevField ID = "prev-field"
	Save      ID = "save"
	Cancel    ID = "cancel"
	Accept    ID = "accept"
	Option    ID = "option"
	Send      ID = "send"
	Tick      ID = "tick"
)

// Everywhere gives the keys of lists and of text fields, and the one that leaves. Those of the frame are actions of the
// root.
func Everywhere() []Key {
	return []Key{
		{Back, Global, []string{"esc"}, "key.back"},
		{Aside, Global, []string{"f2", "'"}, "key.aside"},

		{Choose, Move, []string{"enter"}, "key.choose"},
		{Up, Move, []string{"up", "k"}, "key.up"},
		{Down, Move, []string{"down", "j"}, "key.down"},
		{PageUp, Move, []string{"pgup", "ctrl+b"}, "key.page-up"},
		{PageDown, Move, []string{"pgdown", "ctrl+f"}, "key.page-down"},
		{First, Move, []string{"home"}, "key.first"},
		{Last, Move, []string{"end"}, "key.last"},

		{Accept, Field, []string{"enter"}, "key.accept"},
		{NextField, Field, []string{"tab", "down"}, "key.next-field"},
		{PrevField, Field, []string{"shift+tab", "up"}, "key.prev-field"},
		{Save, Field, []string{"ctrl+s"}, "key.save"},
		{Editor, Field, []string{"ctrl+o"}, "key.editor"},
		{Block, Field, []string{"ctrl+t"}, "key.block"},
		{Option, Field, []string{" ", "left", "right"}, "key.option"},
		{Send, OneLine, []string{"enter"}, "key.send"},
		{Tick, OneLine, []string{"tab"}, "key.tick"},
		{Cancel, Field, []string{"esc"}, "key.cancel"},
	}
}
