package runtime

// maxFields is the largest number of fields and older names of an object.
const maxFields = 256

// object is a value with known members.
type object interface {
	// field reads the value at p of the member name into the field that takes
	// it and returns the field's number, or what other returns.
	field(d *decoder, name string, p int) (number, after int)
}

// fieldSet is a set of field numbers.
type fieldSet [maxFields / 64]uint64

// objectInfo is what the decoder knows of an object beyond its fields.
type objectInfo struct {
	names    []string // of the fields, by number
	required fieldSet
	older    []olderNames
	closed   bool // other members are violations
}

// olderNames is a member that has been renamed: numbers of the fields that
// stand for its names, the present one first.
type olderNames struct {
	numbers  []int
	required bool
}

// noField is the number of a member that no field takes.
const noField = -1

// other passes over the value of a member that no field takes.
//
//go:noinline
func (d *decoder) other(p int) (number, after int) { return noField, d.skip(p) }

// object fills v from the object at p.
func (d *decoder) object(p int, v object, info *objectInfo) int {
	text := d.text
	if text[p] != '{' {
		return d.wrongType(p, "object")
	}
	var seen fieldSet
	unknown := d.newNames()
	p, more := d.open(p, '}')
	for count := 1; more; count++ {
		if count > d.limits.Members {
			return d.failMembers(p)
		}
		at := p
		var name string
		if name, p = d.name(p); p < 0 {
			return p
		}
		if d.collecting {
			d.enterMember(name)
		}
		var number int
		if number, p = v.field(d, name, p); p < 0 {
			return p
		}
		if d.collecting {
			d.leave()
		}
		if number == noField {
			if !d.addName(&unknown, name, at) || !d.unknownMember(info, name) {
				return -1
			}
		} else {
			word, bit := &seen[number>>6&3], uint64(1)<<(number&63)
			if *word&bit != 0 {
				return d.fail(at, "a member's name occurs twice")
			}
			*word |= bit
		}
		if text[p] == ',' && text[p+1] > ' ' {
			p++ // what next does, for compact text
			continue
		}
		p, more = d.next(p, '}')
	}
	d.dropNames(&unknown)
	if p >= 0 && !d.complete(&seen, info) {
		return -1
	}
	return p
}

// unknownMember says whether to go on after a member that no field takes.
func (d *decoder) unknownMember(info *objectInfo, name string) bool {
	if !info.closed {
		if d.drift != nil {
			d.noteDrift(DriftMember, name)
		}
		return true
	}
	if d.collecting {
		d.add(Violation{Rule: RuleUnknown, Member: name})
	}
	return d.collecting
}

// complete checks which members were there.
func (d *decoder) complete(seen *fieldSet, info *objectInfo) bool {
	absent := info.required[0]&^seen[0] | info.required[1]&^seen[1] | info.required[2]&^seen[2] | info.required[3]&^seen[3]
	ok := absent == 0
	if !ok && d.collecting {
		d.addMissing(seen, info)
	}
	for i := range info.older {
		ok = d.oneName(seen, info, &info.older[i]) && ok
	}
	return ok || d.collecting
}

// addMissing notes the members that are required and were not there.
func (d *decoder) addMissing(seen *fieldSet, info *objectInfo) {
	for number, name := range info.names {
		if info.required.has(number) && !seen.has(number) {
			d.add(Violation{Rule: RuleRequired, Member: name})
		}
	}
}

// oneName checks that a renamed member is there under one of its names.
func (d *decoder) oneName(seen *fieldSet, info *objectInfo, m *olderNames) bool {
	there := 0
	for _, number := range m.numbers {
		if seen.has(number) {
			there++
		}
	}
	if there == 1 || there == 0 && !m.required {
		return true
	}
	if d.collecting {
		rule := RuleOneName
		if there == 0 {
			rule = RuleRequired
		}
		d.add(Violation{Rule: rule, Member: info.names[m.numbers[0]]})
	}
	return false
}

func (s *fieldSet) has(number int) bool { return s[number>>6]>>(number&63)&1 != 0 }
