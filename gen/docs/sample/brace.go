package sample

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
