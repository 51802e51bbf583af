package runtime

import "slices"

// few is the number of names that are compared one by one. A larger set is
// kept in a map, whose seed no sender knows: linear time whatever the names.
const few = 8

// nameSet is the names met so far in one object, those of its known fields
// left out. The first few stand in scanner.names from base on.
type nameSet struct {
	base int
	many map[string]struct{}
}

func (s *scanner) newNames() nameSet { return nameSet{base: len(s.names)} }

// addName adds the name at position at. It fails if the set has it already.
func (s *scanner) addName(set *nameSet, name string, at int) bool {
	known := s.names[set.base:]
	size := max(len(known), len(set.many))
	if set.many == nil && size == few {
		set.many = make(map[string]struct{}, 4*few)
		for _, other := range known {
			set.many[other] = struct{}{}
		}
	}
	if set.many != nil {
		set.many[name] = struct{}{}
		return len(set.many) > size || s.failDuplicate(at)
	}
	if slices.Contains(known, name) {
		return s.failDuplicate(at)
	}
	s.names = append(s.names, name)
	return true
}

func (s *scanner) failDuplicate(at int) bool {
	s.fail(at, "a member's name occurs twice")
	return false
}

// dropNames forgets the names of an object that was read to its end.
func (s *scanner) dropNames(set *nameSet) { s.names = s.names[:set.base] }
