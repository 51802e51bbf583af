package runtime

import "log/slog"

// logGroup collects the members of a value that may stand in a log.
type logGroup []slog.Attr

// One function for each kind of member: a generic one would be compiled anew
// wherever it is called.

//go:noinline
func (g *logGroup) text(name, v string) { *g = append(*g, slog.String(name, v)) }

//go:noinline
func (g *logGroup) integer(name string, v int64) { *g = append(*g, slog.Int64(name, v)) }

//go:noinline
func (g *logGroup) float(name string, v float64) { *g = append(*g, slog.Float64(name, v)) }

//go:noinline
func (g *logGroup) boolean(name string, v bool) { *g = append(*g, slog.Bool(name, v)) }

// The methods that follow are for members that can be missing or null.

//go:noinline
func (g *logGroup) optionalText(name string, v *string) {
	if v != nil {
		g.text(name, *v)
	}
}

//go:noinline
func (g *logGroup) optionalInteger(name string, v *int64) {
	if v != nil {
		g.integer(name, *v)
	}
}

//go:noinline
func (g *logGroup) optionalFloat(name string, v *float64) {
	if v != nil {
		g.float(name, *v)
	}
}

//go:noinline
func (g *logGroup) optionalBoolean(name string, v *bool) {
	if v != nil {
		g.boolean(name, *v)
	}
}

//go:noinline
func (g logGroup) value() slog.Value { return slog.GroupValue(g...) }

// LogValue returns what may stand in a log: nothing but the action.
func (v UnknownPayload) LogValue() slog.Value {
	return slog.GroupValue(slog.String("action", string(v.Action)))
}
