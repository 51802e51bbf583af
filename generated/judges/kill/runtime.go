package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// notValidator are files of the runtime that refuse nothing that comes in, or
// that is to be sent.
var notValidator = []string{"encode.go", "encode_text.go", "log.go", "secret.go", "timestamp.go"}

// runtime adds the checks of a file that all packages have. The receiver's
// refuse requests, and have tests of their own.
func (s *source) runtime() {
	if slices.Contains(notValidator, s.name) || strings.HasPrefix(s.name, "receiver") {
		return
	}
	for _, decl := range s.file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Body != nil {
			s.within = functionName(f)
			s.says = saysProblem(f)
			ast.Inspect(f.Body, s.refusing)
		}
	}
	s.within = ""
}

// saysProblem says whether the last result of a function is a text that tells
// what is wrong.
func saysProblem(f *ast.FuncDecl) bool {
	if f.Type.Results == nil {
		return false
	}
	last := f.Type.Results.List[len(f.Type.Results.List)-1]
	return len(last.Names) > 0 && isIdent(last.Names[len(last.Names)-1], "problem", "want")
}

// refusing has each condition that leads to a refusal not be met, and each
// other refusal not be one.
func (s *source) refusing(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncLit:
		says := s.says
		s.says = false
		ast.Inspect(n.Body, s.refusing)
		s.says = says
		return false
	case *ast.IfStmt:
		s.guard(n.Cond, n.Body.List)
	case *ast.SwitchStmt:
		for _, c := range n.Body.List {
			if clause := c.(*ast.CaseClause); n.Tag == nil {
				for _, e := range clause.List {
					s.guard(e, clause.Body)
				}
			}
		}
	case *ast.ReturnStmt:
		s.verdict(n)
	case *ast.ExprStmt:
		if call, ok := n.X.(*ast.CallExpr); ok && s.notes(call) {
			s.wrap(n, fmt.Sprintf("if !kill_on(%d) { ", s.mutant("not noted: %s", s.code(n))), " }")
		}
	case *ast.CallExpr:
		s.refusal(n)
	}
	return true
}

// guard has a condition not be met, if the statements under it end in a
// refusal: each part of it, if there are several.
func (s *source) guard(cond ast.Expr, body []ast.Stmt) {
	if !s.refuses(body) {
		return
	}
	if or, ok := cond.(*ast.BinaryExpr); ok && or.Op == token.LOR {
		s.guard(or.X, body)
		s.guard(or.Y, body)
		return
	}
	n := s.mutant("never: %s", s.code(cond))
	if hasCall(cond) { // which could note what it finds
		s.wrap(cond, fmt.Sprintf("!kill_on(%d) && (", n), ")")
	} else { // only those cases are asked that meet it
		s.wrap(cond, "(", fmt.Sprintf(") && !kill_on(%d)", n))
	}
	if call := refusedBy(body); call != nil {
		s.covered[call] = true
	}
}

func hasCall(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		found = found || ok && !isIdent(call.Fun, "len")
		return !found
	})
	return found
}

// verdict has what is returned as false be true, and each condition of several
// be met that all have to be.
func (s *source) verdict(r *ast.ReturnStmt) {
	if len(r.Results) != 1 {
		return
	}
	if isIdent(r.Results[0], "false") {
		s.pick(r.Results[0], "true", "verdict")
	}
	s.granted(r.Results[0])
}

func (s *source) granted(e ast.Expr) {
	and, ok := e.(*ast.BinaryExpr)
	if !ok || and.Op != token.LAND {
		return
	}
	for _, part := range []ast.Expr{and.X, and.Y} {
		if nested, ok := part.(*ast.BinaryExpr); ok && nested.Op == token.LAND {
			s.granted(nested)
			continue
		}
		s.wrap(part, "((", fmt.Sprintf(") || kill_on(%d))", s.mutant("taken for granted: %s", s.code(part))))
	}
}

// notes says whether a call that stands alone notes a violation, or has
// something be checked that a program wants to send.
func (s *source) notes(call *ast.CallExpr) bool {
	name := calledName(call)
	if slices.Contains([]string{"refuse", "add", "addAt"}, name) {
		return true
	}
	if !strings.HasPrefix(s.name, "validate") || strings.HasPrefix(name, "enter") || name == "leave" || name == "close" {
		return false
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	return ok && isIdent(sel.X, "c") || len(call.Args) > 0 && isIdent(call.Args[0], "c")
}
