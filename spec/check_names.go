package spec

// claim is the use of a member's name by a field or a place of an envelope.
type claim struct {
	name string
	at   Span
	what string
	// inherited claims come from a base object: two of them that collide do
	// so where the base is declared.
	inherited bool
}

// collide reports members of one object that claim the same name.
func (r *reader) collide(claims []claim) {
	first := map[string]claim{}
	for _, c := range claims {
		before, taken := first[c.name]
		switch {
		case c.name == "":
		case !taken:
			first[c.name] = c
		case c.inherited && before.inherited:
		default:
			if c.inherited {
				before, c = c, before
			}
			r.add("member-collision", c.at, "member %s cannot be %s: it is %s already", quote(c.name), c.what, before.what).
				help("a member of an object can have one meaning: rename or remove one of them").
				related(before.at, "the other one")
		}
	}
}

// objectClaims are the names that the members of an object claim.
func objectClaims(s *objectSyntax, older map[*Field][]Span) []claim {
	own := map[*Field]bool{}
	for _, f := range s.own {
		own[f] = true
	}
	claims := fieldClaims(s.object.Fields, older)
	for i := range claims {
		claims[i].inherited = !own[claims[i].field]
	}
	return bare(claims)
}

// fieldClaim is a claim and the field that makes it.
type fieldClaim struct {
	claim
	field *Field
}

// fieldClaims lists the names of all fields before their older names, so that
// it is the older name that is reported.
func fieldClaims(fields []*Field, older map[*Field][]Span) []fieldClaim {
	var claims []fieldClaim
	for _, f := range fields {
		claims = append(claims, fieldClaim{claim{name: f.Name, at: f.Span, what: "a field"}, f})
	}
	for _, f := range fields {
		for i, name := range f.OlderNames {
			claims = append(claims, fieldClaim{claim{name: name, at: older[f][i], what: "an older name of a field"}, f})
		}
	}
	return claims
}

func bare(claims []fieldClaim) []claim {
	var out []claim
	for _, c := range claims {
		out = append(out, c.claim)
	}
	return out
}
