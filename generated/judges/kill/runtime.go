package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// notValidator are files of the runtime that refuse nothing that comes in; the
// receiver's, which refuse requests, have tests of their own.
var notValidator = []string{"runtime_encode.go", "runtime_log.go", "runtime_secret.go", "runtime_timestamp.go"}

// runtime adds the checks of a file that all packages have.
func (s *source) runtime() {
	if slices.Contains(notValidator, s.name) || strings.HasPrefix(s.name, "runtime_receiver") {
		return
	}
	for _, decl := range s.file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Body != nil {
			s.within = functionName(f)
			ast.Inspect(f.Body, s.refusing)
		}
	}
	s.within = ""
}

// refusing has each condition that leads to a refusal not be met, and each
// refusal not be one.
func (s *source) refusing(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.IfStmt:
		if refuses(n.Body.List) {
			s.never(n.Cond)
		}
	case *ast.SwitchStmt:
		for _, c := range n.Body.List {
			clause := c.(*ast.CaseClause)
			if n.Tag == nil && refuses(clause.Body) {
				for _, e := range clause.List {
					s.never(e)
				}
			}
		}
	case *ast.ReturnStmt:
		if len(n.Results) == 1 && isIdent(n.Results[0], "false") {
			s.pick(n.Results[0], "true", "verdict")
		}
	case *ast.ExprStmt:
		call, ok := n.X.(*ast.CallExpr)
		if ok && (calledName(call) == "refuse" || calledName(call) == "add") {
			s.wrap(n, fmt.Sprintf("if !kill_on(%d) { ", s.mutant("not noted: %s", s.code(n))), " }")
		}
	case *ast.CallExpr:
		s.refusal(n)
	}
	return true
}

func (s *source) never(cond ast.Expr) {
	s.wrap(cond, fmt.Sprintf("!kill_on(%d) && (", s.mutant("never: %s", s.code(cond))), ")")
}

// refuses says whether statements end in a refusal: in one that is noted here,
// or was before.
func refuses(body []ast.Stmt) bool {
	if len(body) == 0 {
		return false
	}
	r, ok := body[len(body)-1].(*ast.ReturnStmt)
	if !ok || len(r.Results) == 0 {
		return false
	}
	switch e := r.Results[len(r.Results)-1].(type) {
	case *ast.UnaryExpr:
		return e.Op == token.SUB
	case *ast.Ident:
		if len(body) == 1 && (e.Name == "p" || e.Name == "after") {
			return true
		}
		return e.Name == "false"
	case *ast.CallExpr:
		return isRefusal(calledName(e))
	}
	return false
}

func isRefusal(name string) bool {
	return name == "fail" || name == "failDuplicate" || name == "wrongLength" || slices.Contains(refusing, name)
}

// refusal has a call that refuses let the value pass.
func (s *source) refusal(call *ast.CallExpr) {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	receiver := s.code(sel.X)
	switch name := sel.Sel.Name; {
	case name == "fail" && s.name != "runtime_validate.go":
		if s.isStatement(call) {
			return
		}
		n := s.mutant("not refused: %s", s.code(call))
		s.wrap(call, fmt.Sprintf("kill_spare(%d, %s, &%s.problem, ", n, s.code(call.Args[0]), receiver), ")")
	case name == "failDuplicate":
		n := s.mutant("not refused: %s", s.code(call))
		s.wrap(call, fmt.Sprintf("kill_spareBool(%d, &%s.problem, ", n, receiver), ")")
	case name == "violateObject": // the first pass has refused it before
	case slices.Contains(refusing, name):
		n := s.mutant("not refused: %s", s.code(call))
		s.wrap(call, fmt.Sprintf("kill_or(%d, d, %s, ", n, s.code(call.Args[0])), ")")
	}
}

// isStatement says whether a call stands alone.
func (s *source) isStatement(call *ast.CallExpr) bool {
	alone := false
	ast.Inspect(s.file, func(n ast.Node) bool {
		if e, ok := n.(*ast.ExprStmt); ok && e.X == ast.Expr(call) {
			alone = true
		}
		return !alone
	})
	return alone
}
