// Package ogen has what ogen, pinned in ../peers, makes of livechat.openapi.yaml.
package ogen

//go:generate go -C ../peers tool ogen -config ../ogen/ogen.yaml -package ogen -target ../ogen ../ogen/livechat.openapi.yaml
