package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"
)

// validating adds what a node checks of a Go value.
func (s *source) validating(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncLit:
		if strings.HasPrefix(s.code(n), "func(e *encoder") {
			return false // it writes, it does not check
		}
	case *ast.ExprStmt:
		if s.code(n) == "c.close()" {
			return false // it ends what open began, and checks nothing
		}
		call, ok := n.X.(*ast.CallExpr)
		deep := s.butDepth(ok && s.nothing.call(call, s.of()))
		s.wrap(n, fmt.Sprintf("if !kill_on(%d) { ", s.mutant("not checked%s: %s", deep, s.code(n))), " }")
	case *ast.CaseClause:
		s.cases(n)
	case *ast.CallExpr:
		s.checkCall(n)
	}
	return true
}

// butDepth marks what checks nothing but depth.
func (s *source) butDepth(is bool) string {
	if is {
		return ", but for depth"
	}
	return ""
}

// of returns the type whose method is looked at.
func (s *source) of() string {
	of, _, _ := strings.Cut(s.within, ".")
	return of
}

func (s *source) checkCall(call *ast.CallExpr) {
	s.bounds(call)
	name := calledName(call)
	switch {
	case slices.Contains([]string{"checkList", "checkMap", "checkOrNull"}, name):
		last := call.Args[len(call.Args)-1]
		if !strings.HasPrefix(s.code(last), "checkAny") {
			deep := s.butDepth(s.nothing.argument(last, s.of()))
			s.wrap(last, fmt.Sprintf("kill_unchecked(%d, ", s.mutant("elements are not checked%s: %s", deep, s.code(call))), ")")
		}
	case name == "checkBare":
		s.pick(call.Args[3], "!"+s.code(call.Args[3]), "which objects are wrapped for "+s.code(call))
	case name == "variant" || name == "unknownVariant":
		for _, a := range call.Args {
			if lit, ok := a.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				s.pick(a, `"\x00gone"`, "argument")
			}
		}
	}
}
