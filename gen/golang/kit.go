package golang

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/webhookgen/webhookgen/gen/kit"
	"github.com/webhookgen/webhookgen/gen/plan"
	"github.com/webhookgen/webhookgen/templates"
)

// hooksAlias is the name that a kit has for the package that it tests.
const hooksAlias = "hooks"

// Kit returns the files of the test kit of the package p, which can be
// imported from importPath. The kit is a subpackage named after it.
func Kit(p *plan.Package, importPath string) ([]File, error) {
	name := p.Name + "test"
	files, err := render(func() *jen.File {
		f := jen.NewFile(name)
		f.HeaderComment("// " + Header(p.API.File))
		if hasDeprecated(p) {
			f.HeaderComment("//lint:file-ignore SA1019 There are deliveries of deprecated actions too.")
		}
		f.ImportAlias(importPath, hooksAlias)
		return f
	}, []part{
		{"sender.go", func() *jen.Statement { return kitSender(p, importPath) }},
		{"builders.go", func() *jen.Statement { return kitBuilders(p, importPath) }},
	})
	if err != nil {
		return nil, err
	}
	table, err := kit.Table(p, Header(p.API.File), kitSecret)
	if err != nil {
		return nil, err
	}
	files = append(files, File{Name: "doc.go", Data: kitDoc(p, name)}, File{Name: "types.json", Data: table})
	for _, source := range templates.Kit(features(p)) {
		_, text, _ := strings.Cut(string(source.Data), "package kit\n")
		text = "package " + name + "\n" + text
		text = strings.Replace(text, hooksAlias+` "`+templates.KitImport+`"`, fmt.Sprintf("%s %q", hooksAlias, importPath), 1)
		files = append(files, File{Name: source.Name, Data: []byte("// " + Header(p.API.File) + "\n\n" + text)})
	}
	for i := range files {
		files[i].Name = name + "/" + files[i].Name
	}
	return files, nil
}

func hasDeprecated(p *plan.Package) bool {
	return slices.ContainsFunc(p.Actions, func(a *plan.Action) bool { return a.Decl.Doc.Deprecated != "" })
}

func kitDoc(p *plan.Package, name string) []byte {
	text := fmt.Sprintf("Package %s tests what handles the webhooks of %s.\n\n", name, p.API.Provider.Title) +
		"[Build] has a function for each action that returns a delivery, ready to be sent; [Valid] and [Random] return many, " +
		"[Broken] what breaks a rule, [Malformed] what is no JSON. "
	if p.Push != nil {
		text += "[BuildPush], [Pushes], [RandomPush], [BrokenPushes], [NoPushes] and [MalformedPushes] are the same for pushes. "
	}
	if kitSigns(p.API.Envelope.Proof) {
		text += "Requests are signed as the sender does it with [Secret]; [Sign] signs any other. "
	}
	text += "[Recorder] is a set of handlers that keep what they are given.\n\n" +
		"[Conformance] and [Fuzz] hold the package against its specification. Call them from tests of your own:"
	var b strings.Builder
	b.WriteString("// " + Header(p.API.File) + "\n\n")
	for _, line := range commentLines(text) {
		b.WriteString(strings.TrimRight("// "+line, " ") + "\n")
	}
	fmt.Fprintf(&b, "//\n//\tfunc TestConformance(t *testing.T) { %[1]s.Conformance(t) }\n//\tfunc FuzzConformance(f *testing.F) { %[1]s.Fuzz(f) }\n", name)
	return []byte(b.String() + "package " + name + "\n")
}

// kitBuilders returns a function for each action, and handlers that record.
// They are methods, so that no name of an action meets one of the kit's own.
func kitBuilders(p *plan.Package, path string) *jen.Statement {
	s := comment("Build has a function for each action. It returns the sample of the specification, or a delivery with all its members, changed by what it is given. It panics if that makes it invalid.")
	s.Var().Id("Build").Id("builders").Line().Line()
	s.Type().Id("builders").Struct().Line().Line()
	for _, a := range p.Actions {
		s.Add(kitBuilder(a, path, "builders", "build", "Case", "a delivery"))
	}
	if p.Push != nil {
		s.Add(comment("BuildPush has a function for each action that has a push. It does with a push what that of Build does with a delivery."))
		s.Var().Id("BuildPush").Id("pushBuilders").Line().Line()
		s.Type().Id("pushBuilders").Struct().Line().Line()
		for _, a := range p.Actions {
			if len(a.Spec.Push) > 0 {
				s.Add(kitBuilder(a, path, "pushBuilders", "buildPush", "Push", "a push"))
			}
		}
	}
	return s.Add(kitHandlers(p, path))
}

// kitBuilder returns a method of type on that builds what is a result.
func kitBuilder(a *plan.Action, path, on, build, result, what string) *jen.Statement {
	variadic := jen.Id("change").Op("...").Func().Params(
		jen.Id("d").Op("*").Qual(path, "Delivery"), jen.Id("payload").Op("*").Qual(path, a.Decl.GoName))
	return comment(a.Decl.GoName + " returns " + what + " of " + a.Const + ".").
		Func().Params(jen.Op("*").Id(on)).Id(a.Decl.GoName).Params(variadic).Id(result).Block(
		jen.Return(jen.Id(build).Call(jen.Qual(path, a.Const), jen.Id("change"))),
	).Line().Line()
}

// kitHandlers returns handlers that record.
func kitHandlers(p *plan.Package, path string) *jen.Statement {
	s := comment("Handlers returns a handler for every action that keeps what it is given.")
	return s.Func().Params(jen.Id("r").Op("*").Id("Recorder")).Id("Handlers").Params().Op("*").Qual(path, "Handlers").Block(
		jen.Return(jen.Op("&").Qual(path, "Handlers").ValuesFunc(func(g *jen.Group) {
			for _, a := range p.Actions {
				g.Line().Id(a.Decl.GoName).Op(":").Id("recording").Index(jen.Op("*").Qual(path, a.Decl.GoName)).Call(jen.Id("r"))
			}
			g.Line().Id("Unknown").Op(":").Id("recording").Index(jen.Op("*").Qual(path, "UnknownPayload")).Call(jen.Id("r"))
			g.Line()
		})),
	).Line()
}
