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
	slots []uint64 // hashes and numbers of the names, by hash; nil while there are few
}

func (s *scanner) newNames() nameSet { return nameSet{base: len(s.names)} }

// addName adds the name at position at. It fails if the set has it already, or
// as many as an object may have.
func (s *scanner) addName(set *nameSet, name string, at int) bool {
	known := s.names[set.base:]
	switch {
	case len(known) >= s.limits.Members:
		return s.failMembers(at) >= 0
	case len(known) >= few:
		if !set.insert(known, name) {
			return s.failDuplicate(at)
		}
	case slices.Contains(known, name):
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

// insert puts name, which comes after known, into the table. It is false if the
// table has it already. A slot holds 32 bits of the hash above the number of the
// name, from 1 on.
func (set *nameSet) insert(known []string, name string) bool {
	if 4*len(known) >= 3*len(set.slots) {
		set.grow(known)
	}
	hash := maphash.String(nameSeed, name) >> 32
	last := uint64(len(set.slots) - 1)
	for i := hash; ; i++ {
		switch slot := set.slots[i&last]; {
		case slot == 0:
			set.slots[i&last] = hash<<32 | uint64(len(known)+1)
			return true
		case slot>>32 == hash && known[uint32(slot)-1] == name:
			return false
		}
	}
}

// manySlots is the size up to which a table grows to four times its size: the
// work of growing is a third then, and the room is small.
const manySlots = 2048

// grow makes the table larger, or makes it.
func (set *nameSet) grow(known []string) {
	old := set.slots
	larger := max(4*len(old), 4*few)
	if larger > manySlots {
		larger = max(2*len(old), manySlots)
	}
	set.slots = make([]uint64, larger)
	if old == nil {
		for i := range known {
			set.insert(known[:i], known[i])
		}
		return
	}
	last := uint64(len(set.slots) - 1)
	for _, slot := range old {
		if slot != 0 {
			i := slot >> 32
			for set.slots[i&last] != 0 {
				i++
			}
			set.slots[i&last] = slot
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
