package update

import (
	"os"
	"testing"

	"github.com/webhookgen/webhookgen/gen/docs/drift"
	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/docs/write"
	"github.com/webhookgen/webhookgen/spec"
)

const pages = "/work/shared/livechat/pages/"

func TestDump(t *testing.T) {
	list := []string{"2019-08-02a.md", "2019-08-02b.md", "2019-08-09.md", "2019-08-20.md", "2019-10-21.md", "v3.1.mdx", "v3.6.mdx", "v3.7.mdx"}
	for i, p := range list {
		for _, q := range list[i+1:] {
			old, _ := os.ReadFile(pages + p)
			text, _ := os.ReadFile(pages + q)
			was, _ := infer.Page(old)
			now, _ := infer.Page(text)
			y, _, err := write.Spec(was, write.Options{Provider: "livechat", Page: "x.md"})
			if err != nil {
				t.Fatal(err)
			}
			r, err := Spec(y, was, now)
			if err != nil {
				t.Fatal(err)
			}
			api, ds := spec.Parse("x", r.Text)
			if api == nil {
				t.Fatal(ds)
			}
			left := drift.Compare(now, api)
			t.Log("=====", p, q, "carried", len(r.Carried), "conflicts", len(r.Conflicts), "left", len(left))
			for _, c := range r.Conflicts {
				t.Log("   ", c.Kind, c.Action, c.Path, c.Message, "--", c.Why)
			}
			again, err := Spec(r.Text, was, now)
			if err != nil {
				t.Fatal(err)
			}
			if string(again.Text) != string(r.Text) {
				t.Error("second run changes")
			}
			os.WriteFile("/tmp/upd/"+p+"-"+q+".a", y, 0o644)
			os.WriteFile("/tmp/upd/"+p+"-"+q+".b", r.Text, 0o644)
		}
	}
}
