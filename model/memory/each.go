package memory

import (
	"cmp"
	"slices"
	"strconv"

	"leerbalie/model"
	"leerbalie/model/journal"
)

// EachChange visits the changes of the journal and then those that wait.
func (t *tx) EachChange(from string, limit int, visit func(*journal.Change) error) (next string, err error) {
	var all []*journal.Change
	for _, changes := range t.log {
		all = append(all, changes...)
	}
	slices.SortFunc(all, order)
	var waiting []*journal.Change
	for _, c := range t.pending {
		waiting = append(waiting, c)
	}
	slices.SortFunc(waiting, order)
	all = append(all, waiting...)
	begin, _ := strconv.Atoi(from)
	for i, c := range all[begin:] {
		if i == limit {
			return strconv.Itoa(begin + i), nil
		}
		if err := visit(c); err != nil {
			return "", err
		}
	}
	return "", nil
}

func order(a, b *journal.Change) int {
	return cmp.Or(a.Stamp().Compare(b.Stamp()), cmp.Compare(a.Stream.Scope.Class, b.Stream.Scope.Class))
}

// EachDraft visits the drafts of everybody.
func (t *tx) EachDraft(visit func(model.Draft) error) error {
	for k, d := range t.drafts {
		d.Owner, d.Key = k.owner, k.key
		if err := visit(d); err != nil {
			return err
		}
	}
	return nil
}

// EachSetting visits the settings of this machine and of everybody.
func (t *tx) EachSetting(visit func(key, value string) error) error {
	for key, value := range t.setting {
		if err := visit(key, value); err != nil {
			return err
		}
	}
	return nil
}
