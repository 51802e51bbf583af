package sample

import (
	"encoding/json"
	"regexp"
	"strings"
)

// maxDepth is the deepest nesting that is read; what lies deeper is left out.
const maxDepth = 64

// Read reads the sample that a text begins with. The value is Absent if the
// text holds none. It never fails: what does not fit is an Issue.
func Read(text string) (*Value, []Issue) {
	r := &reader{tokens: scan(text)}
	lead := r.comments()
	v := r.value(0)
	v.Comments = append(v.Comments, lead...)
	r.tail()
	return v, r.issues
}

// IsJSON says whether a text is JSON as it stands.
func IsJSON(text string) bool { return json.Valid([]byte(text)) }

type reader struct {
	tokens []token
	at     int
	issues []Issue
	open   []byte // the braces that are open
}

func (r *reader) peek() token { return r.tokens[r.at] }

func (r *reader) next() token {
	t := r.tokens[r.at]
	if t.kind != endToken {
		r.at++
	}
	return t
}

func (r *reader) issue(code string, t token) {
	r.issues = append(r.issues, Issue{Code: code, Offset: t.offset, Width: max(1, len(t.text))})
}

// comments takes the comments that come next.
func (r *reader) comments() []Comment {
	var out []Comment
	for r.peek().kind == commentToken {
		t := r.next()
		out = append(out, Comment{t.text, t.offset})
	}
	return out
}

// tail reports braces that are left over.
func (r *reader) tail() {
	for {
		switch t := r.next(); t.kind {
		case endToken:
			return
		case closeToken:
			r.issue(UnmatchedBrace, t)
		case dotsToken:
			r.issue(Ellipsis, t)
		}
	}
}

func (r *reader) value(depth int) *Value {
	t := r.next()
	v := &Value{Offset: t.offset}
	switch t.kind {
	case openToken:
		if depth >= maxDepth {
			r.issue(TooDeep, t)
			r.skip()
			return v
		}
		r.open = append(r.open, t.text[0])
		if t.text == "{" {
			v.Kind = Object
			r.object(v, depth)
		} else {
			v.Kind = List
			r.list(v, depth)
		}
		r.open = r.open[:len(r.open)-1]
		return v
	case stringToken:
		v.Kind, v.Text = String, t.text
	case wordToken:
		v.Kind, v.Text = wordKind(t.text), t.text
		if v.Kind == String {
			r.issue(OddToken, t)
		}
	case dotsToken:
		r.issue(Ellipsis, t)
	default:
		if t.kind != endToken {
			r.at--
		}
	}
	return v
}

// skip goes past the end of the container that has just been opened.
func (r *reader) skip() {
	for open := 1; open > 0; {
		switch t := r.next(); t.kind {
		case endToken:
			return
		case openToken:
			open++
		case closeToken:
			open--
		}
	}
}

var number = regexp.MustCompile(`^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$`)

func wordKind(word string) Kind {
	switch {
	case word == "null" || word == "undefined":
		return Null
	case word == "true" || word == "false":
		return Bool
	case number.MatchString(word):
		return Number
	}
	return String
}

// closes handles a closing brace inside a container that c opened. It says
// whether the container ends here.
func (r *reader) closes(c byte) bool {
	t := r.peek()
	if matches(c, t.text[0]) {
		r.at++
		return true
	}
	// The brace is of another kind. If what lies right around waits for it, this
	// container was never closed; if not, nothing has opened it.
	if n := len(r.open); n > 1 && matches(r.open[n-2], t.text[0]) && !r.closesNext(c) {
		r.issue(UnclosedBrace, t)
		return true
	}
	r.at++
	r.issue(UnmatchedBrace, t)
	return false
}

// closesNext says whether the container that c opened goes on after the brace
// that comes next: there are members, and its own brace, ahead.
func (r *reader) closesNext(c byte) bool {
	depth := 0
	for i := r.at + 1; i < len(r.tokens) && i < r.at+400; i++ {
		switch t := r.tokens[i]; t.kind {
		case openToken:
			depth++
		case closeToken:
			if depth == 0 {
				return matches(c, t.text[0]) && r.goesOn(c)
			}
			depth--
		}
	}
	return false
}

// goesOn says whether a member, or an item, follows the brace.
func (r *reader) goesOn(c byte) bool {
	i := r.at + 1
	for i < len(r.tokens) && (r.tokens[i].kind == commaToken || r.tokens[i].kind == commentToken) {
		i++
	}
	if c == '{' {
		return i+1 < len(r.tokens) && r.tokens[i].kind == stringToken && r.tokens[i+1].kind == colonToken
	}
	return i < len(r.tokens) && r.tokens[i].kind == openToken
}

func matches(open, end byte) bool { return open == '{' && end == '}' || open == '[' && end == ']' }

// container keeps what the loops over members and items have in common.
type container struct {
	v       *Value
	pending []Comment // on lines of their own, before the next member
	comma   *token    // that came last
	count   int
}

