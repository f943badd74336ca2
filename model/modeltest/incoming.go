package modeltest

import (
	"leerbalie/model"
	"leerbalie/model/desk"
	"leerbalie/model/incoming"
)

// imported brings a file in, and takes back what nobody built on.
func (e *everything) imported() {
	if e.err != nil {
		return
	}
	e.err = e.bringIn()
}

func (e *everything) bringIn() error {
	run, err := incoming.Begin(e.ctx, e.session, incoming.Source{File: "2026.csv", Print: incoming.Print{1}})
	if err != nil {
		return err
	}
	rows := [][]model.Action{{desk.AddRequest{Request: desk.Request{Summary: "Uit een bestand", Source: "R-1"}}}, {desk.AddRequest{Request: desk.Request{Summary: "Nog een", Source: "R-2"}}}}
	if _, err := run.Try(e.ctx, rows, false); err != nil {
		return err
	}
	if err := run.End(e.ctx, incoming.Ended{Read: 3, Refused: 1}); err != nil {
		return err
	}
	_, err = incoming.Undo(e.ctx, e.session, run.ID(), incoming.Options{})
	return err
}
