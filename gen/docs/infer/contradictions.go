package infer

import (
	"cmp"
	"slices"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/page"
	"github.com/webhookgen/webhookgen/gen/docs/sample"
	"github.com/webhookgen/webhookgen/spec"
)

// contradictions looks for what the page says twice and differently.
func (r *reader) contradictions() {
	r.indexAgainstSections()
	heads := r.tableHeads()
	for _, s := range r.list {
		r.names(s)
		r.captions(s)
		r.sampleIssues(s)
		r.secondTable(s, heads)
	}
	r.pushColumn()
	r.sameFields()
	r.oddNames()
	r.sound()
}

func (r *reader) indexAgainstSections() {
	if len(r.entries) == 0 {
		return
	}
	indexed := map[string]bool{}
	for _, e := range r.entries {
		indexed[e.name] = true
		if r.byName[e.name] == nil {
			r.warn(nil, "index-without-section", "index", e.span, "the index names %q, which has no section", clip(e.name)).Meaning = true
		}
	}
	var order []string
	for _, s := range r.list {
		if !indexed[s.name] {
			r.warn(s, "index-incomplete", "index", s.heading.Span, "the index lacks the action %q", clip(s.name))
			continue
		}
		order = append(order, s.name)
	}
	at := 0
	for _, e := range r.entries {
		if r.byName[e.name] == nil {
			continue
		}
		if at < len(order) && order[at] != e.name {
			r.warn(nil, "index-order", "index", r.entries[0].span, "the index has another order than the sections, from %q on", clip(e.name))
			return
		}
		at++
	}
}

// names compares the heading with the row that names the action and with the
// action that whole deliveries name.
func (r *reader) names(s *section) {
	if s.cell != nil && s.cell.Text() != s.name {
		f := r.warn(s, "action-cell", "action", s.cell.Span, "the table names the action %q, the heading %q", clip(s.cell.Text()), clip(s.name))
		f.Help, f.Meaning = "the name in the heading is taken", true
	}
	if r.says.Envelope == nil {
		return
	}
	for _, sh := range s.samples {
		if !sh.whole {
			continue
		}
		if m := sh.value.Member(r.says.Envelope.Action); m.Value.Text != s.name {
			f := r.warn(s, "sample-action", "action", sh.at(m.Value.Offset, len(m.Value.Text)+2), "the sample names the action %q, the heading %q", clip(m.Value.Text), clip(s.name))
			f.Help, f.Meaning = "the name in the heading is taken", true
		}
	}
}

// captions looks for captions of samples that name another action.
func (r *reader) captions(s *section) {
	for _, b := range s.blocks {
		for _, in := range b.Caption {
			if strings.Contains(in.Text(), s.name) {
				r.says.Sound = append(r.says.Sound, Sound{s.name, "wrong-caption"})
			}
			for _, word := range strings.FieldsFunc(in.Text(), func(c rune) bool { return strings.ContainsRune(" \t'\"{}<>=`", c) }) {
				if other := r.byName[word]; other != nil && other != s && !strings.Contains(in.Text(), s.name) {
					r.warn(s, "wrong-caption", "sample", in.Span, "the caption of the sample names %q", clip(word))
					break
				}
			}
		}
	}
}

var meanings = map[string]string{
	sample.Commented:      "a comment follows a value",
	sample.Placeholder:    "a comment stands for an object",
	sample.ListHolder:     "a comment stands for the items of a list",
	sample.Ellipsis:       "an ellipsis stands for further members",
	sample.TrailingComma:  "a comma trails",
	sample.MissingComma:   "a comma is missing",
	sample.UnmatchedBrace: "this brace closes nothing",
	sample.UnclosedBrace:  "a brace is not closed before this",
	sample.OddToken:       "this is no JSON",
	sample.TooDeep:        "this is nested too deep and left out",
	sample.DuplicateName:  "this member is there twice; the first is taken",
}

