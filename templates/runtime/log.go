package runtime

import "log/slog"

// logGroup collects the members of a value that may stand in a log.
type logGroup []slog.Attr

//go:noinline
func (g *logGroup) add(name string, v any) { *g = append(*g, slog.Any(name, v)) }

// logOptional adds a member that can be missing or null.
func logOptional[T any](g *logGroup, name string, v *T) {
	if v != nil {
		g.add(name, *v)
	}
}

func (g logGroup) value() slog.Value { return slog.GroupValue(g...) }

// LogValue returns what may stand in a log: nothing but the action.
func (v UnknownPayload) LogValue() slog.Value {
	return slog.GroupValue(slog.String("action", string(v.Action)))
}
