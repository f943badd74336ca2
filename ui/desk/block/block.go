// Package block is the list of text blocks that lies over a form: one is chosen and stands in the field, filled from the request that
// the form is about. From the same list they are made, altered and taken away.
package block

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"leerbalie/model"
	"leerbalie/model/block"
	"leerbalie/model/desk"
	"leerbalie/model/journal"
	"leerbalie/ui/desk/wording"
	"leerbalie/ui/dialog"
	"leerbalie/ui/keys"
	"leerbalie/ui/text"
	"leerbalie/ui/widget"
	"leerbalie/ui/widget/cell"
)

// Blocks puts text blocks into forms.
type Blocks struct {
	Host *dialog.Host
	*wording.Wording
}

// DraftKind begins the keys of drafts of text blocks.
const DraftKind = "block"

// Resume goes on with a block that was left half typed: a new one, or the one with an id.
func (b *Blocks) Resume(id string) tea.Cmd {
	return dialog.Look(b.Host, func(ctx context.Context, session *model.Session) ([]block.Block, error) {
		return block.ReadBlocks(ctx, session)
	},
		func(blocks []block.Block) tea.Cmd {
			it, _ := blockOf(blocks, id) // one that is gone is begun anew, so that its words are not lost
			return b.form(it)
		})
}

// found is what the list has to know.
type found struct {
	blocks []block.Block
	with   block.Filling
}

// What can be chosen beside a block.
const (
	toAdd    = "new"
	toAlter  = "alter"
	toRemove = "remove"
)

// Insert lists the blocks over the form that is open, which is about a request; zero for one that is yet to be made.
func (b *Blocks) Insert(about journal.ID) tea.Cmd {
	env := b.Host.Env
	return dialog.Look(b.Host, func(ctx context.Context, session *model.Session) (found, error) {
		f := found{with: block.Filling{block.PlaceMe: session.Me().Name, block.PlaceSite: env.Site.Name, block.PlaceToday: text.Day(env.Local(env.Now()))}}
		if r, err := desk.ReadRequest(ctx, session, about); err == nil { // a form about something else fills no more than this
			f.with[block.PlaceNumber], f.with[block.PlaceQuestion] = r.Number, r.Summary
			if f.with[block.PlaceResident], err = desk.ReadResidentName(ctx, session, r.Resident); err != nil {
				return f, err
			}
		}
		var err error
		f.blocks, err = block.ReadBlocks(ctx, session)
		return f, err
	}, func(f found) tea.Cmd { return b.pick(f) })
}

func (b *Blocks) pick(f found) tea.Cmd {
	w := b.Env.Words
	d := &dialog.Choice{Back: b.Host.Open(), Picker: b.list(w.Say("block.title"), f.blocks)}
	d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: toAdd, Label: w.Say("block.new")})
	if mine := b.kept(f.blocks); len(mine) > 0 {
		d.Picker.Choices = append(d.Picker.Choices, widget.Choice{ID: toAlter, Label: w.Say("block.alter")}, widget.Choice{ID: toRemove, Label: w.Say("block.remove")})
	}
	d.Choose = func(id string) tea.Cmd {
		switch id {
		case toAdd:
			return b.form(block.Block{})
		case toAlter:
			return b.among(w.Say("block.alter"), f.blocks, b.form)
		case toRemove:
			return b.among(w.Say("block.remove"), f.blocks, b.remove)
		}
		if it, ok := blockOf(f.blocks, id); ok {
			return b.Host.Inserted(block.Fill(it.Text, f.with))
		}
		return nil
	}
	return b.Host.Show(d)
}

// list makes a list of blocks: the title, the beginning of the text, and whose it is.
func (b *Blocks) list(title string, blocks []block.Block) widget.Picker {
	w := b.Env.Words
	p := widget.Picker{Title: title, Empty: w.Say("block.none"), Hint: w.Say("pick.hint")}
	for _, it := range blocks {
		whose := "block.of-site"
		if !it.Owner.IsZero() {
			whose = "block.own"
		}
		said := cell.Safe(it.Title, 30) + " · " + cell.Short(cell.Safe(strings.Join(strings.Fields(it.Text), " "), 200), 44)
		p.Choices = append(p.Choices, widget.Choice{ID: it.ID.String(), Label: said, Right: w.Say(whose), Also: it.Text})
	}
	return p
}

func blockOf(blocks []block.Block, id string) (block.Block, bool) {
	for _, it := range blocks {
		if it.ID.String() == id {
			return it, true
		}
	}
	return block.Block{}, false
}

// kept are the blocks that who sits here may alter.
func (b *Blocks) kept(blocks []block.Block) (out []block.Block) {
	for _, it := range blocks {
		if it.MayKeep(b.Env.User) {
			out = append(out, it)
		}
	}
	return out
}

// among asks which block something is to be done with.
func (b *Blocks) among(title string, blocks []block.Block, then func(block.Block) tea.Cmd) tea.Cmd {
	d := &dialog.Choice{Back: b.Host.Open(), Picker: b.list(title, b.kept(blocks))}
	d.Choose = func(id string) tea.Cmd {
		if it, ok := blockOf(blocks, id); ok {
			return then(it)
		}
		return nil
	}
	return b.Host.Show(d)
}

// form asks the title and the text of a block; a new one is one's own, or everybody's for who may.
func (b *Blocks) form(it block.Block) tea.Cmd {
	w := b.Env.Words
	title, places := w.Say("block.alter"), strings.Fields(w.Say("block.words"))
	for i := range places {
		places[i] = "{" + places[i] + "}"
	}
	entries := []widget.Entry{
		widget.TextEntry("title", w.Say("field.block-title"), it.Title, 1),
		widget.TextEntry("text", w.Say("field.block-text"), it.Text, 6).Hinted(w.Say("block.hint", "places", strings.Join(places, " "))),
	}
	if it.ID.IsZero() {
		title = w.Say("block.new")
		if (block.Block{}).MayKeep(b.Env.User) {
			entries = append(entries, widget.ChoiceEntry("whose", w.Say("field.block-whose"), "own",
				[]widget.Option{{ID: "own", Label: w.Say("block.own")}, {ID: "site", Label: w.Say("block.of-site")}}))
		}
	}
	key := DraftKind + "/new"
	if !it.ID.IsZero() {
		key = DraftKind + "/" + it.ID.String()
	}
	d := &dialog.Sheet{Key: key, Width: 100, Back: b.Host.Open(), Hint: w.Say("form.foot", "save", b.Env.Keys.Label(keys.Save)), Form: widget.Form{Title: title, Entries: entries}}
	d.Submit = func(f *widget.Form) tea.Cmd {
		if it.ID.IsZero() {
			return b.Host.Do(nil, block.AddBlock{Title: f.Text("title"), Text: f.Text("text"), Own: f.Text("whose") != "site"})
		}
		it.Title, it.Text = f.Text("title"), f.Text("text")
		return b.Host.Do(nil, block.EditBlock{Block: it})
	}
	return b.Host.Fill(d)
}

// remove takes a block away, after a question.
func (b *Blocks) remove(it block.Block) tea.Cmd {
	w, name := b.Env.Words, cell.Safe(it.Title, 40)
	return b.Host.Ask(w.Say("block.remove"), []string{w.Say("block.remove.ask", "name", name)}, w.Say("view.remove.yes"), func() tea.Cmd {
		// what is half typed below the question stays: nothing of it was sent
		return dialog.Look(b.Host, func(ctx context.Context, session *model.Session) (model.Receipt, error) {
			return session.Do(ctx, block.ArchiveBlock{ID: it.ID})
		}, b.Host.Say)
	})
}
