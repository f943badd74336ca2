package search

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"testing"

	"leerbalie/store/disk"
)

// TestStrictAboutWhatASearchNeeds: the places where groups of words begin, by which a search finds its way, have to be right.
func TestStrictAboutWhatASearchNeeds(t *testing.T) {
	var docs []Doc
	for i := range 60 {
		docs = append(docs, Doc{ID: ID{15: byte(i + 1)}, Words: []string{fmt.Sprintf("woord%03d", i)}})
	}
	for what, harm := range map[string]func(groups []byte){
		"whole":              func([]byte) {},
		"of another form":    nil,
		"a group lies later": func(groups []byte) { groups[7]++ },
		"a group lies first": func(groups []byte) { binary.BigEndian.PutUint32(groups[4:], 0) },
		"two groups change places": func(groups []byte) {
			a, b := binary.BigEndian.Uint32(groups[4:]), binary.BigEndian.Uint32(groups[8:])
			binary.BigEndian.PutUint32(groups[4:], b)
			binary.BigEndian.PutUint32(groups[8:], a)
		},
	} {
		db := open(t)
		err := db.Update(func(tx *disk.Tx) error {
			b, err := tx.CreateBucketIfNotExists([]byte("strict"))
			if err != nil {
				return err
			}
			if err := Index(b, []byte("p"), docs); err != nil {
				return err
			}
			key, value := b.Cursor().First()
			value = append([]byte{}, value...)
			if harm == nil {
				value[1]++
			} else {
				harm(value[headerSize+len(docs)*idSize:])
			}
			if err := b.Put(append([]byte{}, key...), value); err != nil {
				return err
			}
			_, err = Sum(context.Background(), b, []byte("p"), func(ID) bool { return false })
			return err
		})
		if want := what != "whole"; errors.Is(err, ErrDamaged) != want {
			t.Errorf("%s: %v", what, err)
		}
	}
}
