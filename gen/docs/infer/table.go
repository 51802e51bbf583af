package infer

import (
	"regexp"
	"strings"

	"github.com/webhookgen/webhookgen/gen/docs/page"
	"github.com/webhookgen/webhookgen/spec"
)

// columns says what the columns of a table of fields hold; -1 for none.
type columns struct{ name, required, optional, kind, notes int }

var (
	requiredHead = regexp.MustCompile(`(?i)^(required|mandatory)\b`)
	optionalHead = regexp.MustCompile(`(?i)^optional\b`)
	kindHead     = regexp.MustCompile(`(?i)^(data )?type$`)
	yesNo        = map[string]Stated{"yes": Yes, "no": No, "true": Yes, "false": No, "✓": Yes, "✔": Yes, "✗": No, "✘": No, "x": Yes,
		"-": No, "required": Yes, "optional": No}
)

// tables reads the tables of fields of a section, and the lists of fields.
func (r *reader) tables(s *section) {
	for i, b := range s.blocks {
		if b.Kind == page.Paragraph && b.Item && (i == 0 || !s.blocks[i-1].Item) {
			r.fieldList(s, s.blocks[i:])
		}
		if b.Kind != page.Table || b == s.specifics {
			continue
		}
		c, ok := s.columns(b)
		if !ok {
			continue
		}
		s.tables = append(s.tables, b)
		if s.action.Payload == nil {
			s.action.Payload = &Shape{Kind: Object, Span: b.Span}
		}
		for _, row := range b.Rows {
			if c.name < len(row) {
				r.row(s, row, c, s.blocks[i+1:])
			}
		}
	}
}

// columns finds out what the columns hold. A table is one of fields if the
// cells of a column are names of fields, in code or known from the sample.
func (s *section) columns(b *page.Block) (columns, bool) {
	width := len(b.Rows[0])
	c := columns{-1, -1, -1, -1, -1}
	hits := 0
	for col := range width {
		n := 0
		for _, row := range b.Rows[1:] {
			if col < len(row) && s.fieldCell(row[col]) {
				n++
			}
		}
		if n > hits {
			c.name, hits = col, n
		}
	}
	if hits*2 < len(b.Rows)-1 || hits == 0 {
		return c, false
	}
	for col := range width {
		if col != c.name {
			c.take(b, col)
		}
	}
	return c, true
}

// fieldCell says whether a cell names a field.
func (s *section) fieldCell(in page.Inline) bool {
	codes := in.Codes()
	if len(codes) == 1 && strings.HasPrefix(in.Text(), codes[0].Text) {
		return memberName.MatchString(codes[0].Text) && len(codes[0].Text) <= maxName
	}
	return len(codes) == 0 && deref(s.action.Payload, strings.Split(in.Text(), ".")) != nil
}

// take decides what column col holds.
func (c *columns) take(b *page.Block, col int) {
	head := b.Rows[0][col].Text()
	isYesNo, isKind := true, true
	for _, row := range b.Rows[1:] {
		if col >= len(row) {
			continue
		}
		text := strings.ToLower(row[col].Text())
		isYesNo = isYesNo && yesNo[text] != Unstated
		isKind = isKind && kindOf(text) != nil
	}
	switch {
	case optionalHead.MatchString(head):
		c.optional = col
	case requiredHead.MatchString(head), isYesNo && c.required < 0:
		c.required = col
	case isKind || kindHead.MatchString(head):
		c.kind = col
	default:
		c.notes = col
	}
}

// row reads what a table says of one field.
func (r *reader) row(s *section, row page.Row, c columns, after []*page.Block) {
	cell := row[c.name]
	if !s.fieldCell(cell) {
		return
	}
	name, marker := cell.Text(), ""
	if codes := cell.Codes(); len(codes) == 1 {
		name, marker = codes[0].Text, cell.Plain()
	}
	f := r.field(s, name, cell.Span)
	if f == nil {
		return
	}
	at := func(col int) string {
		if col < 0 || col >= len(row) {
			return ""
		}
		return strings.ToLower(row[col].Text())
	}
	optional := not(yesNo[at(c.required)])
	if c.optional >= 0 {
		optional = yesNo[at(c.optional)]
	}
	r.state(s, f, cell.Span, optional, kindOf(at(c.kind)))
	if c.notes >= 0 && c.notes < len(row) {
		f.note(row[c.notes])
	}
	if marker != "" {
		f.footnote(marker, after)
	}
	if f.Optional == Unstated && marker != "" && optionalWord(strings.Trim(marker, "()[]")) == Yes {
		f.Optional = Yes
	}
}

