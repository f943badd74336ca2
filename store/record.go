package store

import (
	"slices"
	"time"

	"leerbalie/model"
)

func (c codec) encodeRecord(r *model.Record) ([]byte, error) {
	w := wireRecord{Class: uint8(r.Class), Part: idBytes(r.Part), MinReader: r.MinReader, Erased: r.Erased,
		Stamps: []wireStamp{}, Registers: make([]wireRegister, len(r.Registers))}
	var known []model.Stamp
	place := func(s model.Stamp) int {
		i := slices.Index(known, s)
		if i < 0 {
			i = len(known)
			known = append(known, s)
			w.Stamps = append(w.Stamps, toWireStamp(s))
		}
		return i
	}
	for i, reg := range r.Registers {
		live, unseen := make([]wireVersion, len(reg.Live)), make([]int, len(reg.Unseen))
		for j, v := range reg.Live {
			live[j] = wireVersion{Stamp: place(v.Stamp), Value: toWire(v.Value)}
		}
		for j, s := range reg.Unseen {
			unseen[j] = place(s)
		}
		w.Registers[i] = wireRegister{Field: uint16(reg.Field), Live: live, Unseen: unseen}
	}
	return c.encode(w)
}

func (c codec) decodeRecord(k model.Kind, id model.ID, b []byte) (*model.Record, error) {
	var w wireRecord
	if err := c.decode(b, &w); err != nil {
		return nil, err
	}
	stamps := stampsOf(w.Stamps)
	wrong := false
	stamp := func(i int) (s model.Stamp) {
		if i < 0 || i >= len(stamps) {
			wrong = true
			return s
		}
		return stamps[i]
	}
	r := &model.Record{Kind: k, ID: id, Class: model.Class(w.Class), Part: parseID(w.Part), MinReader: w.MinReader, Erased: w.Erased,
		Registers: make([]model.Register, len(w.Registers))}
	for i, reg := range w.Registers {
		out := model.Register{Field: model.Field(reg.Field), Live: make([]model.Version, len(reg.Live))}
		for j, v := range reg.Live {
			value, err := fromWire(v.Value)
			if err != nil {
				return nil, err
			}
			out.Live[j] = model.Version{Stamp: stamp(v.Stamp), Value: value}
		}
		for _, i := range reg.Unseen {
			out.Unseen = append(out.Unseen, stamp(i))
		}
		r.Registers[i] = out
	}
	if wrong {
		return nil, model.Fail(model.Damaged, "store-value")
	}
	return r, nil
}

func (c codec) encodeItem(it *model.Item) ([]byte, error) {
	w := wireItem{Wall: it.Wall, Kind: uint16(it.Kind), Actor: idBytes(it.Actor), Responsible: idBytes(it.Responsible),
		Erased: it.Erased, Fields: make([]wireField, len(it.Fields))}
	for i, f := range it.Fields {
		w.Fields[i] = wireField{Field: uint16(f.Field), Value: toWire(f.Value)}
	}
	return c.encode(w)
}

func (c codec) decodeItem(s model.Stamp, b []byte) (model.Item, error) {
	var w wireItem
	if err := c.decode(b, &w); err != nil {
		return model.Item{}, err
	}
	it := model.Item{Stamp: s, Wall: w.Wall, Kind: model.ItemKind(w.Kind), Actor: parseID(w.Actor),
		Responsible: parseID(w.Responsible), Erased: w.Erased}
	for _, f := range w.Fields {
		v, err := fromWire(f.Value)
		if err != nil {
			return it, err
		}
		it.Fields = it.Fields.With(model.Field(f.Field), v)
	}
	return it, nil
}

func (c codec) encodeRow(r *model.RequestRow) ([]byte, error) {
	w := wireRow{
		Number: r.Number, Summary: r.Summary, Urgency: string(r.Urgency), Supervision: string(r.Supervision), Status: string(r.Status),
		Channel: r.Channel, Theme: r.Theme, Domain: r.LifeDomain, Language: r.Language, Resident: idBytes(r.Resident),
		Holder: make([][]byte, len(r.Holder)), Created: unixMilli(r.Created), ClosedAt: unixMilli(r.ClosedAt), Outcome: r.Outcome,
		Minutes: r.Minutes, Source: r.Source, Contested: r.Contested, OpenEnds: r.OpenEnds, Archived: r.Archived,
		Linked: idBytes(r.Linked), Due: unixMilli(r.Due),
	}
	for i, h := range r.Holder {
		w.Holder[i] = idBytes(h)
	}
	return c.encode(w)
}

func (c codec) decodeRow(site, id model.ID, b []byte) (model.RequestRow, error) {
	var w wireRow
	if err := c.decode(b, &w); err != nil {
		return model.RequestRow{}, err
	}
	r := model.RequestRow{
		ID: id, Site: site, Number: w.Number, Summary: w.Summary, Urgency: model.Urgency(w.Urgency), Supervision: model.Supervision(w.Supervision),
		Status: model.Status(w.Status), Channel: w.Channel, Theme: w.Theme, LifeDomain: w.Domain, Language: w.Language, Resident: parseID(w.Resident),
		Created: fromMilli(w.Created), ClosedAt: fromMilli(w.ClosedAt), Outcome: w.Outcome, Minutes: w.Minutes, Source: w.Source,
		Contested: w.Contested, OpenEnds: w.OpenEnds, Archived: w.Archived, Linked: parseID(w.Linked), Due: fromMilli(w.Due),
	}
	for _, h := range w.Holder {
		r.Holder = append(r.Holder, parseID(h))
	}
	return r, nil
}

// unixMilli is a moment in milliseconds, 0 for the zero time.
func unixMilli(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func fromMilli(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}
