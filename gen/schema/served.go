package schema

import (
	"fmt"

	"github.com/webhookgen/webhookgen/spec"
)

// served returns an error for the first construct that no schema is written
// for. The rest of the package relies on it: it meets none of these.
func served(api *spec.API) error {
	if err := servedEnvelope(api.Envelope); err != nil {
		return err
	}
	if err := servedPush(api); err != nil {
		return err
	}
	for _, d := range api.Types {
		if err := servedBody(d); err != nil {
			return err
		}
	}
	for _, a := range api.Actions {
		if a.Payload == nil {
			return fmt.Errorf("schema: action %q has no payload", a.Name)
		}
		if err := servedBody(a.Payload); err != nil {
			return err
		}
	}
	return nil
}

func servedEnvelope(e *spec.Envelope) error {
	if e == nil {
		return fmt.Errorf("schema: there is no envelope")
	}
	if !e.Payload.Body && e.Payload.Member == "" || e.Action.Member == "" && e.Action.Header == "" {
		return fmt.Errorf("schema: envelope: action and payload stand nowhere")
	}
	return servedFields("envelope", e.Fields)
}

func servedPush(api *spec.API) error {
	if api.Push == nil {
		return nil
	}
	if p := api.Push; p.Action.Header != "" || len(p.Action.Path()) != 1 || p.Payload.Body || p.Payload.Member == "" {
		return fmt.Errorf("schema: push: only an action and a payload in a member each are served")
	}
	return servedFields("push", api.Push.Fields)
}

func servedFields(where string, fields []*spec.Field) error {
	for _, f := range fields {
		if err := servedType(where+": "+f.Name, f.Type); err != nil {
			return err
		}
	}
	return nil
}

func servedBody(d *spec.TypeDecl) error {
	switch b := d.Body.(type) {
	case *spec.Object:
		return servedFields(d.Name, b.Fields)
	case *spec.KindUnion:
		for _, v := range b.Variants {
			if err := servedType(d.Name, v.Type); err != nil {
				return err
			}
		}
		return nil
	case *spec.TrialUnion:
		for _, v := range b.Variants {
			if err := servedType(d.Name, v.Type); err != nil {
				return err
			}
		}
		return nil
	case *spec.Wrapped:
		return servedType(d.Name, b.Type)
	case *spec.Alias:
		return servedType(d.Name, b.Type)
	case *spec.Enum, *spec.MemberUnion:
		return nil
	}
	return fmt.Errorf("schema: %s: no schema is written for a %T", d.Name, d.Body)
}

func servedType(where string, t spec.Type) error {
	switch t := t.(type) {
	case *spec.Scalar, *spec.Text, *spec.Int, *spec.Number, *spec.Const:
		return nil
	case *spec.Ref:
		if t.Decl != nil {
			return nil
		}
	case *spec.List:
		return servedType(where, t.Elem)
	case *spec.Map:
		return servedType(where, t.Elem)
	case *spec.Nullable:
		return servedType(where, t.Elem)
	}
	return fmt.Errorf("schema: %s: no schema is written for a %T", where, t)
}
