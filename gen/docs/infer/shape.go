package infer

import (
	"math/big"
	"regexp"
	"strings"
	"time"

	"github.com/webhookgen/webhookgen/gen/docs/page"
	"github.com/webhookgen/webhookgen/gen/docs/sample"
	"github.com/webhookgen/webhookgen/spec"
)

// shown is a fence that shows a payload or delivery.
type shown struct {
	block  *page.Block
	value  *sample.Value
	issues []sample.Issue
	whole  bool // it is a delivery: the payload stands in it
}

func (s *shown) at(offset, width int) spec.Span { return s.block.Code.At(offset, width) }

// shape is what a value of a sample is like.
func (s *shown) shape(v *sample.Value) *Shape {
	out := &Shape{Span: s.at(v.Offset, 1)}
	switch v.Kind {
	case sample.Null:
		out.Kind, out.Nullable = Null, true
	case sample.Bool:
		out.Kind = Bool
	case sample.Number:
		out.Kind = numberKind(v.Text)
	case sample.String:
		out.Kind, out.Text, out.Timestamp = String, v.Text, isTime(v.Text)
	case sample.List:
		s.list(out, v)
	case sample.Object:
		s.object(out, v)
	}
	return out
}

// payload is the shape of a whole payload. An ellipsis among its members does
// not make them less certain: most that stand there have slipped out of an
// object whose brace is missing or doubled.
func (s *shown) payload(v *sample.Value) *Shape {
	out := s.shape(v)
	out.Partial = false
	for _, f := range out.Fields {
		f.Part = false
	}
	return out
}

func (s *shown) list(out *Shape, v *sample.Value) {
	out.Kind, out.Partial = List, v.Ellipsis
	var items []*Shape
	for _, item := range v.Items {
		items = append(items, s.shape(item))
	}
	out.Elem = mergeAll(items)
	if len(v.Comments) > 0 && len(v.Items) == 0 {
		out.Name = prose(v.Comments[0].Text)
	}
}

func (s *shown) object(out *Shape, v *sample.Value) {
	out.Kind, out.Partial = Object, v.Ellipsis
	if len(v.Members) == 0 {
		out.Kind = Named
		if len(v.Comments) > 0 {
			out.Name = prose(v.Comments[0].Text)
		}
		return
	}
	if free(v) {
		var values []*Shape
		for _, m := range v.Members {
			values = append(values, s.shape(m.Value))
		}
		out.Kind, out.Elem = Map, mergeAll(values)
		return
	}
	for _, m := range v.Members {
		f := &Field{Name: m.Name, Part: v.Ellipsis, Span: s.at(m.Offset, len(m.Name)+2)}
		f.Shape = s.shape(m.Value)
		s.notes(f, m)
		out.Fields = append(out.Fields, f)
	}
}

// notes takes in the comments about a member.
func (s *shown) notes(f *Field, m *sample.Member) {
	for _, note := range m.Notes {
		switch stated := optionalWord(note.Text); {
		case stated != Unstated:
			f.Optional = stated
		case f.Shape.Kind == Named && f.Shape.Name == "", f.Shape.Kind == List && f.Shape.Elem == nil && f.Shape.Name == "":
			f.Shape.Name = prose(note.Text)
		case f.Notes == "":
			f.Notes = prose(note.Text)
		}
	}
}

var (
	memberName = regexp.MustCompile(`^[A-Za-z_$][A-Za-z0-9_$.-]*$`)
	hash       = regexp.MustCompile(`^[0-9a-fA-F-]{16,}$`)
)

// free says whether the keys of an object are data: none of them is a name.
func free(v *sample.Value) bool {
	for _, m := range v.Members {
		if len(m.Name) <= maxName && memberName.MatchString(m.Name) && !hash.MatchString(m.Name) {
			return false
		}
	}
	return true
}

// numberKind says whether a number is whole.
func numberKind(text string) Kind {
	if len(text) > 40 || strings.ContainsAny(text, "eE") && len(text) > 20 {
		return Number
	}
	r, ok := new(big.Rat).SetString(limitExponent(text))
	if ok && r.IsInt() && r.Num().IsInt64() && !strings.Contains(text, ".") {
		return Int
	}
	return Number
}

// limitExponent makes a number with an exponent one that is not whole: its
// value is not worth the work.
func limitExponent(text string) string {
	if strings.ContainsAny(text, "eE") {
		return "0.5"
	}
	return text
}

func isTime(text string) bool {
	_, err := time.Parse(time.RFC3339Nano, text)
	return err == nil
}

var (
	optionalMark = regexp.MustCompile(`(?i)^\W*(optional|not required|may be missing|can be missing)\b\W*`)
	requiredMark = regexp.MustCompile(`(?i)^\W*(required|mandatory)\W*$`)
)

// optionalWord says what a comment states about a member.
func optionalWord(text string) Stated {
	switch {
	case optionalMark.MatchString(text):
		return Yes
	case requiredMark.MatchString(text):
		return No
	}
	return Unstated
}
