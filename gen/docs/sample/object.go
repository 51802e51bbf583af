package sample

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
