package runtime

import (
	"fmt"
	"strings"
	"testing"
)

// Every name that occurs twice is found, wherever it stands and however many
// there are, and no other.
func TestDuplicateNames(t *testing.T) {
	for count := range 300 {
		var members []string
		for i := range count {
			members = append(members, fmt.Sprintf(`"%d":{"0":0,"1":1}`, i))
		}
		if err := CheckJSON([]byte("{" + strings.Join(members, ",") + "}")); err != nil {
			t.Fatalf("%d names: %v", count, err)
		}
		text := "{" + strings.Join(members, ",")
		for i := 0; i < count; i += max(1, count/9) {
			err := CheckJSON([]byte(fmt.Sprintf(`%s,"%d":0}`, text, i)))
			if found, ok := err.(*SyntaxError); !ok || found.Offset != len(text)+1 {
				t.Fatalf("name %d of %d once more: %v", i, count, err)
			}
		}
	}
}
