package runtime

import (
	"encoding/json"
	"math/bits"
)

// member returns the position of the value of the member want in the object at
// p, or -1 if it has none or breaks off. Nothing is checked on the way but
// what is needed to find it: the object is read afterwards.
func (d *decoder) member(p int, want string) int {
	text := d.text
	q := p + 1
	for ; text[q] == '"'; q++ { // most often behind a few short members
		end := q + 1
		m := special(load64(text, end))
		for ; m == 0; m = special(load64(text, end)) { // plainEnd, without a call
			end += 8
		}
		end += bits.TrailingZeros64(m) >> 3
		if uint16(load32(text, end)) != '"'|':'<<8 {
			break
		}
		value := end + 2
		if text[q+1:end] == want && text[value] > ' ' {
			return value
		}
		if q = digits(text, value); text[value] == '"' {
			if end = plainEnd(text, value+1); text[end] != '"' {
				break
			}
			q = end + 1
		}
		if text[q] != ',' {
			break
		}
	}
	if text[q] == '}' {
		return -1
	}
	return d.memberSlow(p, want)
}

func (d *decoder) memberSlow(p int, want string) int {
	depth, names := d.depth, len(d.names)
	at := d.findMember(p, want)
	if at < 0 {
		d.problem, d.offset = "", 0
	}
	d.cutNames(names)
	d.depth = depth
	return at
}

func (d *decoder) findMember(p int, want string) int {
	p, more := d.open(p, '}')
	for more {
		var name string
		if name, p = d.name(p); p < 0 {
			return p
		}
		if name == want {
			return p
		}
		if p = d.skip(p); p < 0 {
			return p
		}
		p, more = d.next(p, '}')
	}
	return -1
}

// variant reads the string that tells the kind of the object at p, which
// stands in member. If there is none, ok is false and after is behind the
// object, with the violation noted.
func (d *decoder) variant(p int, member string) (value string, after int, ok bool) {
	if d.text[p] != '{' {
		return "", d.wrongType(p, "object"), false
	}
	at := d.member(p, member)
	if at >= 0 && d.text[at] == '"' {
		value, at = d.string(at)
		return value, at, at >= 0
	}
	switch {
	case !d.collecting:
		return "", d.skipIfBroken(p), false
	case d.silent:
		return "", d.unlisted(p), false
	case at < 0:
		return "", d.violateObject(p, Violation{Rule: RuleRequired, Member: member}), false
	}
	after = d.skip(p)
	if after >= 0 {
		d.enterMember(member)
		d.add(Violation{Rule: RuleType, Want: "string", Got: d.kind(at).String()})
		d.leave()
	}
	return "", after, false
}

// skipIfBroken ends the first pass: with a syntax error if there is one in the
// object at p.
func (d *decoder) skipIfBroken(p int) int {
	d.skip(p)
	return -1
}

// violateObject notes a violation by the object at p itself.
func (d *decoder) violateObject(p int, v Violation) int {
	after := d.skip(p)
	if after >= 0 {
		d.add(v)
	}
	return after
}

// wrongVariant notes that the string in member of the object at p is none of
// those that a closed union knows.
func (d *decoder) wrongVariant(p int, member, want string) int {
	if !d.collecting || d.silent {
		return d.unlisted(p)
	}
	after := d.skip(p)
	if after >= 0 {
		d.enterMember(member)
		d.add(Violation{Rule: RuleEnum, Want: want, Got: kindString.String()})
		d.leave()
	}
	return after
}

// unknownVariant reads the object at p, which the string in member tells to be
// of a kind that is none of known.
func (d *decoder) unknownVariant(p int, member string, known ...string) (kind string, raw json.RawMessage, after int) {
	kind, after, ok := d.variant(p, member)
	switch {
	case !ok:
	case among(kind, known):
		after = d.wrongVariant(p, member, "none of "+quoteAll(known))
	default:
		raw, after = d.raw(p)
	}
	return kind, raw, after
}

// isWrapped says whether the value at p is the wrapped shape, as an object
// that has member. always is set where every object is.
func (d *decoder) isWrapped(p int, member string, always bool) bool {
	return d.text[p] == '{' && (always || d.member(p, member) >= 0)
}
