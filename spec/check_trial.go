package spec

// trialSyntax is a union by trial and its place.
type trialSyntax struct {
	union *TrialUnion
	at    Span // of the word that says how many variants fit
}

// checkTrial checks that each variant of a union by trial can be the one that
// counts.
func (r *reader) checkTrial(s trialSyntax) {
	u := s.union
	for _, v := range u.Variants {
		if r.admitsNull(v.Type) {
			r.add("trial-null", v.Span, "a variant of a union by trial cannot be null, nor any").
				help("say `nullable` where the union is used; without `closed` other values pass as they are")
			return
		}
	}
	for i, a := range u.Variants {
		if r.compared > maxCompared {
			return
		}
		for _, b := range u.Variants[i+1:] {
			r.checkTold(u, a, b)
		}
	}
}

// checkTold checks two variants, a before b.
func (r *reader) checkTold(u *TrialUnion, a, b *TrialVariant) {
	if r.behind(a.Type) == nil || r.behind(b.Type) == nil {
		return
	}
	less, more := r.within(a.Type, b.Type), r.within(b.Type, a.Type)
	switch {
	case u.Exactly && less && more:
		r.add("variants-alike", b.Span, "no value fits this variant and not another, nor the other way round").
			help("remove one of them").related(a.Span, "the other variant")
	case u.Exactly && less:
		r.hiddenVariant(a, b)
	case more:
		r.hiddenVariant(b, a)
	case u.Exactly && !r.staysApart(a.Type, b.Type):
		r.blurredVariant(a, b)
	case !less && !r.staysApart(b.Type, a.Type):
		r.blurredVariant(b, a)
	}
}

func (r *reader) hiddenVariant(hidden, by *TrialVariant) {
	f := r.add("variant-hidden", hidden.Span, "each value that fits this variant fits another too, so that it is never the one that counts").
		help("make the other one narrower, or remove this one").related(by.Span, "the other variant")
	f.Severity = Warning
}

func (r *reader) blurredVariant(a, b *TrialVariant) {
	f := r.add("variant-blurred", a.Span, "a value of this variant, written without the members that it does not know, can fit another").
		help("let the other require a member that this one lacks, or close both").related(b.Span, "the other variant")
	f.Severity = Warning
}
