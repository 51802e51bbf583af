package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// generated adds the checks of a file that says what one type is.
func (s *source) generated() {
	for _, decl := range s.file.Decls {
		f, ok := decl.(*ast.FuncDecl)
		if !ok || f.Body == nil {
			continue
		}
		s.within = functionName(f)
		s.ofKinds = strings.Contains(s.code(f), "switch kind := d.kind(p)")
		switch name := f.Name.Name; {
		case name == "field", name == "try", strings.HasPrefix(name, "read"), strings.HasPrefix(name, "decode"):
			ast.Inspect(f.Body, s.reading)
		case strings.HasPrefix(name, "validate"):
			ast.Inspect(f.Body, s.validating)
		case name == "emptyPayload":
			s.payloads(f.Body.List[0].(*ast.SwitchStmt))
		}
	}
	s.within = ""
}

func functionName(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return f.Name.Name
	}
	typ := f.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	if index, ok := typ.(*ast.IndexExpr); ok {
		typ = index.X
	}
	return typ.(*ast.Ident).Name + "." + f.Name.Name
}

// reading adds what a node checks of a text.
func (s *source) reading(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.AssignStmt:
		s.forgive(n)
	case *ast.ReturnStmt:
		s.returned(n)
	case *ast.CaseClause:
		s.cases(n)
	case *ast.SwitchStmt:
		s.kinds(n)
	case *ast.CallExpr:
		s.readCall(n)
	}
	return true
}

// forgive has whatever is assigned from a text be passed over if it is wrong.
func (s *source) forgive(a *ast.AssignStmt) {
	call, ok := a.Rhs[0].(*ast.CallExpr)
	if !ok || !isIdent(a.Lhs[len(a.Lhs)-1], "p", "after") || !reads(call) || s.anything(call) {
		return
	}
	n := s.mutant("not checked: %s", s.code(a))
	s.wrap(a, fmt.Sprintf("kill_s%d := kill_save(%d, d, p); ", n, n),
		fmt.Sprintf("; %s = kill_forgive(%d, d, kill_s%d, %s)", s.code(a.Lhs[len(a.Lhs)-1]), n, n, s.code(a.Lhs[len(a.Lhs)-1])))
}

// reads says whether a call is given the decoder, or is one of its methods.
func reads(call *ast.CallExpr) bool {
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok && isIdent(sel.X, "d") {
		return sel.Sel.Name != "other"
	}
	return len(call.Args) > 0 && isIdent(call.Args[0], "d")
}

// anything says whether a call reads whatever there is, so that nothing is
// checked: any JSON, a word that is broken syntax or itself, or in a union what
// its kind says already.
func (s *source) anything(call *ast.CallExpr) bool {
	name := calledName(call)
	return slices.Contains([]string{"raw", "rawText", "otherText", "literal", "nullText"}, name) ||
		s.ofKinds && slices.Contains([]string{"str", "stringText", "boolean", "booleanText"}, name)
}

// returned has what a union finds wrong, or one of its variants, be passed over.
func (s *source) returned(r *ast.ReturnStmt) {
	if len(r.Results) == 0 {
		return
	}
	call, ok := r.Results[len(r.Results)-1].(*ast.CallExpr)
	if !ok {
		return
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	switch {
	case !ok, sel.Sel.Name == "violateObject":
	case sel.Sel.Name == "read":
		s.wrap(sel, fmt.Sprintf("kill_forgivingRead(%d, ", s.mutant("not checked: %s", s.code(r))), ")")
	case slices.Contains(refusing, sel.Sel.Name):
		s.wrap(call, fmt.Sprintf("kill_or(%d, d, p, ", s.mutant("not refused: %s", s.code(call))), ")")
	}
}

// refusing are methods that note a violation by the value at p, which is their
// first argument, and return what is after it.
var refusing = []string{"wrongType", "violate", "violateObject", "wrongConst", "wrongVariant"}

// cases has each case of a switch over texts or kinds not be met.
func (s *source) cases(c *ast.CaseClause) {
	for _, e := range c.List {
		switch e := e.(type) {
		case *ast.BasicLit:
			if e.Kind == token.STRING {
				s.pick(e, `"\x00gone"`, "case")
			}
		case *ast.Ident:
			if strings.HasPrefix(e.Name, "kind") && e.Name != "kindNone" {
				s.pick(e, "kindNone", "case")
			}
		}
	}
}

// payloads has each action get the payload of the one after it.
func (s *source) payloads(w *ast.SwitchStmt) {
	var made []ast.Expr
	for _, c := range w.Body.List {
		made = append(made, c.(*ast.CaseClause).Body[0].(*ast.ReturnStmt).Results[0])
	}
	for i, e := range made {
		other := s.code(made[(i+1)%len(made)])
		if len(made) > 1 {
			s.wrap(e, fmt.Sprintf("kill_pick[Payload](%d, ", s.mutant("%s instead of %s", other, s.code(e))), ", "+other+")")
		}
	}
}

// kinds has each two kinds of a switch over them be taken for each other.
func (s *source) kinds(w *ast.SwitchStmt) {
	init, ok := w.Init.(*ast.AssignStmt)
	if !ok || !isIdent(init.Lhs[0], "kind") {
		return
	}
	var kinds []string
	for _, c := range w.Body.List {
		for _, e := range c.(*ast.CaseClause).List {
			kinds = append(kinds, s.code(e))
		}
	}
	for i := 1; i < len(kinds); i++ {
		n := s.mutant("%s and %s are swapped", kinds[i-1], kinds[i])
		s.wrap(init.Rhs[0], fmt.Sprintf("kill_swap(%d, ", n), fmt.Sprintf(", %s, %s)", kinds[i-1], kinds[i]))
	}
}

// readCall adds what the arguments of a call say.
func (s *source) readCall(call *ast.CallExpr) {
	s.bounds(call)
	fun := call.Fun
	if index, ok := fun.(*ast.IndexExpr); ok && isIdent(index.X, "objects", "mapOfObjects") {
		n := s.mutant("elements are not checked: %s", s.code(call))
		s.wrap(fun, fmt.Sprintf("kill_%s(%d, ", s.code(index.X), n), fmt.Sprintf(", inPlace[%s])", s.code(index.Index)))
	}
	if isIdent(fun, "list", "listIn", "mapOf", "orNull", "orNil", "optional", "nullable") {
		last := call.Args[len(call.Args)-1]
		if s.code(last) == "(*decoder).raw" {
			return
		}
		s.wrap(last, fmt.Sprintf("kill_forgiving(%d, ", s.mutant("not checked: what %s reads", s.code(call))), ")")
	}
	if sel, ok := fun.(*ast.SelectorExpr); ok {
		switch sel.Sel.Name {
		case "constText", "constNumber":
			other := `"zz other"`
			if sel.Sel.Name == "constNumber" {
				other = `"999"`
			}
			s.pick(call.Args[1], other, "another constant")
		case "constBool":
			s.pick(call.Args[1], "!"+s.code(call.Args[1]), "another constant")
		case "variant":
			s.pick(call.Args[1], `"\x00gone"`, "another member")
		case "isWrapped":
			if s.code(call.Args[2]) == "false" {
				s.pick(call.Args[1], `"\x00gone"`, "another member")
			}
			s.pick(call.Args[2], "!"+s.code(call.Args[2]), "which objects are wrapped")
		}
	}
}
