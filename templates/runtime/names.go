package runtime

import (
	"hash/maphash"
	"slices"
)

// few is the number of names that are compared one by one. More are found in a
// hash table, whose seed no sender knows: linear time whatever the names.
const few = 8

var nameSeed = maphash.MakeSeed()

// nameSet is the names met so far in one object, those of its known fields
// left out. They stand in scanner.names from base on.
type nameSet struct {
	base  int
	slots []uint32 // numbers of the names, from 1 on, by hash; nil while there are few
}

func (s *scanner) newNames() nameSet { return nameSet{base: len(s.names)} }

// addName adds the name at position at. It fails if the set has it already.
func (s *scanner) addName(set *nameSet, name string, at int) bool {
	known := s.names[set.base:]
	if len(known) < few {
		if slices.Contains(known, name) {
			return s.failDuplicate(at)
		}
	} else if !set.insert(known, name) {
		return s.failDuplicate(at)
	}
	s.names = append(s.names, name)
	return true
}

//go:noinline
func (s *scanner) failDuplicate(at int) bool {
	s.fail(at, "a member's name occurs twice")
	return false
}

// dropNames forgets the names of an object that was read to its end.
func (s *scanner) dropNames(set *nameSet) { s.cutNames(set.base) }

// cutNames forgets all names but the first n.
func (s *scanner) cutNames(n int) {
	s.mostNames = max(s.mostNames, len(s.names))
	s.names = s.names[:n]
}

// insert puts the number of name, which comes after known, into the table. It
// is false if the table has the name already.
func (set *nameSet) insert(known []string, name string) bool {
	if 2*len(known) >= len(set.slots) {
		set.slots = make([]uint32, 8*len(known)) // a power of two, since few is one
		for i, other := range known {
			*set.slot(known, other) = uint32(i + 1)
		}
	}
	slot := set.slot(known, name)
	if *slot != 0 {
		return false
	}
	*slot = uint32(len(known) + 1)
	return true
}

// slot returns where the number of name stands, or would stand.
func (set *nameSet) slot(known []string, name string) *uint32 {
	last := uint64(len(set.slots) - 1)
	for i := maphash.String(nameSeed, name); ; i++ {
		slot := &set.slots[i&last]
		if *slot == 0 || known[*slot-1] == name {
			return slot
		}
	}
}

// keptNames is how many names a scanner that is used again keeps room for.
const keptNames = 2048

// clearNames returns empty room for names that holds none of the texts of before.
func (s *scanner) clearNames() []string {
	if cap(s.names) > keptNames {
		return nil
	}
	s.cutNames(0)
	clear(s.names[:s.mostNames])
	return s.names
}
