package drift

import (
	"os"
	"testing"

	"github.com/webhookgen/webhookgen/gen/docs/infer"
	"github.com/webhookgen/webhookgen/gen/docs/write"
	"github.com/webhookgen/webhookgen/spec"
)

const pages = "/work/shared/livechat/pages/"

func TestDump(t *testing.T) {
	list := []string{"2019-08-02a.md", "2019-08-02b.md", "2019-08-09.md", "2019-08-20.md", "2019-10-21.md", "v3.1.mdx", "v3.6.mdx", "v3.7.mdx"}
	for i, p := range list[1:] {
		old, _ := os.ReadFile(pages + list[i])
		text, _ := os.ReadFile(pages + p)
		was, _ := infer.Page(old)
		now, _ := infer.Page(text)
		y, _, err := write.Spec(was, write.Options{Provider: "livechat", Page: "x.md"})
		if err != nil {
			t.Fatal(err)
		}
		api, ds := spec.Parse("x", y)
		if api == nil {
			t.Fatal(ds)
		}
		t.Log("=====", list[i], p)
		for _, f := range Compare(was, api) {
			t.Log("  SELF", f.Kind, f.Action, f.Path, f.Message)
		}
		for _, f := range Compare(now, api) {
			t.Log("  ", f.Kind, f.Action, f.Path, f.Message, f.PageAt.Start, f.SpecAt.Start)
		}
	}
	y, _ := os.ReadFile("../../../spec/livechat/v3.0.yaml")
	api, _ := spec.Parse("x", y)
	for _, p := range list[:5] {
		t.Log("===== v3.0.yaml", p)
		text, _ := os.ReadFile(pages + p)
		now, _ := infer.Page(text)
		for _, f := range Compare(now, api) {
			t.Log("  ", f.Kind, f.Action, f.Path, f.Message, f.PageAt.Start, f.SpecAt.Start)
		}
	}
}
