package judges

import "fmt"

// Code is the judge that the others are there for: the generated code.
type Code struct{}

// Name returns the judge's name.
func (Code) Name() string { return "code" }

// Judge parses each case. It is an error if what was accepted is not good
// enough to be sent on.
func (Code) Judge(cases []Case) ([]bool, error) {
	verdicts := make([]bool, len(cases))
	for i := range cases {
		c := &cases[i]
		d, err := c.Subject.Parse(c.Push, c.Text)
		if err != nil {
			continue
		}
		if err := d.Validate(); err != nil {
			return nil, fmt.Errorf("%s is accepted, but Validate: %w\n%s", c.What, err, c.Text)
		}
		verdicts[i] = true
	}
	return verdicts, nil
}
