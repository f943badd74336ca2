package attachment_test

import (
	"bytes"
	"strings"
	"testing"

	"leerbalie/model"
	"leerbalie/model/attachment"
	"leerbalie/model/desk"
	"leerbalie/model/erasure"
	"leerbalie/model/journal"
	"leerbalie/model/learning"
	"leerbalie/model/learning/competence"
	"leerbalie/model/learning/observing"
)

func file(name string, b []byte) attachment.File {
	return attachment.File{Name: name, Path: "/home/noor/" + name, Size: int64(len(b)), Hash: attachment.HashOf(b), Bytes: b}
}

// bytesOf are the bytes of the last file with a piece, as somebody is given them.
func (h *house) bytesOf(s *model.Session, student, piece journal.ID) ([]byte, string) {
	e := h.read(s, student, piece)
	if len(e.Attached) == 0 {
		return nil, "none"
	}
	_, b, err := attachment.Read(h.t.Context(), s, student, piece, e.Attached[len(e.Attached)-1].Stamp)
	return b, codeOf(err)
}

// held counts the bytes of files in the journal.
func (h *house) held() (n int) {
	for _, c := range h.stores[0].Journal() {
		if c.Item == attachment.ItemBytes && c.Kind == attachment.KindAttachment {
			for _, w := range c.Writes {
				for _, v := range w.Value.List() {
					n += len(v.Raw())
				}
			}
		}
	}
	return n
}

// TestBytesComeBackAsTheyWere, of any size up to a megabyte, and one byte more is refused; who may read the piece gets them, a fellow does not.
func TestBytesComeBackAsTheyWere(t *testing.T) {
	h := open(t, 1)
	for _, size := range []int{1, journal.MaxText/2 - 1, journal.MaxText / 2, journal.MaxText, attachment.MaxKept} {
		b := bytes.Repeat([]byte{0, 255, 7}, size/3+1)[:size]
		h.do(h.as(0, h.noor), attachment.Attach{Student: h.noor, Evidence: h.piece, File: file("f", b), Keep: true})
		for _, who := range []journal.ID{h.noor, h.theo, h.esra, h.sam} {
			if got, err := h.bytesOf(h.as(0, who), h.noor, h.piece); !bytes.Equal(got, b) {
				t.Errorf("%d bytes for %s: %d, %s", size, h.as(0, who).Me().Name, len(got), err)
			}
		}
	}
	if e := h.read(h.as(0, h.bo), h.noor, h.piece); len(e.Attached) != 0 {
		t.Errorf("a fellow sees the files: %+v", e.Attached)
	}
	large := bytes.Repeat([]byte{0}, attachment.MaxKept+1)
	if got := h.code(h.as(0, h.noor), attachment.Attach{Student: h.noor, Evidence: h.piece, File: file("g", large), Keep: true}); got != "file-large" {
		t.Error(got)
	}
	f := file("g", large)
	f.Bytes = nil
	h.do(h.as(0, h.noor), attachment.Attach{Student: h.noor, Evidence: h.piece, File: f})
	if _, err := h.bytesOf(h.as(0, h.noor), h.noor, h.piece); err != "attachment-elsewhere" {
		t.Error(err)
	}
	before := len(h.stores[0].Journal())
	h.do(h.as(0, h.noor), attachment.Attach{Student: h.noor, Evidence: h.piece, File: f})
	if len(h.stores[0].Journal()) != before {
		t.Error("the same file was put there twice")
	}
}

