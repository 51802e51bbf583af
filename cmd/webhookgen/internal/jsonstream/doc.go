// Package jsonstream cuts a stream into JSON values without judging them.
//
// encoding/json's Decoder would do so too, but it reads a value before it hands it
// over, and refuses or repairs what the strict validator must see for itself.
// So this cuts by brackets and quotes alone and passes every byte on.
//
// In the room: where a value begins and ends. May not enter: whether it is
// any good.
package jsonstream
