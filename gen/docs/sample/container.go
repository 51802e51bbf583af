package sample

import "strings"

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
	note := c.v.Comments[0]
	r.issue(code, token{offset: note.Offset, text: note.Text})
}
