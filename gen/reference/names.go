package reference

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/webhookgen/webhookgen/spec"
)

// typeName words a type, with links to declared ones.
func typeName(t spec.Type) markdown {
	switch t := t.(type) {
	case *spec.Scalar:
		return markdown(t.Kind)
	case *spec.Text:
		return "string" + characters(t)
	case *spec.Int:
		return "int" + inParentheses(span(t.Min, t.Max))
	case *spec.Number:
		return "number" + inParentheses(span(t.Min, t.Max))
	case *spec.Const:
		return "constant " + constant(t)
	case *spec.List:
		return "list of " + lengths(t) + typeName(t.Elem)
	case *spec.Map:
		return "map of " + typeName(t.Elem)
	case *spec.Nullable:
		return "(" + typeName(t.Elem) + " or null)"
	case *spec.Ref:
		return declName(t.Decl)
	}
	return markdown(fmt.Sprintf("unknown (%T)", t))
}

func declName(d *spec.TypeDecl) markdown { return link(code(d.Name), typeAnchor(d.Name)) }

// span words two bounds, either of which may be missing.
func span[T int | int64 | float64](low, high *T) string {
	switch {
	case low != nil && high != nil:
		return fmt.Sprintf("%v to %v", *low, *high)
	case low != nil:
		return fmt.Sprintf("at least %v", *low)
	case high != nil:
		return fmt.Sprintf("at most %v", *high)
	}
	return ""
}

func inParentheses(s string) markdown {
	if s == "" {
		return ""
	}
	return markdown(" (" + s + ")")
}

func lengths(l *spec.List) markdown {
	var low, high *int
	if l.Min > 0 {
		low = &l.Min
	}
	if l.Max >= 0 {
		high = &l.Max
	}
	if s := span(low, high); s != "" {
		return markdown(s + " ")
	}
	return ""
}

func characters(t *spec.Text) markdown {
	var low, high *int
	if t.Min > 0 {
		low = &t.Min
	}
	if t.Max >= 0 {
		high = &t.Max
	}
	if s := span(low, high); s != "" {
		return inParentheses(s + " characters")
	}
	return ""
}

func constant(c *spec.Const) markdown {
	if c.Value == nil {
		return code("null")
	}
	if s, ok := c.Value.(string); ok {
		return code(strconv.Quote(s))
	}
	return code(fmt.Sprint(c.Value))
}

// join puts a separator between texts.
func join(parts []markdown, separator string) markdown {
	var out []string
	for _, p := range parts {
		out = append(out, string(p))
	}
	return markdown(strings.Join(out, separator))
}

// codes shows each name as code.
func codes(names []string) []markdown {
	var out []markdown
	for _, n := range names {
		out = append(out, code(n))
	}
	return out
}