// sampleIssues reports what keeps the samples from being JSON. What stands in
// the envelope is reported once for the whole page.
func (r *reader) sampleIssues(s *section) {
	for _, sh := range s.samples {
		payload := r.payloadOf(sh)
		end := payloadEnd(sh, r.says.Envelope)
		for _, issue := range sh.issues {
			field := issueIn(payload, issue.Offset)
			if sh.whole && (issue.Offset < payload.Offset || end >= 0 && issue.Offset >= end) {
				if issue.Code == sample.Commented || issue.Code == sample.Placeholder || issue.Code == sample.ListHolder {
					continue
				}
				field = ""
			}
			r.warn(s, issue.Code, field, sh.at(issue.Offset, issue.Width), "%s", meanings[issue.Code])
		}
	}
}

// payloadEnd is the offset of the member after the payload, -1 if it is last.
func payloadEnd(sh *shown, env *Envelope) int {
	if !sh.whole {
		return -1
	}
	for i, m := range sh.value.Members {
		if m.Name == env.Payload && i+1 < len(sh.value.Members) {
			return sh.value.Members[i+1].Offset
		}
	}
	return -1
}

// tableHeads returns the header that most tables of fields have.
func (r *reader) tableHeads() string {
	votes := map[string]int{}
	total := 0
	for _, s := range r.list {
		for _, b := range s.tables {
			votes[head(b)]++
			total++
		}
	}
	if best := most(votes); votes[best]*2 > total && total > 2 {
		return best
	}
	return ""
}

func head(b *page.Block) string {
	var cells []string
	for _, cell := range b.Rows[0] {
		cells = append(cells, cell.Text())
	}
	return strings.Join(cells, "|")
}

func (r *reader) secondTable(s *section, usual string) {
	for i, b := range s.tables {
		if i > 0 && sameRows(s.tables[0], b) {
			f := r.warn(s, "second-table", "payload table", b.Span, "the section has two tables about the same fields")
			f.Help, f.Meaning = "one of them may belong to another section", true
		}
		if usual != "" && head(b) != usual {
			r.warn(s, "odd-column", "payload table", b.Span, "the columns of this table are not those of the others")
		}
	}
}

func sameRows(a, b *page.Block) bool {
	return len(a.Rows) == len(b.Rows) && len(a.Rows) > 1 && slices.EqualFunc(a.Rows[1:], b.Rows[1:], func(x, y page.Row) bool {
		return len(x) > 0 && len(y) > 0 && x[0].Text() == y[0].Text()
	})
}

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

// spot is a field of an action.
type spot struct {
	section *section
	path    string
	shape   *Shape
	at      spec.Span
}

// each calls visit for all fields below a shape.
func each(s *section, prefix string, shape *Shape, visit func(spot)) {
	for shape != nil && (shape.Kind == List || shape.Kind == Map) {
		shape = shape.Elem
	}
	if shape == nil {
		return
	}
	for _, f := range shape.Fields {
		path := f.Name
		if prefix != "" {
			path = prefix + "." + f.Name
		}
		visit(spot{s, path, f.Shape, f.Span})
		each(s, path, f.Shape, visit)
	}
}

// sameFields compares the fields of one name: those whose values have maps
// here and lists there, and values that are wrapped here and bare there.
func (r *reader) sameFields() {
	byName := map[string][]spot{}
	for _, s := range r.list {
		each(s, "", s.action.Payload, func(sp spot) {
			name := sp.path[strings.LastIndexByte(sp.path, '.')+1:]
			byName[name] = append(byName[name], sp)
		})
	}
	var names []string
	for name := range byName {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		r.twoShapes(name, byName[name])
		r.bareValues(byName[name])
	}
}

// leaf says what stands at the ends of an object: its form, apart from names.
func leaf(s *Shape) string {
	if s.Kind != Object {
		return ""
	}
	for _, f := range s.Fields {
		switch f.Shape.Kind {
		case List:
			return "lists"
		case Object:
			return "objects"
		}
	}
	return ""
}

func (r *reader) twoShapes(name string, spots []spot) {
	first := map[string]spot{}
	for _, sp := range spots {
		if form := leaf(sp.shape); form != "" {
			if _, seen := first[form]; !seen {
				first[form] = sp
			}
		}
	}
	lists, objects := first["lists"], first["objects"]
	if lists.section == nil || objects.section == nil {
		return
	}
	// Each action is said to be one of the two, so that a remark on either holds.
	for _, sp := range spots {
		if form := leaf(sp.shape); form != "" {
			f := r.warn(sp.section, "two-shapes", sp.path, inner(sp.shape), "%q holds %s here", clip(name), form)
			other := lists
			if form == "lists" {
				other = objects
			}
			f.Related = []spec.Related{{Span: inner(other.shape), Message: "and the other form here"}}
		}
	}
}

