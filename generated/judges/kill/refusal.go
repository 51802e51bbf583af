package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// refuses says whether statements end in a refusal: in one that is noted here,
// or was before.
func (s *source) refuses(body []ast.Stmt) bool {
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
		if len(body) == 1 && slices.Contains([]string{"p", "after", "reason"}, e.Name) {
			return true
		}
		return e.Name == "false" || strings.HasPrefix(e.Name, "Proof")
	case *ast.BasicLit:
		return s.says && e.Value != `""`
	case *ast.BinaryExpr:
		return s.says && e.Op == token.ADD
	case *ast.CallExpr:
		return isRefusal(calledName(e))
	}
	return false
}

// refusedBy returns the call that statements end in.
func refusedBy(body []ast.Stmt) *ast.CallExpr {
	r := body[len(body)-1].(*ast.ReturnStmt)
	for _, e := range r.Results {
		if call, ok := e.(*ast.CallExpr); ok && isRefusal(calledName(call)) {
			return call
		}
	}
	return nil
}

func isRefusal(name string) bool {
	return slices.Contains([]string{"fail", "failDuplicate", "failMembers", "failForm", "wrongHeader", "wrongLength"}, name) || slices.Contains(refusing, name)
}

// refusal has a call that refuses let the value pass.
func (s *source) refusal(call *ast.CallExpr) {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || s.covered[call] {
		return
	}
	receiver := s.code(sel.X)
	switch name := sel.Sel.Name; {
	case name == "fail" && s.name != "validate.go":
		if s.isStatement(call) {
			return
		}
		n := s.mutant("not refused: %s", s.code(call))
		s.wrap(call, fmt.Sprintf("kill_spare(%d, %s, &%s.problem, ", n, s.code(call.Args[0]), receiver), ")")
	case name == "failDuplicate", name == "failForm", name == "wrongHeader":
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
