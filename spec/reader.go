package spec

// reader decodes nodes into the model. Uses of names are noted down and
// linked by resolve, once everything is declared; what a rule needs to know
// beyond the model (places, own fields of derived objects) is noted down too.
type reader struct {
	*findings
	types  *scope[*TypeDecl]
	groups *scope[*Group]
	apis   *scope[*PushAPI]

	uses    []typeUse
	missing []*TypeDecl // declarations that names without one are linked to
	objects []*objectSyntax
	fields  []*Field // each declared field once
	unions  []*unionSyntax
	trials  []trialSyntax
	wraps   []wrapSyntax
	samples []sampleSyntax

	nullables    []nullableSyntax
	kindVariants []*KindVariant

	older    map[*Field][]Span  // places of Field.OlderNames
	ends     map[*TypeDecl]Type // of chains of aliases
	indexes  map[*Object]*objectIndex
	values   map[*Enum]map[string]bool
	variants map[*MemberUnion]map[string]*TypeDecl
	trialed  map[trialCase]int // how many variants a part of a sample fits
	compared int               // types, by within
}

func newReader() *reader {
	fs := &findings{}
	return &reader{
		findings: fs,
		types:    newScope[*TypeDecl](fs, "unknown-type", "type"),
		groups:   newScope[*Group](fs, "unknown-group", "group"),
		apis:     newScope[*PushAPI](fs, "unknown-api", "push API"),
		older:    map[*Field][]Span{},
		ends:     map[*TypeDecl]Type{},
		indexes:  map[*Object]*objectIndex{},
		values:   map[*Enum]map[string]bool{},
		variants: map[*MemberUnion]map[string]*TypeDecl{},
		trialed:  map[trialCase]int{},
	}
}
