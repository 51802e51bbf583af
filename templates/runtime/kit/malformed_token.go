package kit

import "strings"

// token is a name, a scalar, a comma, a colon or a bracket of a JSON text.
type token struct {
	from, to int
	kind     byte      // its first byte
	value    bool      // it is a scalar
	depth    int       // arrays and objects around it
	wanted   string    // what is missed if something else stands in its place
	next     string    // the same of what follows, for commas and closing brackets
	member   [2]string // name and value of the first member in the object that it closes
}

// tokenizer goes through a compact JSON text that is known to be valid.
type tokenizer struct {
	text string
	out  []token
	open []int // tokens that open what is open
}

func tokensOf(text string) []token {
	t := tokenizer{text: text}
	for p := 0; p < len(text); {
		p = t.token(p)
	}
	return t.out
}

// token notes the token at p and returns the offset behind it.
func (t *tokenizer) token(p int) int {
	next := token{from: p, to: p + 1, kind: t.text[p], depth: len(t.open), wanted: t.wanted()}
	switch next.kind {
	case '{', '[':
		t.open = append(t.open, len(t.out))
	case '}', ']':
		t.closing(&next)
	case ',':
		next.next = t.element()
	case ':':
	default:
		next.to = t.scalarEnd(p)
		next.value = next.wanted == wantsValue
	}
	t.out = append(t.out, next)
	return next.to
}

// closing completes a token that closes what was opened last.
func (t *tokenizer) closing(next *token) {
	next.next = t.element()
	start := t.open[len(t.open)-1]
	t.open = t.open[:len(t.open)-1]
	next.depth--
	if next.kind == '}' && start+1 < len(t.out) {
		next.member = t.firstMember(start + 1)
	}
}

// firstMember returns the texts of the member whose name is a token.
func (t *tokenizer) firstMember(at int) [2]string {
	name, end := t.out[at], t.out[len(t.out)-1].to
	for _, later := range t.out[at:] {
		if later.kind == ',' && later.depth == name.depth {
			end = later.from
			break
		}
	}
	return [2]string{t.text[name.from:name.to], t.text[name.to+1 : end]}
}

// wanted returns what is missed if the next token is something else.
func (t *tokenizer) wanted() string {
	if len(t.out) == 0 {
		return wantsValue
	}
	switch last := t.out[len(t.out)-1]; {
	case last.kind == '{' || last.kind == '[':
		return t.element()
	case last.kind == ',':
		return last.next
	case last.kind == ':':
		return wantsValue
	case last.wanted == wantsName && last.kind == '"':
		return wantsColon
	}
	return wantsComma
}

// element returns what is missed where an element should be.
func (t *tokenizer) element() string {
	if t.out[t.open[len(t.open)-1]].kind == '{' {
		return wantsName
	}
	return wantsValue
}

// scalarEnd returns the offset behind the scalar at p.
func (t *tokenizer) scalarEnd(p int) int {
	if t.text[p] != '"' {
		return p + strings.IndexAny(t.text[p:], ",]}")
	}
	for p++; t.text[p] != '"'; p++ {
		if t.text[p] == '\\' {
			p++
		}
	}
	return p + 1
}
