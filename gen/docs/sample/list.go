package sample

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
