package main

import (
	"go/ast"
	"strings"
)

// nothing finds code that checks nothing of a value but how deeply it is
// nested: lists of whole numbers, objects of those, constants that Go's types
// hold already. Taken out, it makes no difference where values are not nested
// in values of their own kind.
type nothing struct {
	functions map[string]*ast.FuncDecl
	fields    map[string]map[string]string // by struct and field, the name of a type
	visiting  map[string]bool
}

func findNothing(sources []*source) *nothing {
	n := &nothing{map[string]*ast.FuncDecl{}, map[string]map[string]string{}, map[string]bool{}}
	for _, s := range sources {
		if s.isRuntime() {
			continue
		}
		for _, decl := range s.file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				n.functions[functionName(d)] = d
			case *ast.GenDecl:
				n.structs(d)
			}
		}
	}
	n.fields["pushDelivery"] = n.fields["Delivery"] // of the runtime, a Delivery by another name
	return n
}

func (n *nothing) structs(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		typ, ok := spec.(*ast.TypeSpec)
		if !ok {
			continue
		}
		of, ok := typ.Type.(*ast.StructType)
		if !ok {
			continue
		}
		fields := map[string]string{}
		for _, f := range of.Fields.List {
			for _, name := range f.Names {
				fields[name.Name] = typeName(f.Type)
			}
		}
		n.fields[typ.Name.Name] = fields
	}
}

// typeName returns the name of a type or of what it points to, or "".
func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return typeName(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

// function says whether a function is one that checks nothing.
func (n *nothing) function(name string) bool {
	f := n.functions[name]
	if f == nil || n.visiting[name] {
		return false
	}
	n.visiting[name] = true
	defer delete(n.visiting, name)
	of, _, _ := strings.Cut(name, ".")
	return n.statements(f.Body.List, of)
}

// statements says whether statements in a method of a type check nothing.
func (n *nothing) statements(list []ast.Stmt, of string) bool {
	for _, s := range list {
		ok := false
		switch s := s.(type) {
		case *ast.ReturnStmt:
			ok = len(s.Results) == 0
		case *ast.IfStmt:
			ok = s.Else == nil && n.statements(s.Body.List, of)
		case *ast.ExprStmt:
			call, isCall := s.X.(*ast.CallExpr)
			ok = isCall && n.call(call, of)
		}
		if !ok {
			return false
		}
	}
	return true
}

func (n *nothing) call(call *ast.CallExpr, of string) bool {
	if f, ok := call.Fun.(*ast.FuncLit); ok {
		return n.statements(f.Body.List, of)
	}
	name, args := calledName(call), call.Args
	switch name {
	case "close":
		return true
	case "member", "optionalMember", "nullableMember", "checkOrNull":
		return n.argument(args[len(args)-1], of)
	case "checkList":
		return isBasic(args[2], "0") && isMinusOne(args[3]) && n.argument(args[4], of)
	case "validate":
		sel, ok := call.Fun.(*ast.SelectorExpr)
		return ok && n.function(n.typeOf(sel.X, of)+".validate")
	case "object":
		return n.function(n.typeOf(args[1], of) + ".validate")
	}
	return strings.HasPrefix(name, "validate") && n.function(name)
}

// argument says whether a function that is given to another checks nothing.
func (n *nothing) argument(e ast.Expr, of string) bool {
	switch e := e.(type) {
	case *ast.FuncLit:
		return n.statements(e.Body.List, of)
	case *ast.Ident:
		return n.function(e.Name)
	case *ast.IndexExpr:
		return isIdent(e.X, "checkAny") || isIdent(e.X, "checkInPlace") && n.function(typeName(e.Index)+".validate")
	}
	return false
}

// typeOf returns the name of the type of a field, v.Field or &v.Field.
func (n *nothing) typeOf(e ast.Expr, of string) string {
	if ref, ok := e.(*ast.UnaryExpr); ok {
		e = ref.X
	}
	if sel, ok := e.(*ast.SelectorExpr); ok {
		return n.fields[of][sel.Sel.Name]
	}
	return ""
}

func isBasic(e ast.Expr, text string) bool {
	lit, ok := e.(*ast.BasicLit)
	return ok && lit.Value == text
}

func isMinusOne(e ast.Expr) bool {
	u, ok := e.(*ast.UnaryExpr)
	return ok && isBasic(u.X, "1")
}
