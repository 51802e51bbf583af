package reference

import (
	"fmt"
	"strconv"

	"github.com/webhookgen/webhookgen/spec"
)

// body is what a type is made of: a sentence, and a table of members or of
// other things.
type body struct {
	Intro   markdown
	Members []row
	Head    [2]markdown // of Lines
	Lines   [][2]markdown
	Remarks []remark // of members
}

func bodyOf(b spec.Body) (body, error) {
	switch b := b.(type) {
	case *spec.Object:
		return objectBody(b), nil
	case *spec.Enum:
		return enumBody(b), nil
	case *spec.MemberUnion:
		return memberUnionBody(b), nil
	case *spec.KindUnion:
		return kindUnionBody(b), nil
	case *spec.TrialUnion:
		return trialUnionBody(b), nil
	case *spec.Wrapped:
		bare := typeName(b.Type)
		return body{Intro: "Comes in two shapes: an object with the member " + code(b.Member) + ", which is " + bare + "; or bare, as " + bare + "."}, nil
	case *spec.Alias:
		return body{Intro: "Another name for " + typeName(b.Type) + "."}, nil
	}
	return body{}, fmt.Errorf("a %T is not served", b)
}

func objectBody(o *spec.Object) body {
	out := body{Intro: "An object", Members: rows(o.Fields), Remarks: withFields(nil, o.Fields)}
	if o.Base != nil {
		out.Intro += ", based on " + declName(o.Base) + ","
	}
	switch {
	case len(o.Fields) == 0 && o.Closed:
		out.Intro += " without members."
	case len(o.Fields) == 0:
		out.Intro += " without known members."
	case o.Closed:
		out.Intro += " with these members and no others:"
	default:
		out.Intro += " with these members:"
	}
	return out
}

func enumBody(e *spec.Enum) body {
	out := body{Intro: "One of these strings; others can come.", Head: [2]markdown{"Value", "Notes"}}
	if e.Closed {
		out.Intro = "One of these strings, and no other."
	}
	for _, v := range e.Values {
		out.Lines = append(out.Lines, [2]markdown{code(v.Value), join(docNotes(v.Doc), " ")})
		out.Remarks = append(out.Remarks, remarks(v.Remarks)...)
	}
	return out
}

func memberUnionBody(u *spec.MemberUnion) body {
	out := body{
		Intro: "An object of several kinds, told apart by " + code(u.Member) + "; others can come.",
		Head:  [2]markdown{code(u.Member), "Type"},
	}
	if u.Closed {
		out.Intro = "An object of several kinds, told apart by " + code(u.Member) + ", and no others."
	}
	for _, v := range u.Variants {
		out.Lines = append(out.Lines, [2]markdown{join(codes(v.Values), ", "), declName(v.Decl)})
	}
	return out
}

func kindUnionBody(u *spec.KindUnion) body {
	out := body{Intro: "A value of one of these JSON kinds; others can come.", Head: [2]markdown{"Kind", "Type"}}
	if u.Closed {
		out.Intro = "A value of one of these JSON kinds, and no other."
	}
	for _, v := range u.Variants {
		out.Lines = append(out.Lines, [2]markdown{markdown(v.Kind), typeName(v.Type)})
	}
	return out
}

func trialUnionBody(u *spec.TrialUnion) body {
	out := body{Intro: "The first of these types that a value fits", Head: [2]markdown{"", "Type"}}
	if u.Exactly {
		out.Intro = "Exactly one of these types: a value that fits two is refused"
	}
	if u.Closed {
		out.Intro += "; a value that fits none is refused."
	} else {
		out.Intro += "; others can come."
	}
	for i, v := range u.Variants {
		out.Lines = append(out.Lines, [2]markdown{markdown(strconv.Itoa(i + 1)), typeName(v.Type)})
	}
	return out
}
