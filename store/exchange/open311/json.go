package open311

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"leerbalie/model/fault"
)

// jsonRecords finds the list of requests: the array itself, the first array of objects within an object around it, or an
// object that is a single request.
func jsonRecords(in io.Reader, budget *budget) (func(*written) (int, error), error) {
	dec := json.NewDecoder(in)
	row, open := 0, false
	inside, err := enter(dec)
	if err != nil {
		return nil, err
	}
	if inside == nil {
		open = true
	}
	return func(w *written) (int, error) {
		if inside != nil { // a single request, read already
			row++
			if row > 1 {
				return row, io.EOF
			}
			return row, decode(inside, w)
		}
		if !open {
			return row, io.EOF
		}
		row++
		budget.renew()
		if !dec.More() {
			open = false
			if _, err := dec.Token(); err != nil {
				return row, broken(row, err)
			}
			return row, io.EOF
		}
		err := dec.Decode(w)
		if err == nil {
			return row, nil
		}
		return row, judge(row, err)
	}, nil
}

// judge tells an error of one record from one of the file.
func judge(row int, err error) error {
	var wrongType *json.UnmarshalTypeError
	var wrong *fault.Error
	switch {
	case errors.As(err, &wrongType):
		return fmt.Errorf("%w: %w", errRecord, fault.New(fault.Invalid, "open311.field", "field", wrongType.Field, "text", wrongType.Value))
	case errors.As(err, &wrong) && wrong.Msg == "open311.type":
		return fmt.Errorf("%w: %w", errRecord, wrong)
	}
	return broken(row, err)
}

func decode(raw json.RawMessage, w *written) error {
	if err := json.Unmarshal(raw, w); err != nil {
		return judge(1, err)
	}
	return nil
}

// enter goes into the list of requests. It gives the request itself where the file holds just one.
func enter(dec *json.Decoder) (json.RawMessage, error) {
	token, err := dec.Token()
	if err != nil {
		return nil, broken(1, err)
	}
	if token == json.Delim('[') {
		return nil, nil
	}
	if token != json.Delim('{') {
		return nil, fault.New(fault.Invalid, "open311.form")
	}
	single := map[string]json.RawMessage{}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, broken(1, err)
		}
		name, _ := key.(string)
		if name == "service_requests" || name == "requests" || name == "request" || name == "data" || name == "results" {
			return enter(dec)
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return nil, broken(1, err)
		}
		single[name] = value
	}
	if _, ok := single["service_request_id"]; !ok {
		return nil, fault.New(fault.Invalid, "open311.form")
	}
	return json.Marshal(single)
}