// state takes in what a table or list states of a field.
func (r *reader) state(s *section, f *Field, at spec.Span, optional Stated, kind *Shape) {
	switch {
	case optional == Unstated:
	case f.Optional == Unstated:
		f.Optional = optional
	case f.Optional != optional:
		r.warn(s, "two-optionalities", f.Name, at, "the description and the sample disagree on whether %q can be missing", clip(f.Name)).Meaning = true
		f.Optional = Yes
	}
	if kind != nil {
		r.typed(s, f, kind, at)
	}
}

// note takes in the notes on a field.
func (f *Field) note(notes page.Inline) {
	f.Notes = prose(notes.Text())
	f.listed(notes)
	if f.Optional == Unstated && hint.MatchString(f.Notes) {
		f.Optional = Hinted
	}
}

// hint is how notes say that a member can be missing.
var hint = regexp.MustCompile(`(?i)^\W*(missing|absent|present|included|returned|sent|only|not present|omitted) (if|when|for|unless|in)\b`)

func not(s Stated) Stated {
	switch s {
	case Yes:
		return No
	case No:
		return Yes
	}
	return s
}

// field returns the field that a table names; one that no sample shows is
// added, and said to be.
func (r *reader) field(s *section, name string, at spec.Span) *Field {
	payload := s.action.Payload
	if f := deref(payload, []string{name}); f != nil {
		return f
	}
	if f := deref(payload, strings.Split(name, ".")); f != nil {
		return f
	}
	for payload != nil && payload.Kind == List {
		if payload = payload.Elem; payload.Field(name) != nil {
			return payload.Field(name)
		}
	}
	if payload == nil || payload.Kind != Object || strings.Contains(name, ".") {
		return nil
	}
	f := &Field{Name: name, Shape: &Shape{Kind: Open, Span: at}, Table: len(s.samples) > 0, Span: at}
	payload.Fields = append(payload.Fields, f)
	if len(s.samples) > 0 {
		r.warn(s, "field-not-in-sample", name, at, "the field %q is described, and the sample lacks it", clip(name))
	}
	return f
}

// typed takes in a type that a table states.
func (r *reader) typed(s *section, f *Field, k *Shape, at spec.Span) {
	switch have := f.Shape; {
	case have.Kind == Open || have.Kind == Null || have.Kind == Int && k.Kind == Number:
		shape := *k
		shape.Span, shape.Nullable = at, have.Nullable || k.Nullable
		f.Shape = &shape
	case k.Nullable && (have.Kind == k.Kind || have.Kind == Int && k.Kind == Number):
		have.Nullable = true
	case have.Kind == k.Kind, have.Kind == Number && k.Kind == Int, k.Kind == Named && (have.Kind == Object || have.Kind == Map):
	default:
		r.warn(s, "two-types", f.Name, at, "the description and the sample disagree on the type of %q", clip(f.Name)).Meaning = true
	}
}

// listed takes the values that the notes list: code spans with nothing but
// commas and the like between them.
func (f *Field) listed(in page.Inline) {
	var run []Value
	lead, between := "", ""
	for _, p := range in.Parts {
		if p.Code {
			if len(run) > 0 && !connects(between) {
				if len(run) > 1 {
					break
				}
				run = nil
			}
			if len(run) == 0 {
				lead += between
			}
			run = append(run, Value{p.Text, p.Span})
			between = ""
			continue
		}
		between += p.Text
	}
	if len(run) < 2 && !(len(run) == 1 && strings.HasSuffix(strings.TrimSpace(lead), ":") && strings.Trim(between, " .") == "") {
		return
	}
	seen := map[string]bool{}
	for _, v := range run {
		if v.Text = strings.Trim(prose(v.Text), `"'`); v.Text != "" && !seen[v.Text] && len(v.Text) <= 200 {
			seen[v.Text] = true
			f.Enum = append(f.Enum, v)
		}
	}
	f.Open = examples.MatchString(lead)
}

var (
	connector = regexp.MustCompile(`(?i)^\s*(\([^)]*\))?\s*[,;/|]*\s*(or|and)?\s*$`)
	examples  = regexp.MustCompile(`(?i)\b(e\.g\.|for example|for instance|such as|like)\b[^.]*$`)
)

func connects(between string) bool { return connector.MatchString(between) }

// footnote looks below the table for the paragraph that a mark after the
// field's name leads to.
func (f *Field) footnote(marker string, after []*page.Block) {
	marker = strings.TrimSpace(marker)
	if optionalWord(marker) != Unstated || len(marker) > 6 {
		return
	}
	for _, b := range after {
		if b.Kind != page.Paragraph {
			return
		}
		if strings.HasPrefix(b.Inline.Text(), marker) {
			f.listed(b.Inline)
			return
		}
	}
}
