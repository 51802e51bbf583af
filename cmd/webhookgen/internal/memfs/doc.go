// Package memfs is a read-only file system of generated files that never
// reach the disk.
//
// In the room: what the schema validator asks of an fs.FS, opening files by
// name. May not enter: folders that can be listed, writing.
package memfs
