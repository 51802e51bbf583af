package infer

// pushColumn reports the actions without a push where nearly all have one.
func (r *reader) pushColumn() {
	var without []*section
	for _, s := range r.list {
		if s.action.HasPush != Yes && s.action.PushAt.Start.Line > 0 {
			without = append(without, s)
		}
	}
	if len(without) == 0 || len(without)*3 > len(r.list) {
		return
	}
	for _, s := range without {
		r.warn(s, "push-column", "push", s.action.PushAt, "the action has no push, and nearly all others have one")
	}
}
