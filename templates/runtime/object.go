package runtime

import "math/bits"

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

// object fills v from the object at p. For compact text it does itself what
// open, name and next do for any: deliveries are made of members.
func (d *decoder) object(p int, v object, info *objectInfo) int {
	text := d.text
	if text[p] != '{' {
		return d.wrongType(p, "object")
	}
	var seen fieldSet
	unknown := d.newNames()
	more := text[p+1] == '"' && d.depth < d.limits.Depth
	if more {
		d.depth++
		p++
	} else if p, more = d.open(p, '}'); more && text[p] != '"' {
		return d.failName(p)
	}
	for more { // at a quote
		at := p
		e := p + 1
		m := special(load64(text, e))
		for ; m == 0; m = special(load64(text, e)) {
			e += 8
		}
		e += bits.TrailingZeros64(m) >> 3
		var name string
		value := e + 2
		if w := load32(text, e); uint16(w) == '"'|':'<<8 && byte(w>>16) > ' ' {
			name = text[p+1 : e]
		} else if name, value = d.nameSlow(p); value < 0 {
			return value
		}
		var number int
		if !d.collecting {
			number, p = v.field(d, name, value)
		} else {
			number, p = d.collect(v, name, value)
		}
		if p < 0 {
			return p
		}
		if number != noField {
			if !seen.add(number) {
				d.failDuplicate(at)
				return -1
			}
		} else if !d.unknownMember(name, at, &unknown, info) {
			return -1
		}
		c := text[p]
		if c == ',' && text[p+1] == '"' {
			p++
			continue
		}
		if c == '}' {
			d.depth--
			p++
			break
		}
		if p, more = d.next(p, '}'); more && text[p] != '"' {
			return d.failName(p)
		}
	}
	absent := info.required[0] &^ seen[0]
	if len(info.names) > 64 {
		absent |= info.required[1]&^seen[1] | info.required[2]&^seen[2] | info.required[3]&^seen[3]
	}
	if p < 0 || absent == 0 && (info.older == nil || info.renamed(&seen)) && len(d.names) == unknown.base && len(info.names) <= d.limits.Members {
		return p
	}
	return d.endObject(p, absent, &seen, &unknown, info)
}

// collect is v.field in a pass that notes where violations are.
//
//go:noinline
func (d *decoder) collect(v object, name string, p int) (number, after int) {
	d.enterMember(name)
	number, after = v.field(d, name, p)
	if after >= 0 {
		d.leave()
	}
	return number, after
}

// renamed says whether all members that have been renamed are there, under
// their present names alone. It is what complete finds most often.
//
//go:noinline
func (info *objectInfo) renamed(seen *fieldSet) bool {
	for i := range info.older {
		numbers := info.older[i].numbers
		if !seen.has(numbers[0]) {
			return false
		}
		for _, older := range numbers[1:] {
			if seen.has(older) {
				return false
			}
		}
	}
	return true
}

// endObject checks the object that ended at p as a whole: how many members it
// has, and which. absent is not 0 if a required one is missing.
//
//go:noinline
func (d *decoder) endObject(p int, absent uint64, seen *fieldSet, unknown *nameSet, info *objectInfo) int {
	others := len(d.names) - unknown.base
	if others > 0 {
		d.dropNames(unknown)
	}
	if (others > 0 || len(info.names) > d.limits.Members) && seen.count()+others > d.limits.Members {
		return d.failMembers(p)
	}
	if !d.complete(absent, seen, info) {
		return -1
	}
	return p
}

// unknownMember takes a name at position at, which no field takes, and says
// whether to go on.
//
//go:noinline
func (d *decoder) unknownMember(name string, at int, unknown *nameSet, info *objectInfo) bool {
	if !d.addName(unknown, name, at) {
		return false
	}
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

// complete checks which members were there. absent is not 0 if one is missing.
func (d *decoder) complete(absent uint64, seen *fieldSet, info *objectInfo) bool {
	ok := absent == 0
	if !ok && d.collecting {
		d.addMissing(seen, info)
	}
	for i := range info.older {
		there := 0
		for _, number := range info.older[i].numbers {
			there += int(seen[number>>6&3] >> (number & 63) & 1)
		}
		if there != 1 && (there != 0 || info.older[i].required) {
			ok = false
			d.addOneName(there, info, &info.older[i])
		}
	}
	return ok || d.collecting
}

// addMissing notes the members that are required and were not there.
func (d *decoder) addMissing(seen *fieldSet, info *objectInfo) {
	for i := range info.required {
		for absent := info.required[i] &^ seen[i]; absent != 0; absent &= absent - 1 {
			d.add(Violation{Rule: RuleRequired, Member: info.names[i<<6+bits.TrailingZeros64(absent)]})
		}
	}
}

// addOneName notes that a renamed member was not there under one of its names.
func (d *decoder) addOneName(there int, info *objectInfo, m *olderNames) {
	if !d.collecting {
		return
	}
	rule := RuleOneName
	if there == 0 {
		rule = RuleRequired
	}
	d.add(Violation{Rule: rule, Member: info.names[m.numbers[0]]})
}

// add adds number. It is false if the set has it already.
func (s *fieldSet) add(number int) bool {
	word, bit := &s[number>>6&3], uint64(1)<<(number&63)
	if *word&bit != 0 {
		return false
	}
	*word |= bit
	return true
}

func (s *fieldSet) has(number int) bool { return s[number>>6]>>(number&63)&1 != 0 }

func (s *fieldSet) count() int {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}