// common handles a token that can stand anywhere between the braces. It says
// whether it did, and whether the container ends.
func (r *reader) common(c *container, open byte) (handled, ends bool) {
	t := r.peek()
	switch t.kind {
	case endToken:
		r.issue(UnclosedBrace, t)
		return true, true
	case commaToken:
		r.at++
		c.comma = &t
	case commentToken:
		r.at++
		r.comment(c, t)
	case dotsToken:
		r.at++
		c.v.Ellipsis = true
		r.issue(Ellipsis, t)
		c.comma = nil
	case closeToken:
		if c.comma != nil && c.count > 0 && matches(open, t.text[0]) {
			r.issue(TrailingComma, *c.comma)
		}
		return true, r.closes(open)
	default:
		return false, false
	}
	return true, false
}

// comment puts a comment where it belongs.
func (r *reader) comment(c *container, t token) {
	note := Comment{t.text, t.offset}
	switch {
	case isDots(t.text):
		c.v.Ellipsis = true
		r.issue(Ellipsis, t)
	case !t.first && len(c.v.Members) > 0:
		m := c.v.Members[len(c.v.Members)-1]
		m.Notes = append(m.Notes, note)
		r.issue(Commented, t)
	default:
		c.pending = append(c.pending, note)
	}
}

func isDots(text string) bool {
	text = strings.Trim(text, " ,;")
	return text != "" && strings.Trim(text, ".…") == "" && (len(text) >= 2)
}

// finish puts the comments that no member took where they belong.
func (r *reader) finish(c *container) {
	c.v.Comments = append(c.v.Comments, c.pending...)
	if c.count > 0 || len(c.v.Comments) == 0 || c.v.Ellipsis && len(c.v.Comments) == 0 {
		return
	}
	code := Placeholder
	if c.v.Kind == List {
		code = ListHolder
	}
	for _, note := range c.v.Comments {
		r.issues = append(r.issues, Issue{Code: code, Offset: note.Offset, Width: len(note.Text)})
		break
	}
}

// object reads members up to the closing brace.
func (r *reader) object(v *Value, depth int) {
	c := &container{v: v}
	seen := map[string]bool{}
	for {
		if handled, ends := r.common(c, '{'); ends {
			r.finish(c)
			return
		} else if handled {
			continue
		}
		t := r.peek()
		if t.kind == openToken && len(r.open) > 1 && r.open[len(r.open)-2] == '[' && t.text == "{" && c.count > 0 {
			// An item begins where a member should: this one was never closed.
			r.issue(UnclosedBrace, t)
			r.finish(c)
			return
		}
		r.at++
		if t.kind != stringToken && t.kind != wordToken || r.peek().kind != colonToken {
			r.issue(OddToken, t)
			if t.kind == openToken {
				r.skip()
			}
			continue
		}
		if c.count > 0 && c.comma == nil {
			r.issue(MissingComma, t)
		}
		r.member(c, t, depth, seen)
	}
}

func (r *reader) member(c *container, name token, depth int, seen map[string]bool) {
	r.at++ // the colon
	if name.kind == wordToken {
		r.issue(OddToken, name)
	}
	m := &Member{Name: name.text, Offset: name.offset, Notes: c.pending}
	c.pending = nil
	m.Notes = append(m.Notes, r.comments()...)
	// A comment after the brace, on the line of the name, is about the member.
	if r.peek().kind == openToken && r.at+1 < len(r.tokens) {
		if t := r.tokens[r.at+1]; t.kind == commentToken && !t.first {
			m.Notes = append(m.Notes, Comment{t.text, t.offset})
			r.issue(Commented, t)
			r.tokens[r.at+1] = r.tokens[r.at]
			r.at++
		}
	}
	m.Value = r.value(depth + 1)
	c.comma = nil
	c.count++
	if seen[m.Name] {
		r.issue(DuplicateName, name)
		return
	}
	seen[m.Name] = true
	c.v.Members = append(c.v.Members, m)
}

// list reads items up to the closing bracket.
func (r *reader) list(v *Value, depth int) {
	c := &container{v: v}
	for {
		if handled, ends := r.common(c, '['); ends {
			r.finish(c)
			return
		} else if handled {
			continue
		}
		t := r.peek()
		if t.kind == colonToken || t.kind == oddToken {
			r.at++
			r.issue(OddToken, t)
			continue
		}
		// A member where an item should be: the list was never closed.
		if t.kind == stringToken && r.tokens[min(r.at+1, len(r.tokens)-1)].kind == colonToken {
			r.issue(UnclosedBrace, t)
			r.finish(c)
			return
		}
		if c.count > 0 && c.comma == nil {
			r.issue(MissingComma, t)
		}
		item := r.value(depth + 1)
		if item.Kind != Absent {
			v.Items = append(v.Items, item)
			c.count++
		}
		c.comma = nil
	}
}
