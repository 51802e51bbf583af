package infer

import (
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	text, _ := os.ReadFile(os.Getenv("PAGE"))
	s, ds := Page(text)
	for _, d := range ds {
		t.Log(d.Span.Start.Line, d.Span.Start.Column, d.Severity, d.Code, d.Message)
	}
	if s == nil {
		return
	}
	t.Logf("%d actions %d samples %d json env=%+v", len(s.Actions), s.Samples, s.JSON, s.Envelope)
	for _, a := range s.Actions {
		t.Log(a.Name, "|", a.Group, "|", a.Indexed, a.Push, a.HasPush)
		dump(t, "  ", a.Payload)
	}
	if s.Envelope != nil {
		for _, f := range s.Envelope.Fields {
			t.Log("ENV", f.Name, f.Optional, f.Some)
			dump(t, "   ", f.Shape)
		}
	}
}

func dump(t *testing.T, in string, s *Shape) {
	if s == nil {
		return
	}
	for _, f := range s.Fields {
		t.Log(in, f.Name, "kind", f.Shape.Kind, f.Shape.Name, f.Shape.Partial, "opt", f.Optional, f.Some, "enum", f.Enum, f.Table)
		dump(t, in+"  ", f.Shape)
	}
	if s.Elem != nil {
		t.Log(in, "elem", s.Elem.Kind)
		dump(t, in+"  ", s.Elem)
	}
}
