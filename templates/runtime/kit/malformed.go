package kit

import (
	"bytes"
	"strings"

	hooks "github.com/webhookgen/webhookgen/templates/runtime"
)

// MalformedCase is a body that is not JSON, or JSON that readers differ on.
type MalformedCase struct {
	Case
	// Syntax is what must be found. Its Offset is that of Body: WithSecret with
	// a secret of another length moves it.
	Syntax hooks.SyntaxError
}

// Malformed returns bodies whose syntax is broken at one place each: at every
// name, value, comma, colon and bracket of a delivery of each action; at some
// of them, others for each action, where there are very many actions.
func Malformed() []MalformedCase { return webhooks.malformed() }

func (f *form) malformed() []MalformedCase {
	var out []MalformedCase
	stride := 1
	if all := f.all(); len(all) >= manyActions {
		stride = 4 * len(all)
	}
	for i, a := range f.all() {
		m := malformer{form: f, action: a, text: string(textOf(f.plain(a)))}
		if i == 0 {
			m.whole()
		}
		for j, t := range tokensOf(m.text) {
			if (i+j)%stride == 0 {
				m.token(t)
			}
		}
		out = append(out, m.out...)
	}
	return out
}

// What a scanner says is wrong.
const (
	endsEarly    = "the input ends too early"
	wantsName    = "a member's name is wanted"
	wantsColon   = "a colon is wanted"
	wantsValue   = "a value is wanted"
	wantsComma   = "a comma or closing bracket is wanted"
	wantsNothing = "something follows the value"
	wantsDigit   = "a digit is wanted"
	wantsHex     = `four hexadecimal digits are wanted after \u`
	nameTwice    = "a member's name occurs twice"
)

// malformer breaks one place of a text after the other.
type malformer struct {
	form   *form
	action *action
	text   string
	out    []MalformedCase
}

// add notes a broken text.
func (m *malformer) add(what, text string, offset int, problem string) {
	c := m.form.caseOf(m.action, what, []byte(text))
	m.out = append(m.out, MalformedCase{Case: c, Syntax: hooks.SyntaxError{Offset: offset, Problem: problem}})
}

// put notes the text with other in place of what stands between two offsets.
// What is wrong is at bytes behind from.
func (m *malformer) put(what string, from, to int, other string, at int, problem string) {
	m.add(what, m.text[:from]+other+m.text[to:], from+at, problem)
}

// whole breaks what concerns the text as a whole.
func (m *malformer) whole() {
	end := len(m.text)
	m.add("nothing", "", 0, endsEarly)
	m.add("white space", " \t\r\n", 4, endsEarly)
	for _, more := range []string{"x", ",", "}", "{}", "\x00", "\ufeff", m.text} {
		m.put("more behind it", end, end, more, 0, wantsNothing)
		m.put("more on the next line", end, end, "\n"+more, 1, wantsNothing)
	}
	m.put("a byte order mark", 0, 0, "\ufeff", 0, "a byte order mark")
	for _, before := range []string{")]}',\n", "callback(", "\xff\xfe", "\x1f\x8b"} {
		m.put("something before it", 0, 0, before, 0, wantsValue)
	}
	wide := string(bytes.Join(bytes.Split([]byte(m.text), nil), []byte{0}))
	m.add("UTF-16, low byte first", wide+"\x00", 1, wantsName)
	m.add("UTF-16, high byte first", "\x00"+wide, 0, wantsValue)
}

// token breaks one token of the text.
func (m *malformer) token(t token) {
	m.cut(t)
	for _, other := range []string{"/**/", "//\n", "#", "\u00a0", "\v", "\x00", ";"} {
		m.put("something that is no white space", t.from, t.from, other, 0, t.wanted)
	}
	switch t.kind {
	case '"':
		m.quoted(t)
	case ':':
		m.put("no colon", t.from, t.to, " ", 1, wantsColon)
		m.put("two colons", t.from, t.from, ":", 1, wantsValue)
	case ',':
		m.put("no comma", t.from, t.to, " ", 1, wantsComma)
		m.put("two commas", t.from, t.from, ",", 1, t.next)
	case '}', ']':
		m.closing(t)
	}
	if t.value {
		m.scalar(t)
	}
}

// cut ends the text before a token, and inside of it.
func (m *malformer) cut(t token) {
	m.put("cut off", t.from, len(m.text), "", 0, endsEarly)
	for at := t.from + 1; at < t.to; at++ {
		switch {
		case strings.IndexByte("tfn", t.kind) >= 0: // such a word is there or is not
			m.add("cut off in a word", m.text[:at], t.from, wantsValue)
		case t.kind != '"' || at == t.from+1 || at == t.to-1: // and not in an escape
			m.add("cut off inside", m.text[:at], at, endsEarly)
		}
	}
}

// closing breaks the end of an object or array.
func (m *malformer) closing(t token) {
	m.put("another bracket", t.from, t.to, map[byte]string{'}': "]", ']': "}"}[t.kind], 0, t.wanted)
	if t.wanted != wantsComma {
		return // it is empty
	}
	m.put("a comma before the end", t.from, t.from, ",", 1, t.next)
	if name, value := t.member[0], t.member[1]; name != "" {
		m.put("a member twice", t.from, t.from, ","+name+":"+value, 1, nameTwice)
		m.put("a member twice, once escaped", t.from, t.from, ","+escaped(name)+":"+value, 1, nameTwice)
		m.put("a member twice, once null", t.from, t.from, ","+name+":null", 1, nameTwice)
	}
}
