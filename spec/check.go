package spec

func (r *reader) check(api *API) {}

type envelopeSyntax struct{}

func (r *reader) members(action Place, payload payloadSyntax, fields []*Field) {}
func (r *reader) checkPayload(d *TypeDecl, at Span)                            {}