// TestWhatAFileMayNotBe: empty, another one than was looked at, or a text in which somebody is named; and it is not everybody's to put there.
func TestWhatAFileMayNotBe(t *testing.T) {
	h := open(t, 1)
	h.do(h.as(0, h.sam), desk.AddResident{Resident: desk.Resident{Name: "Willemijn Achterberg"}})
	altered := file("f", []byte("een"))
	altered.Bytes = []byte("twe")
	long := strings.Repeat("rustig gelezen\n", journal.MaxText/10)
	for want, f := range map[string]attachment.File{"file-empty": file("f", nil), "file-altered": altered, "text-personal": file("f", []byte("Mevrouw Achterberg was boos")),
		"bsn": file("f", []byte(long+"nummer 111222333"))} {
		if got := h.code(h.as(0, h.noor), attachment.Attach{Student: h.noor, Evidence: h.piece, File: f, Keep: true}); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	for _, who := range []journal.ID{h.bo, h.kim, h.tine, h.sam} {
		if got := h.code(h.as(0, who), attachment.Attach{Student: h.noor, Evidence: h.piece, File: file("f", []byte("x")), Keep: true}); got != "dossier-closed" {
			t.Errorf("%s: %s", h.as(0, who).Me().Name, got)
		}
	}
	h.do(h.as(0, h.noor), attachment.Attach{Student: h.noor, Evidence: h.piece, File: file("f", []byte("x")), Keep: true})
	if got := h.code(h.as(0, h.theo), attachment.Detach{Student: h.noor, Evidence: h.piece, Attached: h.read(h.as(0, h.theo), h.noor, h.piece).Attached[0].Stamp}); got != "attachment-not-own" {
		t.Error(got)
	}
}

// TestAPairKeepsOneCopy of the same bytes; an erasure of one leaves the other what she handed in, and takes name, place, hash and bytes of the one.
func TestAPairKeepsOneCopy(t *testing.T) {
	h := open(t, 1)
	b := []byte("wat wij samen schreven")
	h.do(h.as(0, h.noor), attachment.Attach{Student: h.noor, Evidence: h.piece, File: file("samen.txt", b), Keep: true})
	h.do(h.as(0, h.bo), attachment.Attach{Student: h.bo, Evidence: h.bos, File: file("ook.txt", b), Keep: true})
	if h.held() != len(b) {
		t.Fatalf("%d bytes are kept of %d", h.held(), len(b))
	}
	if got, err := h.bytesOf(h.as(0, h.bo), h.bo, h.bos); !bytes.Equal(got, b) {
		t.Fatalf("%q %s", got, err)
	}
	h.do(h.as(0, h.sam), erasure.Propose{Student: h.noor})
	h.do(h.as(0, h.lia), erasure.Confirm{Student: h.noor})
	if got, err := h.bytesOf(h.as(0, h.bo), h.bo, h.bos); !bytes.Equal(got, b) {
		t.Errorf("the fellow's file went too: %q %s", got, err)
	}
	for _, c := range h.stores[0].Journal() {
		if c.Kind == attachment.KindAttachment && c.Entity == attachment.ID(h.noor, h.group, attachment.HashOf(b)) && c.Item == attachment.ItemBytes && !c.Erased {
			t.Error("the bytes of who was erased are still there")
		}
		for _, w := range c.Writes {
			if w.Value.Text() == "samen.txt" {
				t.Error("the name is still there")
			}
		}
	}
	for _, a := range h.read(h.as(0, h.sam), h.noor, h.piece).Attached {
		if a.Hash+a.Path+a.Name != "" {
			t.Errorf("%+v", a)
		}
	}
}

// TestBytesThatArriveLate of who was erased elsewhere leave nothing behind.
func TestBytesThatArriveLate(t *testing.T) {
	h := open(t, 2)
	h.do(h.as(0, h.sam), erasure.Propose{Student: h.noor})
	h.do(h.as(0, h.lia), erasure.Confirm{Student: h.noor})
	h.do(h.as(1, h.noor), attachment.Attach{Student: h.noor, Evidence: h.piece, File: file("laat.txt", []byte("te laat")), Keep: true})
	h.meet()
	for i := range h.stores {
		for _, c := range h.stores[i].Journal() {
			if c.Item == attachment.ItemBytes && c.Kind == attachment.KindAttachment && !c.Erased {
				t.Errorf("replica %d keeps them", i)
			}
		}
	}
}

// TestOneObservationForSeveral gives each a piece with the judgement, none with a fellow's name; all of it or nothing, and one undo takes it back.
func TestOneObservationForSeveral(t *testing.T) {
	h := open(t, 1)
	f := competence.BuiltinFrameworks()[0]
	leaves := f.Tree().Leaves(f.Tree().Columns()[0])
	of := func(level int, who ...journal.ID) (out []observing.About) {
		for _, s := range who {
			out = append(out, observing.About{Student: s, Framework: f.ID, Given: []learning.Given{{Node: leaves[0], Level: level}}})
		}
		return out
	}
	theo := h.as(0, h.theo)
	before := len(h.stores[0].Journal())
	for want, a := range map[string]observing.Observe{
		"observed-name":  {Of: of(1, h.noor, h.bo), Text: "Noor vat goed samen"},
		"observed-twice": {Of: of(1, h.noor, h.noor), Text: "Vat samen"},
		"level-unknown":  {Of: append(of(1, h.noor), of(99, h.bo)...), Text: "Vat samen"},
		"missing":        {Of: of(1, h.noor), Text: " "},
		"no-student":     {Of: of(1, h.noor, h.esra), Text: "Vat samen"},
	} {
		if got := h.code(theo, a); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	for _, who := range []journal.ID{h.bo, h.tine, h.sam} {
		if got := h.code(h.as(0, who), observing.Observe{Of: of(1, h.noor, h.kim), Text: "Vat samen"}); got != "not-to-judge" {
			t.Errorf("%s: %s", h.as(0, who).Me().Name, got)
		}
	}
	if len(h.stores[0].Journal()) != before {
		t.Fatal("what was refused wrote something")
	}
	h.do(theo, observing.Observe{Of: append(of(2, h.noor, h.kim), of(1, h.bo)...), Text: "Vat goed samen"})
	made := h.last.Created
	for i, who := range []journal.ID{h.noor, h.kim, h.bo} {
		e := h.read(theo, who, made[i])
		if e.Kind != learning.EvidenceObservation || e.Title != "Vat goed samen" || len(e.With) != 0 || len(e.Assessments) != 1 || e.Assessments[0].Given[0].Level != []int{2, 2, 1}[i] ||
			e.Assessments[0].As != learning.AssessorSchool || len(e.Nodes) != 1 {
			t.Errorf("%+v", e)
		}
	}
	if _, err := theo.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	for i, who := range []journal.ID{h.noor, h.kim, h.bo} {
		if _, err := learning.ReadPiece(t.Context(), theo, who, made[i]); codeOf(err) != "evidence-unknown" {
			t.Errorf("%v", err)
		}
	}
}
