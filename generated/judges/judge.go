package judges

// Judge says which of some cases are accepted. Each text is JSON that the
// strict scanner lets through. An error means that there is no verdict.
type Judge interface {
	Name() string
	Judge(cases []Case) ([]bool, error)
}

// schemaName returns the file that a case is held against.
func (c *Case) schemaName() string {
	if c.Push {
		return "push.schema.json"
	}
	return "delivery.schema.json"
}
