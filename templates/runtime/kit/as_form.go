package kit

// AsForm returns the case as one that is sent as a form.
func (c Case) AsForm() Case {
	c.form = formMember
	return c
}
