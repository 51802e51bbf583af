package sample

import (
	"encoding/json"
	"regexp"
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

// maxIssues is how many issues of a sample are reported; who repairs that many
// finds the rest.
const maxIssues = 200

func (r *reader) issue(code string, t token) {
	if len(r.issues) >= maxIssues {
		return
	}
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
