package spec

// check applies the rules that need the whole specification. A rule passes
// over what could not be read or linked: that has its finding already.
func (r *reader) check(api *API) {
	r.checkEnvelope(api.Envelope)
	for _, s := range r.objects {
		r.collide(objectClaims(s, r.older))
	}
	for _, f := range r.fields {
		r.checkField(f)
	}
	for _, n := range r.nullables {
		if r.admitsNull(n.typ.Elem) {
			r.alreadyNullable(n.at)
		}
	}
	for _, u := range r.unions {
		r.checkMemberUnion(u)
	}
	for _, v := range r.kindVariants {
		r.checkKind(v)
	}
	for _, u := range r.trials {
		r.checkTrial(u)
	}
	for _, w := range r.wraps {
		r.checkShapes(w)
	}
	r.checkActions(api)
	r.checkRoute(api)
	r.checkFinite(api.Types)
	for _, s := range r.samples {
		r.checkSample(s)
	}
	if len(r.all) == 0 {
		r.checkUnused(api)
	}
}
