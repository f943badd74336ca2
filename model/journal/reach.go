package journal

// Reader is what the rule of a kind looks at.
type Reader interface {
	Record(Kind, ID) (*Record, error)
	Items(Kind, ID) ([]Item, error)
	Each(Kind, func(*Record) error) error
}

// Writer is in whose hand a change was written on another replica.
type Writer struct {
	Person ID
	Table  bool // the table of classes lets this person write where the change is
	Held   bool // the stream is one that this person's replica might hold, now or before
}

// Reach tells whether somebody may write a change. It has to let through whatever the program itself lets that person write.
type Reach func(Reader, Writer, *Change) (bool, error)
