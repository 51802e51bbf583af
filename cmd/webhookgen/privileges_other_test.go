//go:build !unix

package main

import "os/exec"

// dropPrivileges does nothing: there is no root here.
func dropPrivileges(*exec.Cmd) {}
