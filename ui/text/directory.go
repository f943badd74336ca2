package text

import "leerbalie/model/directory"

// DirectoryOpen says whether something is open now; "" where that is not known.
func (w Words) DirectoryOpen(o directory.Open) string {
	switch o {
	case directory.OpenYes:
		return w.Say("directory.now.open")
	case directory.OpenNo:
		return w.Say("directory.now.closed")
	}
	return ""
}
