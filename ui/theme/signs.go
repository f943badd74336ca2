package theme

// Signs that stand beside a word or a colour. All are one cell wide in the fonts of common terminals; none is an emoji.
const (
	CursorSign  = "▌"
	MineSign    = "●"
	FreeSign    = "○"
	SavedSign   = "●"
	BusySign    = "◌"
	ClashSign   = "≠"
	DoneSign    = "✓"
	ParkedSign  = "‖"
	WarnSign    = "!"
	DraftSign   = "✎"
	MoreSign    = "›"
	UpSign      = "▲"
	DownSign    = "▼"
	BarFull     = "█"
	BarEmpty    = "░"
	Dot         = "·"
	Dash        = "–"
	RuleSign    = "─"
	SplitSign   = "│"
	JointDown   = "┬"
	JointUp     = "┴"
	NowSign     = "!!"
	TodaySign   = "!"
	RoutineSign = " "
)
