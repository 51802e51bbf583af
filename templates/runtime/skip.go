package runtime

// skip passes over the value at p and checks its syntax.
func (s *scanner) skip(p int) int {
	switch s.text[p] {
	case '"':
		return s.skipText(p)
	case '{':
		if s.text[p+1] == '}' && s.depth < s.limits.Depth {
			return p + 2
		}
		return s.skipObject(p)
	case '[':
		return s.skipArray(p)
	case 't':
		return s.literal(p, "true")
	case 'f':
		return s.literal(p, "false")
	case 'n':
		return s.literal(p, "null")
	}
	return s.number(p)
}

func (s *scanner) literal(p int, word string) int {
	if s.text[p:p+len(word)] != word {
		return s.fail(p, "a value is wanted")
	}
	return p + len(word)
}

func (s *scanner) skipArray(p int) int {
	p, more := s.open(p, ']')
	if more {
		return s.skipRest(p)
	}
	return p
}

// skipRest passes over the elements of an array from p on, and its end.
func (s *scanner) skipRest(p int) int {
	text := s.text
	for more := true; more; {
		if p = s.skip(p); p < 0 {
			return p
		}
		switch c := text[p]; { // what next does, for compact text
		case c == ',' && text[p+1] > ' ':
			p++
		case c == ']':
			s.depth--
			return p + 1
		default:
			p, more = s.next(p, ']')
		}
	}
	return p
}

//go:noinline
func (s *scanner) failMembers(p int) int {
	return s.fail(p, "an object has more members than the limit")
}

func (s *scanner) skipObject(p int) int {
	seen := s.newNames()
	p, more := s.open(p, '}')
	for more {
		at := p
		var name string
		if name, p = s.name(p); p < 0 {
			return p
		}
		if !s.addName(&seen, name, at) {
			return -1
		}
		if p = s.skip(p); p < 0 {
			return p
		}
		p, more = s.next(p, '}')
	}
	s.dropNames(&seen)
	return p
}