// inner is the place of the first member that leaf looks at.
func inner(s *Shape) spec.Span {
	for _, f := range s.Fields {
		if f.Shape.Kind == Object && len(f.Shape.Fields) > 0 {
			return f.Shape.Fields[0].Span
		}
		if f.Shape.Kind == List || f.Shape.Kind == Object {
			return f.Span
		}
	}
	return s.Span
}

// bareValues reports bare values below a field whose values elsewhere are
// objects with one and the same member.
func (r *reader) bareValues(spots []spot) {
	wrappers := map[string]int{}
	var bare []spot
	for _, sp := range spots {
		if sp.shape.Kind != Object {
			continue
		}
		for _, namespace := range sp.shape.Fields {
			if namespace.Shape.Kind != Object {
				continue
			}
			for _, f := range namespace.Shape.Fields {
				switch f.Shape.Kind {
				case Object:
					if len(f.Shape.Fields) == 1 {
						wrappers[f.Shape.Fields[0].Name]++
					}
				case String, Int, Number, Bool:
					bare = append(bare, spot{sp.section, sp.path + "." + namespace.Name + "." + f.Name, f.Shape, f.Span})
				}
			}
		}
	}
	wrapper := most(wrappers)
	if wrappers[wrapper] < 2 || len(bare) >= wrappers[wrapper] {
		return
	}
	for _, sp := range bare {
		r.warn(sp.section, "bare-value", sp.path, sp.at, "a bare value, where others are objects with the member %q", clip(wrapper))
	}
}

// oddNames reports a member that occurs once, in an object that lacks one that
// its likes have.
func (r *reader) oddNames() {
	byPath := map[string][]spot{}
	for _, s := range r.list {
		each(s, "", s.action.Payload, func(sp spot) {
			if strings.Contains(sp.path, ".") {
				byPath[sp.path] = append(byPath[sp.path], sp)
			}
		})
	}
	var paths []string
	for path := range byPath {
		paths = append(paths, path)
	}
	slices.SortFunc(paths, func(a, b string) int { return cmp.Compare(a, b) })
	for _, path := range paths {
		r.oddName(byPath[path])
	}
}

func (r *reader) oddName(spots []spot) {
	count := map[string]int{}
	for _, sp := range spots {
		for _, name := range memberNames(sp) {
			count[name]++
		}
	}
	for _, sp := range spots {
		if sp.shape.Kind != Object || len(sp.shape.Fields) < 2 {
			continue
		}
		have := memberNames(sp)
		var lacks []string
		for name, n := range count {
			if n >= 3 && !slices.Contains(have, name) {
				lacks = append(lacks, name)
			}
		}
		shared := slices.ContainsFunc(have, func(name string) bool { return count[name] >= 3 })
		for _, f := range sp.shape.Fields {
			if count[f.Name] == 1 && len(lacks) == 1 && shared {
				r.warn(sp.section, "odd-name", sp.path+"."+f.Name, f.Span, "%q stands here alone, where others have %q", clip(f.Name), clip(lacks[0]))
			}
		}
	}
}

// memberNames are the names of the members of an object, or those that a list
// of texts holds.
func memberNames(sp spot) []string {
	var names []string
	for _, f := range sp.shape.Fields {
		names = append(names, f.Name)
	}
	if sp.shape.Kind == List {
		names = append(names, listedNames(sp)...)
	}
	return names
}

// listedNames are the texts of the list at the place of sp in the first sample.
func listedNames(sp spot) []string {
	if len(sp.section.samples) == 0 || sp.section.samples[0].whole {
		return nil
	}
	v := sp.section.samples[0].value
	for _, name := range strings.Split(sp.path, ".") {
		m := v.Member(name)
		if m == nil {
			return nil
		}
		v = m.Value
	}
	var names []string
	for _, item := range v.Items {
		if item.Kind == sample.String {
			names = append(names, item.Text)
		}
	}
	return names
}
