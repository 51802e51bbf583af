package main

import (
	"go/ast"
	"strings"
)

// bounds takes each bound of a number or list away, and moves it by one.
func (s *source) bounds(call *ast.CallExpr) {
	low, high, typ := -1, -1, ""
	none := [2]string{}
	switch name := calledName(call); name {
	case "integerIn":
		low, high, typ, none = 1, 2, "int64", [2]string{"-1 << 63", "1<<63 - 1"}
	case "floatIn":
		low, high, typ, none = 1, 2, "float64", [2]string{"-maxNumber", "maxNumber"}
	case "listIn", "checkList":
		low, high, typ, none = 2, 3, "int", [2]string{"0", "-1"}
	case "textIn":
		low, high, typ, none = 1, 2, "int", [2]string{"0", "-1"}
	}
	if low < 0 {
		return
	}
	s.bound(call, call.Args[low], typ, none[0], "+")
	s.bound(call, call.Args[high], typ, none[1], "-")
}

func (s *source) bound(call *ast.CallExpr, e ast.Expr, typ, none, inwards string) {
	text := s.code(e)
	if strings.Contains(text, "math.") || text == none || text == "-maxNumber" {
		return // there is none
	}
	for _, instead := range []string{none, text + inwards + "1"} {
		s.pick(e, typ+"("+instead+")", "bound of "+s.code(call))
	}
}

func calledName(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}
